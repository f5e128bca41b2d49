// A table of contents has a title, 目录, and entries. Some entries have leaders and page numbers,
// some nothing but the words of a heading that comes again. It ends where the first entry comes
// again, or where running text begins.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/characters.h"
#include "layout/prose/numbering.h"
#include "layout/page_text.h"

namespace mingxi::layout {
namespace {

constexpr std::size_t kLongestEntry = 60;   // characters
constexpr std::size_t kShortestPrefix = 6;  // characters; shorter ones begin too many lines
constexpr std::size_t kMaxLinesOfAnEntry = 3;

struct Place {
  TextLine* line = nullptr;
  std::size_t page = 0;
};

bool is_leader(char32_t c) {
  return c == U'.' || c == U'…' || c == U'·' || c == U'•' || c == U'⋯' || c == U'‥' || c == U'．' ||
         c == U'-' || c == U'—' || c == U'_' || c == U'・' || c == U'﹒';
}

/// An entry without leaders and page number.
struct Entry {
  std::string_view words;
  bool has_leaders = false;
  bool has_page_number = false;
};

Entry entry_of(std::string_view text) {
  Entry entry{text};
  std::size_t at = text.size();
  std::size_t digits = 0;
  std::size_t dots = 0;
  while (at > 0) {
    std::size_t before = at;
    const char32_t c = text::previous_code_point(text, before);
    if (text::is_digit(c) && dots == 0) {
      ++digits;
    } else if (is_leader(c)) {
      dots += c == U'…' || c == U'⋯' ? 3 : 1;
    } else if (c != U' ' && !((c == U')' || c == U'(') && dots == 0 && at == text.size())) {
      break;
    }
    at = before;
  }
  entry.has_leaders = dots >= 4;
  entry.has_page_number = digits >= 1 && digits <= 3 && at > 0;
  if (entry.has_leaders || entry.has_page_number) entry.words = text.substr(0, at);
  return entry;
}

bool is_entry_by_itself(std::string_view text) {
  // Asked of every line: most end in other characters.
  if (text.empty() || !(text::is_digit(text.back()) || text.back() == ')')) return false;
  const Entry entry = entry_of(text);
  return entry.has_leaders && entry.has_page_number;
}

bool has_tail(std::string_view text) {
  const Entry entry = entry_of(text);
  return entry.has_leaders || entry.has_page_number;
}

bool is_running_text(std::string_view text, const patterns::LayoutPatterns& patterns) {
  return patterns.lines.full_stop.matches(text) || text::is_longer_than(text, kLongestEntry);
}

/// Whether one begins with the other: a heading can go on on a second line.
bool say_the_same(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::string_view shorter = a.size() < b.size() ? a : b;
  const std::string_view longer = a.size() < b.size() ? b : a;
  return text::count_code_points(shorter) >= kShortestPrefix && longer.starts_with(shorter);
}

/// Where the first entry comes again as a heading; lines.size() if it does not.
std::size_t find_repetition(const std::vector<Place>& lines, std::size_t first,
                            const patterns::LayoutPatterns& patterns) {
  const std::string_view words = entry_of(lines[first].line->line.text.utf8()).words;
  const auto numbering = numbering_of(words, patterns);
  for (std::size_t i = first + 1; i < lines.size(); ++i) {
    const std::string_view text = lines[i].line->line.text.utf8();
    if (has_tail(text)) continue;
    if (say_the_same(words, text)) return i;
    // 第一部分 of contents and text can go on in other words.
    if (numbering && numbering->level == 1 && text.starts_with(words.substr(0, numbering->bytes)) &&
        !is_running_text(text, patterns))
      return i;
  }
  return lines.size();
}

/// Where the contents whose first entry is lines[first] end.
std::size_t end_of_contents(const std::vector<Place>& lines, std::size_t first,
                            const patterns::LayoutPatterns& patterns) {
  const std::size_t repetition = find_repetition(lines, first, patterns);
  // With page numbers the last of them ends the contents.
  std::size_t end = first;
  std::size_t with_tail = 0;
  for (std::size_t i = first; i < repetition; ++i) {
    const std::string_view text = lines[i].line->line.text.utf8();
    if (is_running_text(text, patterns) && !has_tail(text)) break;
    if (has_tail(text)) {
      end = i + 1;
      ++with_tail;
    } else if (i - end >= kMaxLinesOfAnEntry && with_tail > 0) {
      break;
    }
  }
  if (with_tail >= 2) {
    // The last entries can lack theirs.
    while (end < repetition && lines[end].page == lines[end - 1].page &&
           !is_running_text(lines[end].line->line.text.utf8(), patterns))
      ++end;
    return end;
  }

  for (end = first; end < repetition; ++end) {
    if (is_running_text(lines[end].line->line.text.utf8(), patterns)) break;
  }
  if (end == repetition && repetition < lines.size()) return end;
  // Running text, or the end of the document: the page it is on is no contents page.
  const std::size_t last_page = lines[std::min(end, lines.size() - 1)].page;
  if (last_page == lines[first].page) return end;
  while (end > first && lines[end - 1].page == last_page) --end;
  return end;
}

}  // namespace

void mark_contents(std::vector<PageText>& pages, const patterns::LayoutPatterns& patterns) {
  std::vector<Place> lines;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    for (TextLine& line : pages[page].lines)
      if (line.role == LineRole::kProse) lines.push_back({&line, page});
  }
  bool is_found = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view text = lines[i].line->line.text.utf8();
    if (is_entry_by_itself(text)) {
      lines[i].line->role = LineRole::kContents;
      continue;
    }
    if (is_found) continue;
    std::size_t first = 0;
    if (patterns.lines.contents_title.matches(text)) {
      first = i + 1;
    } else if (i + 1 < lines.size() && text::count_code_points(text) == 1 &&
               patterns.lines.contents_title.matches(std::string(text) +
                                                     lines[i + 1].line->line.text.utf8())) {
      first = i + 2;
    } else {
      continue;
    }
    is_found = true;
    const std::size_t end = first < lines.size() ? end_of_contents(lines, first, patterns) : first;
    for (; i < end; ++i) lines[i].line->role = LineRole::kContents;
    --i;
  }
}

}  // namespace mingxi::layout
