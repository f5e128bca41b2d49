#pragma once

#include <vector>

#include "layout/tables/strokes.h"
#include "model/layout.h"

namespace mingxi::layout {

/// A table with few rules or none, and the rules that its text shows by standing in rows and
/// columns.
struct ImpliedTable {
  Box box;
  Strokes strokes;  ///< sides of its cells
};

/// What of the lines outside the grids of a page looks like a table.
struct TableLikeText {
  std::vector<ImpliedTable> tables;  ///< between rules, or on shades: these can be read
  std::vector<Box> unread;           ///< without either: where it begins is not known
};
TableLikeText table_like_text(const Page& page, const Strokes& drawn,
                              const std::vector<const Line*>& lines);

/// Rules between figures that are one below the other in the cells of one row: a table with rules
/// around its columns and none between its rows. The lines are those of the page, in the grid's
/// cells.
struct LineInCell {
  const Line* line = nullptr;
  int cell = -1;
};
std::vector<Stroke> implied_rows(const Grid& grid, const std::vector<LineInCell>& lines);

}  // namespace mingxi::layout
