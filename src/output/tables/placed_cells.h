#pragma once

#include <optional>
#include <vector>

#include "patterns/pattern_names.h"
#include "output/tables/printed_number.h"
#include "model/table.h"

namespace mingxi::output {

/// The cells of a table by place, and which of them are numbers to someone who reads the table in
/// a spreadsheet or a browser.
class PlacedCells {
 public:
  /// Requires that the table and the patterns outlive it. Places outside the table are left out.
  PlacedCells(const Table& table, const patterns::HeaderPatterns& headers);

  /// The cell that covers a place; null where there is none.
  const Cell* at(int row, int column) const { return cells_[place(row, column)]; }

  bool is_header(int row) const { return header_[static_cast<std::size_t>(row)]; }

  /// The row after the header at the top; 0 if there is none.
  int end_of_header() const;

  /// The number a cell holds. Header cells and codes, such as 2080505, are none: a code is digits
  /// alone in a column whose header says so (编码, 代码, 科目; 类, 款, 项), or three to seven
  /// digits in the first two columns where amounts are not expected.
  std::optional<PrintedNumber> number(const Cell& cell) const;

 private:
  /// What the digits of a column are.
  enum class Digits { kNumbers, kCodes, kCodesOfUsualLength };

  std::size_t place(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(table_.columns) +
           static_cast<std::size_t>(column);
  }
  Digits digits_of(int column) const;

  const Table& table_;
  const patterns::HeaderPatterns& headers_;
  std::vector<const Cell*> cells_;
  std::vector<bool> header_;
  std::vector<Digits> digits_;
};

}  // namespace mingxi::output
