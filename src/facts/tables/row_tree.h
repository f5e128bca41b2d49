#pragma once

#include <optional>
#include <vector>

#include "facts/tables/rows.h"

namespace mingxi::facts {

/// What the rows of one list are parts of.
struct RowTree {
  struct Node {
    int parent = -1;       ///< index of the row it is a part of; -1 at the top
    bool is_memo = false;  ///< a part whose like do not add up to the parent
    bool has_parts = false;
    bool closes = false;  ///< its parts add up to it in every column
    std::optional<LineKind> kind;
  };
  std::vector<Node> nodes;  ///< one for each row, in the order of the rows
};

/// Reads the tree from all signs at once: codes and numbers of units that begin alike, sums over
/// all amounts, numbering, indent and the names of classes. Codes decide where there are some. Of
/// the trees that the other signs allow, the one is taken in which most rows are the sum of their
/// parts and most signs agree.
RowTree row_tree(const std::vector<TableRow>& rows);

}  // namespace mingxi::facts
