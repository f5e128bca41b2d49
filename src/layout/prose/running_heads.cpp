#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "text/characters.h"
#include "layout/page_text.h"

namespace mingxi::layout {
namespace {

constexpr std::size_t kLinesAtAnEdge = 2;       // a running head has a line or two
constexpr double kEdgeShare = 0.15;             // of the page height
constexpr std::size_t kFewestPages = 3;         // a line on two pages can be a table title
constexpr std::size_t kLongestPageNumber = 24;  // characters

/// The text with each number as one #, so that 第1页 and 第12页 are the same.
std::string without_numbers(std::string_view text) {
  std::string result;
  bool in_number = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) result += c;
    if (digit && !in_number) result += '#';
    in_number = digit;
  }
  return result;
}

/// 12, - 12 -, — 12 —, 第 12 页, 第12页共40页, 12/40, iv.
bool is_page_number(std::string_view text) {
  if (text::is_longer_than(text, kLongestPageNumber)) return false;
  constexpr std::u32string_view kAround = U"-—–_~·•.|/()[]<>《》〈〉第页共頁ofpageOFPAGE ,、:，：";
  std::size_t numbers = 0;
  std::size_t digits = 0;
  bool is_roman = true;
  bool in_number = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    const bool digit = text::is_digit(c);
    if (digit && !in_number) {
      ++numbers;
      digits = 0;
    }
    in_number = digit;
    is_roman = is_roman && std::u32string_view(U"ivxIVX").find(c) != std::u32string_view::npos;
    if (digit && ++digits > 4) return false;
    if (!digit && !is_roman && kAround.find(c) == std::u32string_view::npos) return false;
  }
  return is_roman || (numbers >= 1 && numbers <= 2);
}

bool is_at_edge(const Line& line, const PageText& page) {
  // Plain text has no paper: its pages end where their text ends.
  if (page.source == TextSource::kPlain) return true;
  return line.baseline < kEdgeShare * page.height || line.baseline > (1 - kEdgeShare) * page.height;
}

/// 表2, 表14-2, 公开表1, 附件3.
bool is_table_number(std::string_view text) {
  constexpr std::array<std::string_view, 3> kNames = {"表", "公开表", "附件"};
  for (const std::string_view name : kNames) {
    if (!text.starts_with(name)) continue;
    const std::string_view rest = text.substr(name.size());
    return !rest.empty() && rest.find_first_not_of("0123456789-. ") == std::string_view::npos;
  }
  return false;
}

/// The lines at top and bottom that could be running heads.
std::vector<TextLine*> edge_lines(PageText& page) {
  std::vector<TextLine*> result;
  const std::size_t count = page.lines.size();
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_outer = i < kLinesAtAnEdge || i + kLinesAtAnEdge >= count;
    if (is_outer && is_at_edge(page.lines[i].line, page)) result.push_back(&page.lines[i]);
  }
  return result;
}

}  // namespace

std::vector<std::string> mark_running_heads(std::vector<PageText>& pages) {
  // A running head has its place: the same text a few lines lower is something else.
  std::map<std::pair<std::string, long>, std::size_t> pages_with;
  const auto key_of = [](const Line& line) {
    return std::pair(without_numbers(line.text.utf8()), std::lround(line.baseline / 4));
  };
  for (PageText& page : pages)
    for (const TextLine* line : edge_lines(page)) ++pages_with[key_of(line->line)];

  // A text that lost its page breaks keeps the page numbers: - 12 - is nothing else.
  for (PageText& page : pages) {
    if (page.source != TextSource::kPlain) continue;
    for (TextLine& line : page.lines) {
      const std::string& text = line.line.text.utf8();
      const bool is_bare = text.find_first_not_of("0123456789") == std::string::npos;
      if (!is_bare && text.find_first_of("0123456789") != std::string::npos &&
          text.find('.') == std::string::npos && is_page_number(text))
        line.role = LineRole::kRunningHead;
    }
  }

  std::vector<std::string> heads;
  for (PageText& page : pages) {
    for (TextLine* line : edge_lines(page)) {
      const std::string& text = line->line.text.utf8();
      const auto [key, place] = key_of(line->line);
      std::size_t count = 0;
      for (const long near : {place - 1, place, place + 1}) {
        const auto found = pages_with.find({key, near});
        if (found != pages_with.end()) count += found->second;
      }
      // The titles of tables repeat too: of one that runs over pages, or but for their number.
      const bool names_a_table = text.ends_with("表") || is_unit_line(text) ||
                                 is_table_number(text) || text.starts_with("(");
      const bool repeats = count >= kFewestPages && !names_a_table;
      if (!repeats && !is_page_number(text)) continue;
      line->role = LineRole::kRunningHead;
      if (!is_page_number(text) && std::find(heads.begin(), heads.end(), text) == heads.end())
        heads.push_back(text);
    }
  }
  return heads;
}

}  // namespace mingxi::layout
