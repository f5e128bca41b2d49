#pragma once

#include <vector>

#include "model/layout.h"

namespace mingxi::layout {

/// A cell of a page: indices of its grid and in the cells of that grid.
struct CellPlace {
  int grid = -1;
  int cell = -1;
};

/// Finds the cell of a point among the grids of a page.
class CellFinder {
 public:
  explicit CellFinder(const std::vector<Grid>& grids);

  /// The number of the cell that holds the point; -1 outside the grids.
  int at(double x, double y) const;

  /// The cell with this number; none for -1.
  CellPlace place(int number) const;

 private:
  const std::vector<Grid>& grids_;
  std::vector<int> first_;               // number of the first cell of each grid
  std::vector<std::vector<int>> owner_;  // of each place of each grid: the number of its cell
};

}  // namespace mingxi::layout
