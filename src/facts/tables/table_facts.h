#pragma once

#include <vector>

#include "model/fact.h"
#include "model/layout.h"
#include "patterns/patterns.h"

namespace mingxi::facts {

/// The figures of the tables as facts, table by table, row by row: subject from the name of the
/// row, component, period, basis and measure from the header, unit from the table. Blank cells are
/// none. The tables are those of layout.tables, in their order. Without ids.
std::vector<Fact> link_tables(const Document& document, const Layout& layout,
                              const std::vector<Table>& tables, const Identity& identity,
                              const patterns::Patterns& patterns);

}  // namespace mingxi::facts
