#pragma once

#include <vector>

#include "model/fact.h"
#include "model/layout.h"
#include "patterns/patterns.h"

namespace mingxi::facts {

/// What was read of the cells of amounts.
struct TableFacts {
  std::vector<Fact> facts;
  std::vector<UnreadCell> unread;  ///< by table, row and column
};

/// The figures of the tables as facts, table by table, row by row: subject from the name of the
/// row, component, period, basis and measure from the header, unit from the table. Blank cells are
/// none; other cells that give no fact are reported. The tables are those of layout.tables, in
/// their order. Without ids.
TableFacts link_tables(const Document& document, const Layout& layout,
                       const std::vector<Table>& tables, const Identity& identity,
                       const patterns::Patterns& patterns);

}  // namespace mingxi::facts
