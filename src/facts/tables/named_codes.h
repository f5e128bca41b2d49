#pragma once

#include <optional>
#include <vector>

#include "facts/tables/row_tree.h"
#include "facts/tables/rows.h"
#include "patterns/classification.h"

namespace mingxi::facts {

/// The codes of the names of a list that prints none, "functional:2010601". A name is looked up
/// under those that it is a part of; the whole list decides by vote which classification it is in,
/// and one of a single level is in none.
std::vector<std::optional<std::string>> named_codes(const std::vector<TableRow>& rows,
                                                    const RowTree& tree,
                                                    const patterns::Classification& names);

}  // namespace mingxi::facts
