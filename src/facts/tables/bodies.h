#pragma once

#include <set>
#include <string>
#include <vector>

#include "facts/tables/row_tree.h"
#include "facts/tables/rows.h"
#include "model/fact.h"

namespace mingxi::facts {

/// The unit that each row is of, as printed: named in the row, or in a row above that names
/// nothing but the unit. "" where the table lists no unit but
/// one of the publishers: the names that the document gives to the unit it is of.
std::vector<std::string> bodies_of(const std::vector<TableRow>& rows, const RowTree& tree,
                                   const std::vector<Column>& columns,
                                   const std::set<std::string>& publishers);

}  // namespace mingxi::facts
