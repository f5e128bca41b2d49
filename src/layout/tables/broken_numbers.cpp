// A number is broken where its cell is too narrow for it: its first line fills the cell, so that
// not one more digit would have had room.

#include "layout/tables/broken_numbers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "text/numerals.h"

namespace mingxi::layout {
namespace {

constexpr double kWidestPadding = 0.6;  // font sizes on each side of the text of a cell
constexpr double kSameLine = 0.4;       // font sizes

bool is_of_number(char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; }

bool is_part_of_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_of_number);
}

std::size_t places_of(std::string_view number) {
  const std::size_t point = number.rfind('.');
  return point == std::string_view::npos ? 0 : number.size() - point - 1;
}

/// The last line of a text.
Box last_line_of(const Page& page, const TracedText& text) {
  const auto glyph = [&](std::size_t at) -> const Glyph& {
    return page.glyphs[text.glyph(at) - page.first_glyph];
  };
  const Glyph& last = glyph(text.size() - 1);
  Box box = last.box;
  for (std::size_t at = text.size(); at-- > 0;) {
    if (std::abs(glyph(at).baseline - last.baseline) > kSameLine * last.font_size) break;
    box = united(box, glyph(at).box);
  }
  return box;
}

/// Whether a cell has no room for one more digit beside its last line.
bool is_filled(const Page& page, const GridCell& cell, const Glyph& next) {
  const Box line = last_line_of(page, cell.text);
  const double room = std::min(line.left - cell.box.left, cell.box.right - line.right);
  const double padding = std::clamp(room, 0.0, kWidestPadding * next.font_size);
  return line.width() + next.box.width() > cell.box.width() - 2 * padding;
}

const Glyph& first_glyph(const Page& page, const TracedText& text) {
  return page.glyphs[text.glyph(0) - page.first_glyph];
}

/// The rows of a grid that repeat those of the one before: its header.
int repeated_rows(const Grid& before, const Grid& grid) {
  const auto text_of = [](const Grid& of, int row) {
    std::string text;
    for (const GridCell& cell : of.cells)
      if (cell.row == row) text += cell.text.utf8() + "|";
    return text;
  };
  int row = 0;
  while (row + 1 < std::min(grid.rows(), before.rows()) &&
         text_of(before, row) == text_of(grid, row))
    ++row;
  return row;
}

/// How many decimals most other amounts of the column of a cell have that have any.
std::optional<std::size_t> usual_places(const Grid& grid, const GridCell& own) {
  std::map<std::size_t, std::size_t> counts;
  for (const GridCell& cell : grid.cells)
    if (&cell != &own && std::abs(cell.box.right - own.box.right) <= kSameColumn &&
        cell.column_span == 1 && is_part_of_number(cell.text.utf8()) &&
        places_of(cell.text.utf8()) > 0)
      ++counts[places_of(cell.text.utf8())];
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? std::nullopt : std::optional(most->first);
}

/// A row over the end of a page: pairs of cells in one column, the later not blank.
class BrokenRow {
 public:
  BrokenRow(const Document& document, Grid& before, Grid& grid)
      : document_(document), before_(before), grid_(grid) {
    const int first = repeated_rows(before, grid);
    for (GridCell& later : grid.cells) {
      if (later.row != first || later.text.empty()) continue;
      const auto own = std::ranges::find_if(before.cells, [&](const GridCell& cell) {
        return cell.row + cell.row_span == before.rows() &&
               std::abs(cell.box.left - later.box.left) <= kSameColumn &&
               std::abs(cell.box.right - later.box.right) <= kSameColumn;
      });
      if (own == before.cells.end()) return;
      pairs_.emplace_back(&*own, &later);
    }
    is_whole_ = true;
  }

  /// Whether numbers of the row are broken, each of those that it has on the later page.
  bool has_broken_number() const {
    std::size_t numbers = 0;
    for (const auto& [own, later] : pairs_) {
      if (!is_part_of_number(later->text.utf8())) continue;
      if (!is_broken(*own, *later)) return false;
      ++numbers;
    }
    return is_whole_ && numbers > 0;
  }

  void join() {
    for (const auto& [own, later] : pairs_) {
      own->text.append(later->text);
      later->text = {};
    }
    grid_.is_open_above = true;
  }

 private:
  bool is_broken(const GridCell& own, const GridCell& later) const {
    const std::string& head = own.text.utf8();
    if (!is_part_of_number(head)) return false;
    const std::string whole = head + later.text.utf8();
    if (!text::amount_of(whole)) return false;
    if (!is_filled(page_of(document_, own.text.glyph(0)), own,
                   first_glyph(page_of(document_, later.text.glyph(0)), later.text)))
      return false;
    // What is a number as it is goes on only where no rule closes the row.
    if (before_.is_open_below || grid_.is_open_above || !text::amount_of(head)) return true;
    const auto usual = usual_places(before_, own);
    return usual && places_of(head) != *usual && places_of(whole) == *usual;
  }

  const Document& document_;
  const Grid& before_;
  Grid& grid_;
  std::vector<std::pair<GridCell*, GridCell*>> pairs_;
  bool is_whole_ = false;  // each text has a cell above it
};

}  // namespace

void append_line(const Page& page, const Line& line, GridCell& cell) {
  const bool are_numbers =
      is_part_of_number(cell.text.utf8()) && is_part_of_number(line.text.utf8());
  if (are_numbers && !is_filled(page, cell, first_glyph(page, line.text)))
    cell.text.append(" ", cell.text.glyph(cell.text.size() - 1));
  cell.text.append(line.text);
}

void join_broken_rows(const Document& document, const std::vector<GridSequence>& tables,
                      std::vector<Grid>& grids) {
  for (const GridSequence& table : tables) {
    for (std::size_t i = 1; i < table.grids.size(); ++i) {
      BrokenRow row(document, grids[table.grids[i - 1]], grids[table.grids[i]]);
      if (row.has_broken_number()) row.join();
    }
  }
}

}  // namespace mingxi::layout
