// A column is told by its header first, by what is in it second. The component of an amount is
// what its header names beside the whole: header cells that stand over all amounts of one list and
// one time (预算数, 支出, 一般公共预算支出) name the whole.

#include "facts/tables/table_columns.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "text/numerals.h"

namespace mingxi::facts {
namespace {

bool is_header(const Table& table, int row) {
  return std::binary_search(table.header_rows.begin(), table.header_rows.end(), row);
}

/// The header cells over a column, top to bottom; rows in one cell (titles, units) and numbering
/// aside. Repeated headers of later pages are the same and left out.
std::vector<int> header_cells(const Table& table, const TableView& view, int column,
                              const patterns::TableRules& rules) {
  std::vector<int> cells;
  int before = table.header_rows.empty() ? 0 : table.header_rows.front();
  for (const int row : table.header_rows) {
    if (row > before + 1) break;
    before = row;
    const int index = view.index_at(row, column);
    if (index < 0 || (!cells.empty() && cells.back() == index)) continue;
    const Cell& cell = view.cell(index);
    const std::string& text = view.traced(index).utf8();
    if (cell.column_span == view.columns() && view.columns() > 1) continue;
    if (text.empty() || rules.rows.is("numbering", text)) continue;
    if (text.find_first_not_of("0123456789=+-()") == std::string::npos) continue;
    cells.push_back(index);
  }
  return cells;
}

struct Content {
  int filled = 0;
  int amounts = 0;
};

Content content_of(const Table& table, const TableView& view, int column) {
  Content content;
  for (int row = 0; row < view.rows(); ++row) {
    if (is_header(table, row)) continue;
    const std::string_view text = view.text_at(row, column);
    if (text.empty() || is_dash(text)) continue;
    ++content.filled;
    if (text::amount_of(text) || text.ends_with("%")) ++content.amounts;
  }
  return content;
}

ColumnRole role_of(const Column& column, const Content& content,
                   const patterns::TableRules& rules) {
  const bool is_numeric = content.amounts * 2 > content.filled || content.filled == 0;
  if (column.path.empty()) return is_numeric ? ColumnRole::kOther : ColumnRole::kName;
  for (auto text = column.path.rbegin(); text != column.path.rend(); ++text) {
    const auto label = rules.columns.of(*text);
    if (!label) break;
    if (*label == "government")
      return rules.columns.is("code", *text) ? ColumnRole::kCode : ColumnRole::kName;
    if (*label == "code") return ColumnRole::kCode;
    if (*label == "unit_code" || *label == "serial" || *label == "count") return ColumnRole::kOther;
    if (*label == "text" && !(is_numeric && content.filled > 0)) return ColumnRole::kOther;
    if (*label == "unit_name" && !is_numeric) return ColumnRole::kUnitName;
    if (*label == "name" && !(is_numeric && content.filled > 0)) return ColumnRole::kName;
    break;
  }
  if (is_numeric) return ColumnRole::kAmount;
  return ColumnRole::kOther;
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

std::optional<int> year_in(std::string_view text) {
  const std::size_t at = text.find("20");
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view rest = text.substr(at);
  if (rest.size() < 7 || rest[2] < '0' || rest[2] > '9' || rest[3] < '0' || rest[3] > '9' ||
      !rest.substr(4).starts_with("年"))
    return std::nullopt;
  return 2000 + (rest[2] - '0') * 10 + (rest[3] - '0');
}

void read_time(Column& column, const Identity& identity, const patterns::TableRules& rules) {
  const bool is_account = identity.kind == DocumentKind::kFinalAccount;
  const int year = identity.fiscal_year.value_or(0);
  column.period = year;
  column.basis = is_account ? Basis::kActual : Basis::kBudget;
  for (const std::string& text : column.path) {
    if (const auto printed = year_in(text)) column.period = *printed;
    if (rules.times.is("last_year", text) && year > 0) column.period = year - 1;
    if (rules.times.is("change_rate", text))
      column.measure = Measure::kChangeRate;
    else if (rules.times.is("share", text))
      column.measure = Measure::kShare;
    else if (rules.times.is("execution_rate", text))
      column.measure = Measure::kExecutionRate;
    else if (rules.times.is("change", text))
      column.measure = Measure::kChange;
    if (rules.times.is("estimated", text))
      column.basis = is_account ? Basis::kActual : Basis::kEstimated;
    else if (rules.times.is("actual", text))
      column.basis = Basis::kActual;
    else if (rules.times.is("adjusted", text))
      column.basis = Basis::kAdjusted;
    else if (rules.times.is("budget", text))
      column.basis = Basis::kBudget;
  }
  if (column.measure == Measure::kChange || column.measure == Measure::kChangeRate)
    column.period = std::max(column.period, year);
  if (column.measure == Measure::kExecutionRate) column.basis = Basis::kActual;
  if (column.measure != Measure::kLevel && column.measure != Measure::kChange)
    column.unit_sign = "%";
}

bool names_time_only(std::string_view text, const patterns::TableRules& rules) {
  return rules.times.of(text) && !rules.components.of(text);
}

/// Sets component and item of the amounts of one list and one time.
void read_components(const std::vector<int>& group, const std::vector<std::vector<int>>& cells,
                     const TableView& view, const patterns::TableRules& rules,
                     std::vector<Column>& columns) {
  const auto covers_all = [&](int header) {
    return std::all_of(group.begin(), group.end(), [&](int column) {
      const auto& over = cells[static_cast<std::size_t>(column)];
      return std::find(over.begin(), over.end(), header) != over.end();
    });
  };
  const bool is_alone = group.size() == 1;
  for (const int number : group) {
    const auto at = static_cast<std::size_t>(number);
    Column& column = columns[at];
    bool is_sum = false;
    for (auto header = cells[at].rbegin(); header != cells[at].rend(); ++header) {
      const std::string& text = view.traced(*header).utf8();
      if (names_time_only(text, rules)) continue;
      if (column.item.empty()) column.item = view.cell(*header).text;
      if (!is_alone && covers_all(*header)) continue;
      const auto component = rules.components.of(text);
      if (!component) continue;
      const bool is_part = *component == "basic_personnel" || *component == "basic_public" ||
                           *component == "project" || *component == "agency_operation";
      if (is_alone && !is_part) continue;
      if (*component == "total") {
        if (text == "小计") column.item.clear();
        is_sum = true;
        continue;  // of the group it is in, if that is named
      }
      column.component = *component;
      if (column.item.empty()) column.item = view.cell(*header).text;
      break;
    }
    if (column.component.empty())
      column.component = is_alone ? "amount" : is_sum ? "total" : "other";
    if (column.item.empty() && !cells[at].empty()) column.item = view.cell(cells[at].back()).text;
  }
}

}  // namespace

bool is_dash(std::string_view text) {
  return text == "-" || text == "—" || text == "——" || text == "--" || text == "–";
}

std::vector<Column> columns_of(const Table& table, const TableView& view, const Identity& identity,
                               const patterns::TableRules& rules) {
  std::vector<Column> columns(static_cast<std::size_t>(table.columns));
  std::vector<std::vector<int>> cells;
  for (int i = 0; i < table.columns; ++i) {
    Column& column = columns[static_cast<std::size_t>(i)];
    cells.push_back(header_cells(table, view, i, rules));
    for (const int index : cells.back()) {
      column.header.push_back(view.cell(index).text);
      column.path.push_back(view.traced(index).utf8());
      if (rules.columns.is("government", column.path.back())) column.is_of_government_scheme = true;
    }
    column.role = role_of(column, content_of(table, view, i), rules);
  }
  set_sides(columns);
  std::map<std::tuple<int, Measure, int, Basis>, std::vector<int>> groups;
  for (int i = 0; i < table.columns; ++i) {
    Column& column = columns[static_cast<std::size_t>(i)];
    if (column.role != ColumnRole::kAmount) continue;
    read_time(column, identity, rules);
    groups[{column.side, column.measure, column.period, column.basis}].push_back(i);
  }
  for (const auto& [key, group] : groups) read_components(group, cells, view, rules, columns);
  return columns;
}

}  // namespace mingxi::facts
