#pragma once

#include <vector>

#include "model/document.h"
#include "model/layout.h"

namespace mingxi::layout {

/// Adds a line to the cell it is in. A number that the cell is too narrow for goes on in its
/// next line; two numbers one below the other are kept apart by a blank.
void append_line(const Page& page, const Line& line, GridCell& cell);

/// Puts a row that a page ends amid of together where a number of it is broken there: the texts
/// of the next page go to the cells in which they began.
void join_broken_rows(const Document& document, const std::vector<GridSequence>& tables,
                      std::vector<Grid>& grids);

}  // namespace mingxi::layout
