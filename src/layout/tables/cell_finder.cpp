#include "layout/tables/cell_finder.h"

#include <algorithm>

namespace mingxi::layout {
namespace {

/// Between which of the lines a point is; the nearest for one that lies just outside.
int between(const std::vector<double>& lines, double at) {
  const auto above = std::upper_bound(lines.begin() + 1, lines.end() - 1, at);
  return static_cast<int>(above - lines.begin()) - 1;
}

}  // namespace

CellFinder::CellFinder(const std::vector<Grid>& grids) : grids_(grids) {
  int number = 0;
  for (const Grid& grid : grids) {
    first_.push_back(number);
    std::vector<int> owner(static_cast<std::size_t>(grid.rows() * grid.columns()), -1);
    for (const GridCell& cell : grid.cells) {
      for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
        const auto begin = owner.begin() + row * grid.columns() + cell.column;
        std::fill(begin, begin + cell.column_span, number);
      }
      ++number;
    }
    owner_.push_back(std::move(owner));
  }
}

int CellFinder::at(double x, double y) const {
  for (std::size_t i = 0; i < grids_.size(); ++i) {
    const Grid& grid = grids_[i];
    if (!holds(grid.box, x, y)) continue;
    const int place = between(grid.row_lines, y) * grid.columns() + between(grid.column_lines, x);
    return owner_[i][static_cast<std::size_t>(place)];
  }
  return -1;
}

CellPlace CellFinder::place(int number) const {
  if (number < 0) return {};
  const auto grid = std::upper_bound(first_.begin(), first_.end(), number) - first_.begin() - 1;
  return {static_cast<int>(grid), number - first_[static_cast<std::size_t>(grid)]};
}

}  // namespace mingxi::layout
