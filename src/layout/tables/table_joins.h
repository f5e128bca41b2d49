#pragma once

#include <vector>

#include "model/layout.h"
#include "patterns/layout.h"

namespace mingxi::layout {

/// Puts the grids of a document together to tables that run over pages. Each grid is in one
/// table, in reading order.
std::vector<GridSequence> join_grids(const std::vector<Grid>& grids,
                                     const patterns::LayoutPatterns& patterns);

}  // namespace mingxi::layout
