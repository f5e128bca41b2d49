// A table goes on in the first grid of the next page when that grid has no title of its own, or the
// same one, and its columns are those of the table. The last grid of a page alone can go on.

#include "layout/tables/table_joins.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "text/characters.h"
#include "layout/page_text.h"

namespace mingxi::layout {
namespace {

constexpr std::size_t kMinSharedLines = 2;
constexpr std::ptrdiff_t kMinHeaderTexts = 3;  // fewer are 收入 and 支出 of any table
constexpr std::size_t kLongestNumber = 12;     // bytes of a page number: - 12 -

/// Whether the line is a page number and the like, which names no table.
bool is_no_name(std::string_view text, const patterns::LayoutPatterns& patterns) {
  const auto is_part_of_number = [](char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '/' || (c & 0x80) != 0;
  };
  const bool has_digit =
      std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return has_digit && text.size() <= kLongestNumber &&
         std::all_of(text.begin(), text.end(), is_part_of_number) &&
         !patterns.lines.names_a_table.matches(text);
}

std::string without_continued(std::string text, const patterns::LayoutPatterns& patterns) {
  const auto mark = patterns.lines.continued.find(text);
  return mark ? text.erase(mark->first(), mark->last() - mark->first()) : text;
}

void add_titles(const std::vector<Line>& lines, const patterns::LayoutPatterns& patterns,
                std::string& to) {
  for (const Line& line : lines) {
    const std::string& text = line.text.utf8();
    if (!is_unit_line(text, patterns) && !is_no_name(text, patterns))
      to += without_continued(text, patterns) + "\n";
  }
}

std::string titles_of(const Grid& grid, const patterns::LayoutPatterns& patterns) {
  std::string titles;
  add_titles(grid.heads, patterns, titles);
  add_titles(grid.above, patterns, titles);
  return titles;
}

bool has_own_title(const Grid& grid, const patterns::LayoutPatterns& patterns) {
  std::string titles;
  add_titles(grid.above, patterns, titles);
  return !titles.empty();
}

/// Whether the later grid has the titles of the first. Over the first there can be the heading of
/// the part that it opens besides: 二、表格部分.
bool has_same_titles(const Grid& first, const Grid& later,
                     const patterns::LayoutPatterns& patterns) {
  const std::string titles = titles_of(first, patterns);
  const std::string again = titles_of(later, patterns);
  return titles == again || titles.ends_with("\n" + again);
}

/// Whether each line of the one with fewer columns is one of the other, the outer ones too.
bool share_columns(const Grid& a, const Grid& b) {
  const bool a_is_fewer = a.column_lines.size() <= b.column_lines.size();
  const std::vector<double>& fewer = a_is_fewer ? a.column_lines : b.column_lines;
  const std::vector<double>& more = a_is_fewer ? b.column_lines : a.column_lines;
  if (fewer.size() < kMinSharedLines) return false;
  const auto near = [](double x, double y) { return std::abs(x - y) <= kSameColumn; };
  return near(fewer.front(), more.front()) && near(fewer.back(), more.back()) &&
         std::all_of(fewer.begin(), fewer.end(), [&](double x) {
           return std::any_of(more.begin(), more.end(), [&](double y) { return near(x, y); });
         });
}

/// The texts of a row, blanks among them, each with its column.
std::string row_text(const Grid& grid, int row) {
  std::string text;
  for (const GridCell& cell : grid.cells) {
    if (cell.row > row) break;
    if (cell.row == row) text += cell.text.utf8() + "|";
  }
  return text;
}

/// Whether both begin with the same row that is not blank: a repeated header.
bool begin_alike(const Grid& first, const Grid& later) {
  const std::string text = row_text(first, 0);
  return text.find_first_not_of('|') != std::string::npos && text == row_text(later, 0);
}

/// The line that names the body the table is of; "" where none does.
std::string maker_of(const Grid& grid, const patterns::LayoutPatterns& patterns) {
  for (const std::vector<Line>* lines : {&grid.above, &grid.heads})
    for (const Line& line : *lines)
      if (patterns.lines.maker.matches(line.text.utf8())) return line.text.utf8();
  return {};
}

/// Whether both say of which body they are, and of different ones.
bool have_different_makers(const Grid& first, const Grid& later,
                           const patterns::LayoutPatterns& patterns) {
  const std::string maker = maker_of(first, patterns);
  const std::string other = maker_of(later, patterns);
  return !maker.empty() && !other.empty() && maker != other;
}

std::ptrdiff_t texts_in_row(const Grid& grid, int row) {
  return std::count_if(grid.cells.begin(), grid.cells.end(), [row](const GridCell& cell) {
    return cell.row == row && !cell.text.empty();
  });
}

/// Why the later grid goes on with the table that begins with `first` and has come to `last`.
std::optional<std::string> reason_to_join(const Grid& first, const Grid& last, const Grid& later,
                                          const patterns::LayoutPatterns& patterns) {
  if (later.page != last.page + 1 || have_different_makers(first, later, patterns))
    return std::nullopt;
  if (!has_own_title(later, patterns)) {
    // The same header is that of the same columns, however wide they are on the page.
    const bool is_alike = begin_alike(first, later);
    if (is_alike && texts_in_row(first, 0) >= kMinHeaderTexts) return "repeated_header";
    if (!share_columns(last, later) && !share_columns(first, later)) return std::nullopt;
    if (is_alike) return "repeated_header";
    return last.is_open_below || later.is_open_above ? "open_row" : "same_columns";
  }
  if (has_same_titles(first, later, patterns) && begin_alike(first, later)) return "repeated_title";
  return std::nullopt;
}

}  // namespace

std::vector<GridSequence> join_grids(const std::vector<Grid>& grids,
                                     const patterns::LayoutPatterns& patterns) {
  std::vector<GridSequence> tables;
  for (std::size_t i = 0; i < grids.size(); ++i) {
    const bool is_first_of_page = i == 0 || grids[i - 1].page != grids[i].page;
    if (is_first_of_page && !tables.empty()) {
      GridSequence& table = tables.back();
      const auto reason =
          reason_to_join(grids[table.grids.front()], grids[table.grids.back()], grids[i], patterns);
      if (reason) {
        table.grids.push_back(i);
        table.joins.push_back({grids[i].page, *reason});
        continue;
      }
    }
    tables.push_back({{i}, {}});
  }
  return tables;
}

}  // namespace mingxi::layout
