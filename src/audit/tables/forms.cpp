// A form says in one header row what was budgeted, what was spent, and the rate; the lines are the
// rows under it, down to the first that has words where amounts should be. Columns that the header
// parts (总额, 财政拨款) are paired by their names.

#include "audit/tables/forms.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "model/money.h"
#include "text/normalise.h"
#include "text/numerals.h"

namespace mingxi::audit {

/// Reads one table.
class FormReader {
 public:
  FormReader(const Table& table, const patterns::CheckPatterns& words, Forms& forms)
      : table_(table),
        words_(words),
        forms_(forms),
        cells_(static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns)) {
    for (const Cell& cell : table.cells)
      for (int row = cell.row; row < cell.row + cell.row_span; ++row)
        for (int column = cell.column; column < cell.column + cell.column_span; ++column)
          cells_[place(row, column)] = &cell;
  }

  std::optional<Form> read() {
    Form form{.table = &table_, .project = {}, .is_of_goals = false, .lines = {}};
    for (const Cell& cell : table_.cells) {
      const std::string text = text::normalised(cell.text);
      if (words_.form_project.matches(text)) name(cell, form.project);
      if (form.lines.empty() && words_.form_total.matches(text)) read_goals(cell, form);
      if (!words_.form_budget.matches(text)) continue;
      const Cell* spent = find_right_of(cell, words_.form_spent);
      if (spent == nullptr) continue;
      unit_ = unit_of(cell);
      form.is_of_goals = false;
      form.lines.clear();
      read_lines(cell, *spent, find_right_of(*spent, words_.form_rate), form);
      break;
    }
    if (form.lines.empty()) return std::nullopt;
    return form;
  }

 private:
  /// A pair of columns, and what the header calls them where there are several pairs.
  struct Columns {
    std::string name;
    int budget;
    int spent;
  };

  /// The words beside a label, of the first such label.
  void name(const Cell& label, std::string& name) const {
    const Cell* beside = right_of(label);
    if (name.empty() && beside != nullptr) name = text::normalised(beside->text);
  }

  /// 年度资金总额：160.00 of a project that is still to be carried out. The unit is in the label,
  /// or in one before it.
  void read_goals(const Cell& label, Form& form) {
    const Cell* amount = right_of(label);
    if (form.project.empty() || amount == nullptr) return;
    for (int column = label.column; unit_.empty() && column >= 0; --column)
      if (const Cell* before = at(label.row, column)) unit_ = unit_of(*before);
    const Fact* total = figure(label.row, amount->column, unit_, Basis::kBudget);
    if (total == nullptr) return;
    form.is_of_goals = true;
    form.lines.push_back({.name = text::normalised(label.text),
                          .column = {},
                          .budget = total,
                          .spent = nullptr,
                          .rate = nullptr,
                          .others = {}});
  }

  std::size_t place(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(table_.columns) +
           static_cast<std::size_t>(column);
  }

  const Cell* at(int row, int column) const {
    const bool is_in = row >= 0 && row < table_.rows && column >= 0 && column < table_.columns;
    return is_in ? cells_[place(row, column)] : nullptr;
  }

  const Cell* right_of(const Cell& cell) const {
    return at(cell.row, cell.column + cell.column_span);
  }

  const Cell* find_right_of(const Cell& cell, const patterns::Pattern& pattern) const {
    const Cell* next = right_of(cell);
    while (next != nullptr && !pattern.matches(text::normalised(next->text)))
      next = right_of(*next);
    return next;
  }

  std::string unit_of(const Cell& header) const {
    if (!table_.unit.empty()) return table_.unit;
    const std::string text = text::normalised(header.text);
    const auto unit = words_.money_unit.find(text);
    return unit ? text.substr(unit->first(), unit->last() - unit->first()) : std::string();
  }

  std::vector<Columns> columns_of(const Cell& budget, const Cell& spent, int row) const {
    std::vector<Columns> pairs;
    for (int column = budget.column; column < budget.column + budget.column_span; ++column) {
      const Cell* name = at(row, column);
      if (name == nullptr || name->row != row || name->column != column) continue;
      for (int other = spent.column; other < spent.column + spent.column_span; ++other) {
        const Cell* same = at(row, other);
        const bool is_pair = same != nullptr && same->row == row && same->column == other &&
                             !name->text.empty() && !text::amount_of(name->text) &&
                             text::normalised(same->text) == text::normalised(name->text);
        if (is_pair) pairs.push_back({text::normalised(name->text), column, other});
      }
    }
    return pairs;
  }

  void read_lines(const Cell& budget, const Cell& spent, const Cell* rate, Form& form) {
    int row = budget.row + budget.row_span;
    std::vector<Columns> pairs = columns_of(budget, spent, row);
    if (pairs.empty()) {
      pairs.push_back({"", budget.column, spent.column});
    } else {
      ++row;
    }
    const int first = row;
    for (; row < table_.rows; ++row) {
      const Cell* cell = at(row, budget.column);
      if (cell == nullptr) return;
      const std::string text = text::normalised(cell->text);
      if (!text.empty() && !text::amount_of(text) && !words_.form_no_amount.matches(text)) return;
      for (std::size_t i = 0; i < pairs.size(); ++i) {
        FormLine line{.name = name_of(row, first, budget.column),
                      .column = pairs[i].name,
                      .budget = figure(row, pairs[i].budget, unit_, Basis::kAdjusted),
                      .spent = figure(row, pairs[i].spent, unit_, Basis::kActual),
                      .rate = rate != nullptr && i == 0 ? percent(row, rate->column) : nullptr,
                      .others = {}};
        if (i == 0) line.others = others_of(row, budget, spent);
        if (line.budget != nullptr || line.spent != nullptr) form.lines.push_back(std::move(line));
      }
    }
  }

  /// The first words of a row.
  std::string name_of(int row, int first, int end) const {
    for (int column = 0; column < end; ++column) {
      const Cell* cell = at(row, column);
      if (cell != nullptr && cell->row >= first && !cell->text.empty())
        return text::normalised(cell->text);
    }
    return {};
  }

  std::vector<const Fact*> others_of(int row, const Cell& budget, const Cell& spent) {
    std::vector<const Fact*> others;
    for (int column = 0; column < spent.column; ++column) {
      const bool is_known = column >= budget.column && column < budget.column + budget.column_span;
      if (is_known) continue;
      if (const Fact* other = figure(row, column, unit_, Basis::kBudget)) others.push_back(other);
    }
    return others;
  }

  const Fact* figure(int row, int column, const std::string& unit, Basis basis) {
    const Cell* cell = at(row, column);
    if (cell == nullptr || cell->row != row || cell->column != column) return nullptr;
    const auto value = text::amount_of(text::normalised(cell->text));
    return value ? keep(*cell, *value, unit, basis, Measure::kLevel) : nullptr;
  }

  const Fact* percent(int row, int column) {
    const Cell* cell = at(row, column);
    if (cell == nullptr || cell->row != row) return nullptr;
    std::string text = text::normalised(cell->text);
    if (!text.ends_with('%')) return nullptr;
    text.pop_back();
    const auto value = text::amount_of(text);
    return value ? keep(*cell, *value, "%", Basis::kActual, Measure::kExecutionRate) : nullptr;
  }

  const Fact* keep(const Cell& cell, const Decimal& value, const std::string& unit, Basis basis,
                   Measure measure) {
    Fact fact;
    fact.origin = Origin::kTable;
    fact.measure = measure;
    fact.basis = basis;
    fact.value = value;
    fact.unit = unit;
    fact.decimals = value.places();
    if (measure == Measure::kLevel && !unit.empty()) {
      fact.currency = "CNY";
      fact.amount_yuan = value.scaled(exponent_of_money(unit));
    }
    fact.evidence = {.page = cell.page, .quote = cell.text, .boxes = {{cell.page, cell.box}}};
    forms_.figures_.push_back(std::move(fact));
    return &forms_.figures_.back();
  }

  const Table& table_;
  const patterns::CheckPatterns& words_;
  Forms& forms_;
  std::vector<const Cell*> cells_;
  std::string unit_;
};

Forms::Forms(const std::vector<Table>& tables, const patterns::CheckPatterns& words) {
  for (const Table& table : tables)
    if (auto form = FormReader(table, words, *this).read()) forms_.push_back(std::move(*form));
}

}  // namespace mingxi::audit
