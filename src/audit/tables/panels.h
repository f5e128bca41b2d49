#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "audit/core/table_figures.h"
#include "patterns/tables.h"
#include "text/item_numbering.h"

namespace mingxi::audit {

/// A row under one column of names, with its figures.
struct PanelRow {
  int row = 0;
  std::string name;  ///< normalised
  std::string code;  ///< "functional:2080505"; empty: none
  text::ItemDepth depth = text::ItemDepth::kNone;
  bool is_part = false;                ///< 其中 is before it
  bool is_total = false;               ///< 合计, 本年收入合计, 收入总计
  bool is_subtotal = false;            ///< the reader of the table took it for a whole
  std::map<int, const Fact*> figures;  ///< by column of the panel
  std::vector<std::size_t> parts;      ///< rows directly under it, in order
};

/// The rows under one column of names and the amounts that belong to them. A table that sets income
/// and expenditure side by side has several; rows of one year each are distinguished as columns
/// are.
struct Panel {
  std::vector<int> columns;
  std::vector<PanelRow> rows;      ///< in the order of the page
  std::vector<std::size_t> roots;  ///< rows under no other, totals among them
};

/// The panels of a table, with their rows as a tree. What a row is the whole of is given by codes,
/// by numbering, and by sums in all columns at once.
std::vector<Panel> panels_of(const TableFigures& figures, const patterns::TableRules& rules);

/// Whether two rows have the same figures in the same columns.
bool have_same_figures(const PanelRow& a, const PanelRow& b);

/// The figure of a row in a column; nullptr where it has none.
inline const Fact* figure_in(const Panel& panel, std::size_t row, int column) {
  const auto found = panel.rows[row].figures.find(column);
  return found == panel.rows[row].figures.end() ? nullptr : found->second;
}

/// The figures of rows in one column; rows without one are left out.
std::vector<const Fact*> figures_in(const Panel& panel, const std::vector<std::size_t>& rows,
                                    int column);

/// Whether rows add up to another in every column where either has an amount, and in one at least.
bool add_up(const Panel& panel, std::size_t whole, const std::vector<std::size_t>& parts);

}  // namespace mingxi::audit
