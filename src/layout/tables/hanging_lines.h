#pragma once

#include <vector>

#include "layout/lines.h"
#include "model/layout.h"

namespace mingxi::layout {

/// Gives the first line of a cell back to the cell above it where the line runs over the rule
/// between them and is closer to the text above than to that below: a name that was too long for
/// its row. The lines are from top to bottom.
void return_hanging_lines(const std::vector<Grid>& grids, std::vector<PlacedLine>& lines);

/// Whether a grid is part of a drawing: a frame without a word, or the legend of a chart, whose
/// words are in one row, each after a blank box. The lines are those of the grid.
bool is_drawing(const Grid& grid, const std::vector<const PlacedLine*>& lines);

}  // namespace mingxi::layout
