#pragma once

#include "layout/tables/strokes.h"
#include "model/layout.h"
#include "patterns/layout.h"

namespace mingxi::layout {

/// The lines of one page, top to bottom, whatever the drawing order; only glyphs that can be seen.
/// Lines do not cross the edge of a cell.
std::vector<Line> find_lines(const Page& page, const std::vector<Grid>& grids);

/// The ruled parts of a page, top to bottom, with their cells; the texts of the cells are empty.
std::vector<Grid> find_grids(const Page& page);
std::vector<Grid> find_grids(const Page& page, const Strokes& strokes);

/// The lines of a page in reading order, those of two columns or of two pages on one sheet one
/// after the other, without regard to grids.
std::vector<Line> lines_in_reading_order(const Page& page);

/// The document as a reader sees it: paragraphs joined over lines and pages, under their sections.
Layout lay_out(const Document& document, const patterns::LayoutPatterns& patterns);

}  // namespace mingxi::layout
