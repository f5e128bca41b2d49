#include "facts/tables/table_facts.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "facts/prose/reading.h"
#include "facts/tables/table_columns.h"
#include "facts/tables/table_lines.h"
#include "model/money.h"
#include "model/table_view.h"
#include "text/numerals.h"

namespace mingxi::facts {
namespace {

constexpr const char* kRule = "tables/cell";

bool is_three_public(const std::vector<Column>& columns) {
  return std::any_of(columns.begin(), columns.end(), [](const Column& column) {
    return column.component == "reception" || column.component == "abroad";
  });
}

/// A figure and how it was printed.
struct CellValue {
  Decimal value;
  ValueState state = ValueState::kNumber;
  bool is_rate = false;
};

std::optional<CellValue> value_of(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (is_dash(text)) return CellValue{.state = ValueState::kDash};
  CellValue value;
  if (text.ends_with("%")) {
    text.remove_suffix(1);
    value.is_rate = true;
  }
  const auto amount = text::amount_of(text);
  if (!amount) return std::nullopt;
  value.value = *amount;
  if (amount->is_zero()) value.state = ValueState::kZero;
  return value;
}

/// The facts of one table.
class TableReader {
 public:
  TableReader(const Document& document, const Table& table, const TableView& view,
              const std::vector<Column>& columns)
      : document_(document),
        table_(table),
        view_(view),
        columns_(columns),
        items_are_columns_(is_three_public(columns)),
        has_names_(columns.size()) {
    for (const Column& column : columns) {
      const bool names = column.role == ColumnRole::kName || column.role == ColumnRole::kUnitName;
      if (names) has_names_[static_cast<std::size_t>(column.side)] = true;
    }
  }

  std::optional<Fact> fact_at(const TableLine* line, int row, int number) const {
    const Column& column = columns_[static_cast<std::size_t>(number)];
    const int index = view_.index_at(row, number);
    if (index < 0 || view_.cell(index).row != row) return std::nullopt;
    const auto value = value_of(view_.traced(index).utf8());
    if (!value) return std::nullopt;
    Fact fact{.origin = Origin::kTable,
              .components = {column.component},
              .component = column.component,
              .header = column.header,
              .measure = column.measure,
              .period = column.period,
              .basis = column.basis,
              .value = value->value,
              .decimals = value->value.places(),
              .value_state = value->state,
              .table = table_.id,
              .row = row,
              .column = number,
              .rule = kRule};
    if (!name(fact, line, column)) return std::nullopt;
    if (fact.code) fact.codes.push_back(*fact.code);
    fact.subject_from =
        line == nullptr || items_are_columns_ ? SubjectFrom::kColumn : SubjectFrom::kRow;
    if (fact.measure == Measure::kChange || fact.measure == Measure::kChangeRate)
      fact.relative_to = std::to_string(column.period - 1);
    if (!column.unit_sign.empty() || value->is_rate) {
      fact.unit = "%";
    } else {
      fact.unit = table_.unit;
      if (!table_.unit.empty()) {
        fact.currency = "CNY";
        fact.amount_yuan = value->value.scaled(exponent_of_money(table_.unit));
      }
    }
    const TracedText& text = view_.traced(index);
    const auto ink = text.glyphs(0, text.size());
    fact.evidence = {.page = view_.cell(index).page,
                     .quote = view_.cell(index).text,
                     .boxes = boxes_of(document_, ink)};
    take_source(fact, document_, ink);
    return fact;
  }

 private:
  /// Subject, code and line kind; whether the figure is of anything.
  bool name(Fact& fact, const TableLine* line, const Column& column) const {
    if (items_are_columns_) {
      fact.subject = column.item;
      fact.line_kind = column.component == "total"      ? LineKind::kTotal
                       : column.component == "vehicles" ? LineKind::kSubtotal
                                                        : LineKind::kLeaf;
      return !fact.subject.empty();
    }
    if (line == nullptr) {
      // A list without names is one row, that of the body.
      if (has_names_[static_cast<std::size_t>(column.side)]) return false;
      fact.subject = column.item;
      fact.line_kind = LineKind::kTotal;
      return !fact.subject.empty();
    }
    fact.subject = line->subject;
    fact.code = line->code;
    fact.line_kind = line->kind;
    return true;
  }

  const Document& document_;
  const Table& table_;
  const TableView& view_;
  const std::vector<Column>& columns_;
  bool items_are_columns_;
  std::vector<bool> has_names_;  // of each list
};

/// Whether the figures of a table are amounts of a budget. Forms of performance are not, nor are
/// lists of other things.
bool holds_amounts(const Table& table, const std::vector<Column>& columns) {
  if (table.kind == "B14") return false;
  if (table.kind != "other") return true;
  return !table.unit.empty() &&
         std::any_of(columns.begin(), columns.end(), [](const Column& column) {
           return column.role == ColumnRole::kAmount && column.component != "other";
         });
}

/// Whether a cell is printed and says something else than that there is nothing: 88.65*, ####.
bool is_unread(const TableView& view, int row, int column, const patterns::TableRules& rules) {
  const int index = view.index_at(row, column);
  if (index < 0 || view.cell(index).row != row || view.cell(index).column != column) return false;
  const std::string& text = view.traced(index).utf8();
  return !text.empty() && !is_dash(text) && !rules.notes.is("empty", text) &&
         text.find_first_of("0123456789#") != std::string::npos;
}

}  // namespace

TableFacts link_tables(const Document& document, const Layout& layout,
                       const std::vector<Table>& tables, const Identity& identity,
                       const patterns::Patterns& patterns) {
  TableFacts result;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const Table& table = tables[i];
    const TableView view(table, layout.tables[i], layout);
    const std::vector<Column> columns = columns_of(table, view, identity, patterns.tables);
    if (!holds_amounts(table, columns)) continue;
    const std::vector<TableLine> lines = lines_of(table, view, columns, patterns);
    const TableReader reader(document, table, view, columns);
    const auto lists = static_cast<std::size_t>(columns.back().side) + 1;
    std::vector<const TableLine*> line_of(static_cast<std::size_t>(table.rows) * lists);
    const auto place = [lists](int row, int side) {
      return static_cast<std::size_t>(row) * lists + static_cast<std::size_t>(side);
    };
    for (const TableLine& line : lines) line_of[place(line.row, line.side)] = &line;
    for (int row = 0; row < table.rows; ++row) {
      if (std::binary_search(table.header_rows.begin(), table.header_rows.end(), row)) continue;
      for (int column = 0; column < table.columns; ++column) {
        const Column& at = columns[static_cast<std::size_t>(column)];
        if (at.role != ColumnRole::kAmount) continue;
        if (auto fact = reader.fact_at(line_of[place(row, at.side)], row, column)) {
          result.facts.push_back(std::move(*fact));
        } else if (is_unread(view, row, column, patterns.tables)) {
          result.unread.push_back({table.id, row, column});
        }
      }
    }
  }
  return result;
}

}  // namespace mingxi::facts
