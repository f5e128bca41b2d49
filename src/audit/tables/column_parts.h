#pragma once

#include <cstddef>
#include <vector>

#include "audit/tables/panels.h"
#include "model/check.h"

namespace mingxi::audit {

/// A row and the rows that make it up.
struct ColumnNode {
  std::size_t whole = 0;
  std::vector<std::size_t> parts;  ///< at least one
  CheckName check;                 ///< sum/class or sum/total
};

/// The rows of a panel that others make up, likeliest parts each.
std::vector<ColumnNode> nodes_of(const Panel& panel);

}  // namespace mingxi::audit
