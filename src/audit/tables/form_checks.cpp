// Evaluation forms: the rate of each line against its amounts, and the tasks of a body against the
// rows of tables that bear their names.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "audit/core/stages.h"
#include "audit/tables/forms.h"
#include "audit/tables/table_names.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kMinAgreedTasks = 4;

std::string line_name(const Form& form, const FormLine& line) {
  const std::string name = form.project.empty() ? line.name : form.project;
  return said(Sentence::kPlace, {{"table", title_of(*form.table)}, {"row", name}}).chinese;
}

std::optional<Comparison> rate_of(const Fact& rate, const Fact& part, const Fact& base) {
  const auto amount = amount_of(part);
  const auto whole = amount_of(base);
  return amount && whole ? compare_ratio(rate.value, *amount, *whole) : std::nullopt;
}

bool holds(const std::optional<Comparison>& comparison) {
  return comparison && comparison->agreement != Agreement::kInconsistent;
}

void check_rate(const Form& form, const FormLine& line, Ledger& ledger) {
  if (line.rate == nullptr || line.budget == nullptr || line.spent == nullptr) return;
  const auto comparison = rate_of(*line.rate, *line.spent, *line.budget);
  if (!comparison) return;
  const std::string about = line_name(form, line);
  const CheckMade made{.check = Check::kExecutionRate,
                       .formula = as_printed(*line.rate) + "% = " + as_printed(*line.spent) +
                                  " / " + as_printed(*line.budget),
                       .facts = {line.rate, line.spent, line.budget},
                       .about = in_both(about),
                       .relation = Relation::kRatio};
  for (const Fact* other : line.others) {
    if (holds(comparison) || !holds(rate_of(*line.rate, *line.spent, *other))) continue;
    ledger.exonerate(made, said(Sentence::kFitsOtherBase, {{"base", as_printed(*other)}}));
    return;
  }
  ledger.record(made, *comparison);
}

/// Tasks that bear the names of rows of a table. The column of a table that most of them agree with
/// prints the same money; one that does not agree contradicts it.
class Tasks {
 public:
  Tasks(const Audited& audited, Ledger& ledger) : ledger_(ledger) {
    for (const TableFigures& figures : audited.tables)
      for (const Fact* fact : figures.facts)
        if (fact->measure == Measure::kLevel && fact->amount_yuan && fact->period != 0)
          rows_[bare_name(fact->subject)].push_back({figures.table, fact});
  }

  void check(const Form& form) {
    std::map<std::string, std::vector<const FormLine*>> columns;
    for (const FormLine& line : form.lines)
      if (line.spent != nullptr) columns[line.column].push_back(&line);
    for (const auto& [name, lines] : columns) compare(form, lines);
  }

 private:
  struct Row {
    const Table* table;
    const Fact* fact;
  };
  using Column = std::pair<const Table*, int>;

  const std::vector<Row>& rows_named(const FormLine& line) const {
    static const std::vector<Row> kNone;
    const auto found = rows_.find(bare_name(line.name));
    return found == rows_.end() ? kNone : found->second;
  }

  static std::optional<Comparison> compared(const FormLine& line, const Fact& fact) {
    const auto a = line.spent->amount_yuan ? amount_of(*line.spent) : std::nullopt;
    const auto b = amount_of(fact);
    return a && b ? audit::compare(*a, {*b}) : std::nullopt;
  }

  void compare(const Form& form, const std::vector<const FormLine*>& lines) {
    std::map<Column, std::size_t> agreed;
    for (const FormLine* line : lines)
      for (const Row& row : rows_named(*line))
        if (!line->spent->value.is_zero() && holds(compared(*line, *row.fact)))
          ++agreed[{row.table, *row.fact->column}];
    const auto most =
        std::max_element(agreed.begin(), agreed.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == agreed.end()) return;
    std::vector<std::pair<CheckMade, Comparison>> failed;
    for (const FormLine* line : lines) {
      std::vector<const Fact*> same;
      for (const Row& row : rows_named(*line))
        if (Column(row.table, *row.fact->column) == most->first) same.push_back(row.fact);
      if (same.size() != 1) continue;
      const auto comparison = compared(*line, *same.front());
      if (!comparison) continue;
      const CheckMade made = check_of(form, *line, *most->first.first, *same.front());
      if (holds(comparison)) {
        ledger_.record(made, *comparison);
      } else {
        failed.emplace_back(made, *comparison);
      }
    }
    for (const auto& [made, comparison] : failed) {
      if (most->second >= kMinAgreedTasks * failed.size()) {
        ledger_.record(made, comparison);
      } else {
        ledger_.exonerate(made, said(Sentence::kPerhapsNotAllParts));
      }
    }
  }

  static CheckMade check_of(const Form& form, const FormLine& line, const Table& table,
                            const Fact& fact) {
    const Said about = two_places(
        said(line.column.empty() ? Sentence::kPlace : Sentence::kPlaceInColumn,
             {{"table", title_of(*form.table)}, {"row", line.name}, {"column", line.column}})
            .chinese,
        place_name(table, fact));
    return {.check = Check::kCrossTable,
            .formula =
                as_printed(*line.spent) + line.spent->unit + " = " + as_printed(fact) + fact.unit,
            .facts = {line.spent, &fact},
            .about = about};
  }

  Ledger& ledger_;
  std::map<std::string, std::vector<Row>> rows_;
};

}  // namespace

void check_forms(const Audited& audited, const Forms& forms, Ledger& ledger) {
  for (const Form& form : forms.all())
    for (const FormLine& line : form.lines) {
      // Under the total of a project, where no score depends on it, a rate is often left at 0.
      const bool counts = form.project.empty() || &line == &form.lines.front();
      if (counts) check_rate(form, line, ledger);
    }
  const auto is_of_tasks = [](const Form& form) { return form.project.empty(); };
  if (std::none_of(forms.all().begin(), forms.all().end(), is_of_tasks)) return;
  Tasks tasks(audited, ledger);
  for (const Form& form : forms.all())
    if (is_of_tasks(form)) tasks.check(form);
}

}  // namespace mingxi::audit
