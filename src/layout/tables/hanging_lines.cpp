#include "layout/tables/hanging_lines.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace mingxi::layout {
namespace {

// In font sizes.
constexpr double kHalfOfInk = 0.45;
constexpr double kOver = 0.1;      // a rule that only touches the ink is not run over
constexpr double kTightest = 0.9;  // lines of one text are this far apart or farther
constexpr double kWidest = 1.7;

const GridCell& cell_of(const std::vector<Grid>& grids, const PlacedLine& line) {
  return grids[static_cast<std::size_t>(line.grid)].cells[static_cast<std::size_t>(line.cell)];
}

bool runs_over_the_rule_above(const std::vector<Grid>& grids, const PlacedLine& placed) {
  if (placed.grid < 0) return false;
  const GridCell& cell = cell_of(grids, placed);
  const double size = placed.line.font_size;
  return cell.row > 0 && placed.line.middle() - kHalfOfInk * size < cell.box.top - kOver * size;
}

/// The cell above, as wide as the cell.
std::optional<int> cell_above(const Grid& grid, int number) {
  const GridCell& cell = grid.cells[static_cast<std::size_t>(number)];
  for (int i = number; i-- > 0;) {
    const GridCell& above = grid.cells[static_cast<std::size_t>(i)];
    if (above.column == cell.column && above.column_span == cell.column_span &&
        above.row + above.row_span == cell.row)
      return i;
  }
  return std::nullopt;
}

}  // namespace

void return_hanging_lines(const std::vector<Grid>& grids, std::vector<PlacedLine>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    PlacedLine& hanging = lines[i];
    if (!runs_over_the_rule_above(grids, hanging)) continue;
    const auto above = cell_above(grids[static_cast<std::size_t>(hanging.grid)], hanging.cell);
    if (!above) continue;
    const PlacedLine* before = nullptr;
    bool is_first = true;
    for (std::size_t k = 0; k < i; ++k) {
      if (lines[k].grid != hanging.grid) continue;
      if (lines[k].cell == hanging.cell) is_first = false;
      if (lines[k].cell == *above) before = &lines[k];
    }
    const auto after =
        std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(),
                     [&hanging](const PlacedLine& other) {
                       return other.grid == hanging.grid && other.cell == hanging.cell;
                     });
    if (!is_first || before == nullptr || after == lines.end()) continue;
    const double size = hanging.line.font_size;
    const double up = hanging.line.middle() - before->line.middle();
    const double down = after->line.middle() - hanging.line.middle();
    if (up >= kTightest * size && up <= kWidest * size && up < down) hanging.cell = *above;
  }
}

bool is_drawing(const Grid& grid, const std::vector<const PlacedLine*>& lines) {
  if (lines.empty()) return grid.cells.size() == 1;
  std::set<std::pair<int, int>> filled;
  for (const PlacedLine* line : lines) {
    const GridCell& cell = grid.cells[static_cast<std::size_t>(line->cell)];
    const std::string& text = line->line.text.utf8();
    if (text.find_first_of("0123456789") != std::string::npos) return false;
    filled.insert({cell.row, cell.column});
  }
  const int row = filled.begin()->first;
  return filled.size() > 1 && std::all_of(filled.begin(), filled.end(), [&](const auto& place) {
           return place.first == row && place.second > 0 &&
                  filled.count({row, place.second - 1}) == 0;
         });
}

}  // namespace mingxi::layout
