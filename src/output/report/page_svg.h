#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "model/layout.h"
#include "model/table.h"

namespace mingxi::output {

/// A page as an SVG picture of how its tables were read: the text in light grey, what is ruled in
/// dark grey, the lines of the grids dashed, each cell in the colour of its table, header cells
/// darker, the table's number, kind and title over it. grids: those of the page.
std::string page_svg(const Page& page, const std::vector<Grid>& grids,
                     const std::vector<Table>& tables);

}  // namespace mingxi::output
