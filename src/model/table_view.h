#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/layout.h"
#include "model/table.h"

namespace mingxi {

/// A table by places: which cell is in a row and column, with its normalised text.
class TableView {
 public:
  /// The cells of the table must be those of the grids of its sequence, in their order.
  TableView(const Table& table, const GridSequence& sequence, const Layout& layout)
      : table_(table),
        owner_(static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns), -1) {
    for (const std::size_t grid : sequence.grids)
      for (const GridCell& cell : layout.grids[grid].cells) texts_.push_back(&cell.text);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      const Cell& cell = table.cells[i];
      for (int row = cell.row; row < cell.row + cell.row_span; ++row)
        for (int column = cell.column; column < cell.column + cell.column_span; ++column)
          owner_[place(row, column)] = static_cast<int>(i);
    }
  }

  int rows() const { return table_.rows; }
  int columns() const { return table_.columns; }

  /// Index of the cell that covers a place; -1 where there is none.
  int index_at(int row, int column) const { return owner_[place(row, column)]; }

  const Cell& cell(int index) const { return table_.cells[static_cast<std::size_t>(index)]; }

  /// Normalised text of a cell with its trace.
  const TracedText& traced(int index) const { return *texts_[static_cast<std::size_t>(index)]; }

  /// Normalised text at a place; "" where there is no cell.
  std::string_view text_at(int row, int column) const {
    const int index = index_at(row, column);
    return index < 0 ? std::string_view() : std::string_view(traced(index).utf8());
  }

  /// Indices of the cells that begin in a row, left to right.
  std::vector<int> cells_from(int row) const {
    std::vector<int> cells;
    for (int column = 0; column < columns(); ++column) {
      const int index = index_at(row, column);
      if (index >= 0 && cell(index).row == row && cell(index).column == column)
        cells.push_back(index);
    }
    return cells;
  }

 private:
  std::size_t place(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(table_.columns) +
           static_cast<std::size_t>(column);
  }

  const Table& table_;
  std::vector<int> owner_;
  std::vector<const TracedText*> texts_;
};

}  // namespace mingxi
