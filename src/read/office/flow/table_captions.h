#pragma once

#include <vector>

#include "read/office/flow/flow.h"

namespace mingxi::read {

/// A table apart from the rows that only hold its title, its unit or its notes: they become
/// paragraphs over and under it, as they are on paper. Rows that no line is drawn around are such
/// rows, where lines are drawn around others; of ruled ones, those at the top that hold one cell as
/// wide as the table, or one or two cells among blank ones. A table of which nothing is left is
/// paragraphs alone.
std::vector<FlowBlock> apart_from_captions(FlowTable table);

}  // namespace mingxi::read
