#pragma once

#include <string>
#include <vector>

#include "model/table.h"

namespace mingxi {

/// A table whose cells are these texts, row by row; one header row. `<` goes on with the cell to
/// the left, `^` with the one above.
inline Table table_of(const std::vector<std::vector<std::string>>& rows) {
  Table table{
      .id = "t1", .kind = TableKind::kB03, .title = "支出总表", .unit = "万元", .pages = {5}};
  table.rows = static_cast<int>(rows.size());
  table.columns = static_cast<int>(rows.front().size());
  table.header_rows = {0};
  for (int row = 0; row < table.rows; ++row) {
    const auto& texts = rows[static_cast<std::size_t>(row)];
    for (int column = 0; column < table.columns; ++column) {
      const std::string& text = texts[static_cast<std::size_t>(column)];
      if (text == "<" || text == "^") {
        for (Cell& cell : table.cells) {
          const bool above = text == "^" && cell.column == column;
          const bool left = text == "<" && cell.row == row;
          if (above && cell.row + cell.row_span == row) ++cell.row_span;
          if (left && cell.column + cell.column_span == column) ++cell.column_span;
        }
        continue;
      }
      Cell cell{.row = row, .column = column, .page = 5, .text = text};
      cell.box = {50.0 + 90 * column, 100.0 + 20 * row, 140.0 + 90 * column, 120.0 + 20 * row};
      table.cells.push_back(cell);
    }
  }
  return table;
}

}  // namespace mingxi
