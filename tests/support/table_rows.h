#pragma once

#include <string>
#include <vector>

#include "model/table.h"

namespace mingxi {

/// A table with these rows of cells, none merged; the first rows are headers.
inline Table table_of(const std::vector<std::vector<std::string>>& rows, int header_rows = 1) {
  Table table{.id = "t1", .title = "支出总表", .unit = "万元", .pages = {9}};
  table.rows = static_cast<int>(rows.size());
  table.columns = rows.empty() ? 0 : static_cast<int>(rows[0].size());
  for (int row = 0; row < header_rows; ++row) table.header_rows.push_back(row);
  for (int row = 0; row < table.rows; ++row) {
    for (int column = 0; column < table.columns; ++column) {
      const std::string& text =
          rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
      table.cells.push_back({.row = row, .column = column, .page = 9, .text = text});
    }
  }
  return table;
}

/// A header of two rows with merged cells: 科目编码 over two rows, 支出 over two columns.
inline Table merged_table() {
  Table table = table_of({{"", "", ""}, {"", "", ""}, {"2080505", "1,326.28", "12.5%"}}, 2);
  table.cells = {{.row = 0, .column = 0, .row_span = 2, .page = 9, .text = "科目编码"},
                 {.row = 0, .column = 1, .column_span = 2, .page = 9, .text = "支出"},
                 {.row = 1, .column = 1, .page = 9, .text = "合计"},
                 {.row = 1, .column = 2, .page = 9, .text = "占比"},
                 table.cells[6],
                 table.cells[7],
                 table.cells[8]};
  return table;
}

}  // namespace mingxi
