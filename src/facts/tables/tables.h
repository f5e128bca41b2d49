#pragma once

#include <vector>

#include "model/fact.h"
#include "model/layout.h"
#include "patterns/tables.h"

namespace mingxi::facts {

/// The tables of a document with their kind, title, unit, header and state. Their cells are those
/// of the grids of layout.tables, in the same order.
std::vector<Table> recognise_tables(const Document& document, const Layout& layout,
                                    const patterns::TableRules& rules);

}  // namespace mingxi::facts
