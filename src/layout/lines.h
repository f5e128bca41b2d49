#pragma once

#include <vector>

#include "layout/layout.h"

namespace mingxi::layout {

/// A line and the cell it is in; no cell for a line outside the grids.
struct PlacedLine {
  Line line;
  int grid = -1;  ///< index of its grid, or -1
  int cell = -1;  ///< index into the cells of its grid
};

/// The lines of a page, top to bottom, those in cells among them.
std::vector<PlacedLine> place_lines(const Page& page, const std::vector<Grid>& grids);

}  // namespace mingxi::layout
