// What a column holds decides what it is: names are Chinese, codes are digits of few lengths that
// nest, times are years and the words of a budget's phases, amounts are the rest of the numbers.
// The header decides between kinds of names and between numbers that are no money.

#include "facts/tables/columns.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "facts/tables/cell_values.h"
#include "text/characters.h"
#include "text/numerals.h"

namespace mingxi::facts {
namespace {

using patterns::TableRules;

/// The header cells over a column. A header goes down row by row; later ones are repetitions, and
/// a row with one text alone is a title or a note in the grid.
std::vector<int> header_cells(const Table& table, const TableView& view, int column,
                              const TableRules& rules) {
  std::vector<int> cells;
  int before = -1;
  for (const int row : table.header_rows) {
    const std::vector<int> from = view.cells_from(row);
    const auto filled = std::count_if(from.begin(), from.end(),
                                      [&view](int index) { return !view.traced(index).empty(); });
    const bool is_alone = filled == 1 && view.columns() > 1 &&
                          std::none_of(cells.begin(), cells.end(), [&](int index) {
                            return view.cell(index).row + view.cell(index).row_span > row;
                          });
    if (before >= 0 && row > before + 1) break;
    if (is_alone && cells.empty() && before < 0) continue;
    before = row;
    const int index = view.index_at(row, column);
    if (index < 0 || (!cells.empty() && cells.back() == index)) continue;
    const Cell& cell = view.cell(index);
    const std::string& text = view.traced(index).utf8();
    if (cell.column_span == view.columns() && view.columns() > 1) continue;
    if (text.empty() || rules.rows.is("numbering", text)) continue;
    // The line that names the body can be cells of the grid: it is over columns by chance.
    const auto body = rules.notes.find("prepared_by", text);
    if (cell.column_span > 1 && body && body->first() == 0) continue;
    if (text.find_first_not_of("0123456789=+-()") == std::string::npos) continue;
    cells.push_back(index);
  }
  return cells;
}

/// What is in the cells of a column under its header.
struct Content {
  int filled = 0;
  int numbers = 0;
  int digits = 0;       ///< digits alone, without point and separator
  int code_sizes = 0;   ///< those of them that are as long as a code or a part of one
  int unit_sizes = 0;   ///< those as long as the number of a unit
  int coded_names = 0;  ///< a code and a name in one cell
  int han = 0;
  int times = 0;
  int steps = 0;  ///< numbers that are one more than the one before
  std::set<std::string_view> distinct;

  bool is_mostly(int count) const { return filled > 0 && count * 2 > filled; }
};

/// An amount or a rate, well printed or not: 17480,898.
bool is_like_a_figure(std::string_view text) {
  return text::amount_of(text) || text.ends_with("%") ||
         text.find_first_not_of("0123456789,.") == std::string_view::npos;
}

Content content_of(const Table& table, const TableView& view, int column, const TableRules& rules) {
  Content content;
  std::string_view before;
  for (int row = 0; row < view.rows(); ++row) {
    if (is_header_row(table, row)) continue;
    const int index = view.index_at(row, column);
    if (index < 0) continue;
    const Cell& cell = view.cell(index);
    const std::string_view text = view.traced(index).utf8();
    if (text.empty() || is_dash(text)) continue;
    // 合计 over several columns is no content of theirs.
    if (cell.column != column || rules.rows.is("total", text)) continue;
    ++content.filled;
    content.distinct.insert(text);
    if (is_like_a_figure(text)) ++content.numbers;
    if (is_time_alone(text, rules)) ++content.times;
    if (is_all_digits(text)) {
      ++content.digits;
      const std::size_t size = text.size();
      if (size == 2 || size == 3 || size == 5 || size == 7) ++content.code_sizes;
      if (size == 6 || size == 9 || size == 12) ++content.unit_sizes;
      if (is_all_digits(before) && before.size() < 6 && size < 6 &&
          std::stoi(std::string(text)) == std::stoi(std::string(before)) + 1)
        ++content.steps;
    } else if (text::contains_han(text)) {
      ++content.han;
      const bool opens = text[0] == '[' || text[0] == '(';
      if (is_all_digits(text.substr(opens ? 1 : 0, 3))) ++content.coded_names;
    }
    before = text;
  }
  return content;
}

ColumnRole role_of(Column& column, const Content& content, const TableRules& rules) {
  std::optional<std::string> label;
  for (auto text = column.path.rbegin(); text != column.path.rend() && !label; ++text)
    label = rules.columns.of(*text);
  const auto is = [&label](std::string_view name) { return label && *label == name; };
  const bool is_numeric = content.filled == 0 || content.is_mostly(content.numbers);
  if (is("serial")) return ColumnRole::kOther;
  if (content.is_mostly(content.times) && content.times == content.filled) return ColumnRole::kTime;
  if (is("unit_code")) return ColumnRole::kBodyCode;
  if (is("code") && (content.filled == 0 || !content.is_mostly(content.han)))
    return content.unit_sizes > 0 ? ColumnRole::kBodyCode : ColumnRole::kCode;
  if (is("count") && !content.is_mostly(content.han)) return ColumnRole::kOther;
  if (content.filled == 0) {
    if (is("name")) return ColumnRole::kName;
    if (is("unit_name")) return ColumnRole::kBody;
    return is("text") || column.path.empty() ? ColumnRole::kOther : ColumnRole::kAmount;
  }
  if (is_numeric) {
    // Whole numbers under words about the row: the month of 实施采购时间.
    const bool is_about_row = !column.path.empty() && content.digits == content.filled &&
                              rules.columns.of(column.path.back()) == "text";
    return is_about_row ? ColumnRole::kOther : ColumnRole::kAmount;
  }
  if (!content.is_mostly(content.han)) return ColumnRole::kOther;
  if (is("text") && !content.is_mostly(content.coded_names)) return ColumnRole::kOther;
  if (is("unit_name")) {
    column.may_name_bodies = true;
    return ColumnRole::kBody;
  }
  for (const std::string& text : column.path)
    if (rules.columns.is("mixed", text)) column.may_name_bodies = true;
  return ColumnRole::kName;
}

/// Digits as long as codes before the names of their list are codes, whatever their header says.
void find_codes(const std::vector<Content>& contents, std::vector<Column>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].role != ColumnRole::kAmount || contents[i].filled == 0) continue;
    if (contents[i].digits != contents[i].filled || contents[i].code_sizes != contents[i].filled)
      continue;
    const bool is_first =
        std::none_of(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(i),
                     [](const Column& c) { return c.role == ColumnRole::kAmount; });
    std::size_t next = i + 1;
    while (next < columns.size() &&
           (columns[next].role == ColumnRole::kCode || columns[next].role == ColumnRole::kOther))
      ++next;
    if (is_first && next < columns.size() && columns[next].role == ColumnRole::kName)
      columns[i].role = ColumnRole::kCode;
  }
}

/// A new list begins with a name or code after an amount, if an amount follows it.
void set_sides(std::vector<Column>& columns) {
  int side = 0;
  bool has_amount = false;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const ColumnRole role = columns[i].role;
    const bool names = role == ColumnRole::kName || role == ColumnRole::kCode;
    if (names && has_amount) {
      const bool amount_follows =
          std::any_of(columns.begin() + static_cast<std::ptrdiff_t>(i), columns.end(),
                      [](const Column& c) { return c.role == ColumnRole::kAmount; });
      if (amount_follows) {
        ++side;
        has_amount = false;
      }
    }
    if (role == ColumnRole::kAmount) has_amount = true;
    columns[i].side = side;
  }
}

void read_unit(Column& column, const TableRules& rules) {
  for (const std::string& text : column.path) {
    const auto match = rules.notes.find("column_unit", text);
    if (match) column.unit = rules.notes.group("column_unit", *match, "unit");
  }
  if (column.time.measure && *column.time.measure != Measure::kLevel &&
      *column.time.measure != Measure::kChange)
    column.unit = "%";
}

}  // namespace

bool is_header_row(const Table& table, int row) {
  return std::binary_search(table.header_rows.begin(), table.header_rows.end(), row);
}

std::vector<Column> columns_of(const Table& table, const TableView& view, const Identity& identity,
                               const TableRules& rules) {
  std::vector<Column> columns(static_cast<std::size_t>(table.columns));
  std::vector<Content> contents;
  for (int i = 0; i < table.columns; ++i) {
    Column& column = columns[static_cast<std::size_t>(i)];
    column.cells = header_cells(table, view, i, rules);
    for (const int index : column.cells) {
      column.header.push_back(view.cell(index).text);
      std::string text = view.traced(index).utf8();
      // A remark on what is left out (不含教育收费) does not say what the column is.
      if (const auto remark = rules.notes.find("without", text))
        text.erase(remark->first(), remark->last() - remark->first());
      column.path.push_back(std::move(text));
    }
    contents.push_back(content_of(table, view, i, rules));
    column.role = role_of(column, contents.back(), rules);
  }
  find_codes(contents, columns);
  set_sides(columns);
  for (Column& column : columns) {
    if (column.role != ColumnRole::kAmount) continue;
    for (const std::string& text : column.path) add_time(text, rules, column.time);
    read_unit(column, rules);
  }
  read_components(view, identity, rules, columns);
  return columns;
}

}  // namespace mingxi::facts
