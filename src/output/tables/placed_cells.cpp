#include "output/tables/placed_cells.h"

#include <algorithm>
#include <string>

#include "text/normalise.h"

namespace mingxi::output {
PlacedCells::PlacedCells(const Table& table, const patterns::HeaderPatterns& headers)
    : table_(table),
      headers_(headers),
      cells_(static_cast<std::size_t>(std::max(table.rows, 0)) *
             static_cast<std::size_t>(std::max(table.columns, 0))),
      header_(static_cast<std::size_t>(std::max(table.rows, 0))) {
  for (const Cell& cell : table.cells) {
    const int last_row = std::min(cell.row + cell.row_span, table.rows);
    const int last_column = std::min(cell.column + cell.column_span, table.columns);
    for (int row = std::max(cell.row, 0); row < last_row; ++row) {
      for (int column = std::max(cell.column, 0); column < last_column; ++column) {
        cells_[place(row, column)] = &cell;
      }
    }
  }
  for (const int row : table.header_rows) {
    if (row >= 0 && row < table.rows) header_[static_cast<std::size_t>(row)] = true;
  }
  for (int column = 0; column < table.columns; ++column) digits_.push_back(digits_of(column));
}

int PlacedCells::end_of_header() const {
  constexpr auto kMaxAbove = 3;  // a title or a unit that is inside the rules
  const auto first = std::ranges::find(header_, true);
  if (first - header_.begin() > kMaxAbove || first == header_.end()) return 0;
  return static_cast<int>(std::find(first, header_.end(), false) - header_.begin());
}

PlacedCells::Digits PlacedCells::digits_of(int column) const {
  std::string lowest;  // the header next above the figures says most
  bool codes = false;
  for (int row = 0; row < end_of_header(); ++row) {
    const Cell* cell = at(row, column);
    if (cell == nullptr || !is_header(row)) continue;
    const std::string text = text::normalised(cell->text);
    codes = codes || headers_.codes.matches(text);
    if (!text.empty()) lowest = text;
  }
  if (codes && (headers_.codes.matches(lowest) || !headers_.amounts.matches(lowest)))
    return Digits::kCodes;
  if (column == 0) return Digits::kCodesOfUsualLength;
  if (column > 1 || headers_.amounts.matches(lowest)) return Digits::kNumbers;
  for (int row = end_of_header(); row < table_.rows; ++row) {
    const Cell* cell = at(row, column);
    // A point or a separator: there are amounts in this column.
    if (cell != nullptr && !is_digits(cell->text) && printed_number(cell->text)) {
      return Digits::kNumbers;
    }
  }
  return Digits::kCodesOfUsualLength;
}

std::optional<PrintedNumber> PlacedCells::number(const Cell& cell) const {
  if (cell.row < 0 || cell.row >= table_.rows || is_header(cell.row)) return std::nullopt;
  if (cell.column < 0 || cell.column >= table_.columns) return std::nullopt;
  const Digits digits = digits_[static_cast<std::size_t>(cell.column)];
  if (digits != Digits::kNumbers) {
    const std::string text = text::normalised(cell.text);
    const bool usual = text.size() >= 3 && text.size() <= 7;
    if (is_digits(text) && (digits == Digits::kCodes || usual)) return std::nullopt;
  }
  return printed_number(cell.text);
}

}  // namespace mingxi::output
