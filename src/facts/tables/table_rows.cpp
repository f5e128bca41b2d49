// The header reaches as far down as its merged cells do, and one row further under a cell that
// is above several columns. It ends before the first row with an amount or a sum.

#include "facts/tables/table_rows.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "text/numerals.h"

namespace mingxi::facts {
namespace {

constexpr int kLargestColumnNumber = 99;
constexpr int kMaxHeadLines = 3;

bool is_column_number(std::string_view text) {
  if (text.empty()) return false;
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number > kLargestColumnNumber) return false;
  // 3=4+5 says how the column is made.
  return std::all_of(end, text.data() + text.size(), [](char c) {
    return (c >= '0' && c <= '9') || c == '=' || c == '+' || c == '-' || c == '(' || c == ')';
  });
}

bool is_numbering(const TableView& view, int row, const patterns::TableRules& rules) {
  int numbers = 0;
  bool has_label = false;
  for (const int index : view.cells_from(row)) {
    const std::string& text = view.traced(index).utf8();
    if (text.empty()) continue;
    if (is_column_number(text)) {
      ++numbers;
    } else if (rules.rows.is("numbering", text) || rules.rows.is("level", text)) {
      has_label = true;
    } else {
      return false;
    }
  }
  return has_label ? numbers > 0 : numbers > 1;
}

bool has_amount(const TableView& view, int row) {
  const std::vector<int> cells = view.cells_from(row);
  return std::any_of(cells.begin(), cells.end(), [&view](int index) {
    return text::amount_of(view.traced(index).utf8()).has_value();
  });
}

/// Whether nothing is in the row but a word at its begin: 合计 or 无 of an empty table.
bool is_blank(const TableView& view, int row) {
  const std::vector<int> cells = view.cells_from(row);
  const auto filled = std::count_if(cells.begin(), cells.end(),
                                    [&view](int index) { return !view.traced(index).empty(); });
  return filled == 0 || (filled == 1 && cells.size() > 1);
}

/// A row in one cell: the title, the unit.
bool is_one_cell(const TableView& view, int row) {
  const int index = view.index_at(row, 0);
  return index >= 0 && view.columns() > 1 && view.cell(index).column_span == view.columns();
}

/// Whether the row stops a header: it holds a figure or nothing.
bool is_data(const TableView& view, int row, const patterns::TableRules& rules) {
  if (is_numbering(view, row, rules)) return true;  // taken after the header
  return has_amount(view, row) || is_blank(view, row);
}

/// A row of the grid with one text over a header: the number of the table, its title, its unit.
bool is_head_line(const TableView& view, int row) {
  const auto filled = [&view](int at) {
    const std::vector<int> cells = view.cells_from(at);
    return std::count_if(cells.begin(), cells.end(),
                         [&view](int index) { return !view.traced(index).empty(); });
  };
  if (filled(row) != 1 || has_amount(view, row)) return false;
  for (int next = row + 1; next < view.rows() && next <= row + kMaxHeadLines; ++next)
    if (filled(next) > 1) return !has_amount(view, next);
  return false;
}

std::string row_text(const TableView& view, int row) {
  std::string text;
  for (const int index : view.cells_from(row)) text += view.traced(index).utf8() + "|";
  return text;
}

}  // namespace

std::vector<int> header_rows(const TableView& view, const std::vector<int>& first_rows,
                             const patterns::TableRules& rules) {
  std::vector<int> header;
  int begin = 0;
  while (begin < view.rows() &&
         ((is_one_cell(view, begin) && !is_blank(view, begin)) || is_head_line(view, begin)))
    header.push_back(begin++);
  if (begin < view.rows() && !has_amount(view, begin)) {
    int spanned = begin + 1;  // rows that a cell of the header reaches
    int end = begin + 1;
    for (int row = begin; row < end && row < view.rows(); ++row) {
      if (row >= spanned && is_data(view, row, rules)) break;
      header.push_back(row);
      for (const int index : view.cells_from(row)) {
        const Cell& cell = view.cell(index);
        const bool is_group = cell.column_span > 1 && cell.column_span < view.columns();
        spanned = std::max(spanned, row + cell.row_span);
        end = std::max(end, row + cell.row_span + (is_group ? 1 : 0));
      }
    }
  }
  int next = header.empty() ? 0 : header.back() + 1;
  while (next < view.rows() && is_numbering(view, next, rules)) header.push_back(next++);

  const std::vector<int> printed = header;
  for (const int first : first_rows) {
    if (first == 0) continue;
    // The first header row that is printed again begins the repetition: titles may be left out.
    for (std::size_t i = 0; i < printed.size(); ++i) {
      if (row_text(view, first) != row_text(view, printed[i])) continue;
      for (std::size_t k = i; k < printed.size(); ++k) {
        const int row = first + static_cast<int>(k - i);
        if (row >= view.rows() || row_text(view, row) != row_text(view, printed[k])) break;
        header.push_back(row);
      }
      break;
    }
  }
  return header;
}

}  // namespace mingxi::facts
