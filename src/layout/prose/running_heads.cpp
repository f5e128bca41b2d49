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
constexpr std::size_t kMinPages = 3;            // a line on two pages can be a table title
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

bool is_page_number(std::string_view text, const patterns::LayoutPatterns& patterns) {
  return !text::is_longer_than(text, kLongestPageNumber) &&
         patterns.lines.page_number.matches(text);
}

bool is_at_edge(const Line& line, const PageText& page) {
  // Plain text has no paper: its pages end where their text ends.
  if (page.source == TextSource::kPlain) return true;
  return line.baseline < kEdgeShare * page.height || line.baseline > (1 - kEdgeShare) * page.height;
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

std::vector<std::string> mark_running_heads(std::vector<PageText>& pages,
                                            const patterns::LayoutPatterns& patterns) {
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
          text.find('.') == std::string::npos && is_page_number(text, patterns))
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
      const bool names_a_table = patterns.lines.ends_in_table.matches(text) ||
                                 is_unit_line(text, patterns) ||
                                 patterns.lines.table_number.matches(text) || text.starts_with("(");
      const bool repeats = count >= kMinPages && !names_a_table;
      if (!repeats && !is_page_number(text, patterns)) continue;
      line->role = LineRole::kRunningHead;
      if (!is_page_number(text, patterns) &&
          std::find(heads.begin(), heads.end(), text) == heads.end())
        heads.push_back(text);
    }
  }
  return heads;
}

}  // namespace mingxi::layout
