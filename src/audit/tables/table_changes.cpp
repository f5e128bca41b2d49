// A change or rate that a table prints, against the two figures of its rows or columns: those of
// the same name and money, of the year changed to and the year changed from.

#include <map>
#include <tuple>
#include <vector>

#include "audit/core/stages.h"
#include "audit/core/sums.h"
#include "audit/tables/table_names.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kFewFailures = 2;

/// What figures of one item share: with years as rows the column, with years as columns the row.
using Item = std::tuple<bool, int, std::string, std::string, std::vector<std::string>>;

Item in_column(const Fact& fact) {
  return {true, *fact.column, fact.subject, fact.body.value_or(""), fact.codes};
}

Item in_row(const Fact& fact) {
  return {false, *fact.row, fact.subject, fact.body.value_or(""), fact.components};
}

/// The one level of a year; nullptr where there is none, or several.
const Fact* level_of(const std::vector<const Fact*>& facts, int year, Basis basis) {
  const Fact* only = nullptr;
  for (const Fact* fact : facts) {
    if (fact->period != year || fact->basis != basis) continue;
    if (only != nullptr) return nullptr;
    only = fact;
  }
  return only;
}

/// A check of a change or a rate, with its outcome.
struct Trial {
  CheckMade made;
  Comparison comparison;
};

std::optional<Trial> trial_of(const Table& table, const Fact& change, const Fact& now,
                              const Fact& before) {
  const auto a = amount_of(now);
  const auto b = amount_of(before);
  const auto printed = amount_of(change);
  if (!a || !b || !printed) return std::nullopt;
  const std::string name = place_name(table, change);
  const std::string difference = as_printed(now) + " - " + as_printed(before);
  CheckMade made{.check = Check::kChange,
                 .formula = as_printed(change) + " = " + difference,
                 .facts = {&change, &now, &before},
                 .about = in_both(name),
                 .relation = Relation::kChange};
  if (change.measure == Measure::kChange) {
    const auto comparison = compare(*printed, {*a, {b->value.negated(), b->step}});
    if (!comparison) return std::nullopt;
    return Trial{std::move(made), *comparison};
  }
  const auto off = a->value.minus(b->value);
  const auto step = a->step.plus(b->step);
  if (!off || !step) return std::nullopt;
  const auto comparison = compare_ratio(change.value, {*off, *step}, *b);
  if (!comparison) return std::nullopt;
  made.check = Check::kRate;
  made.formula = as_printed(change) + "% = (" + difference + ") / " + as_printed(before);
  made.relation = Relation::kRatio;
  return Trial{std::move(made), *comparison};
}

bool is_change(const Fact& fact) {
  const bool is_rate = fact.measure == Measure::kChangeRate && fact.unit == "%";
  return (fact.measure == Measure::kChange || is_rate) && fact.relative_to;
}

}  // namespace

void check_table_changes(const TableFigures& figures, Ledger& ledger) {
  std::map<Item, std::vector<const Fact*>> levels;
  for (const Fact* fact : figures.facts) {
    if (fact->measure != Measure::kLevel || fact->bound != Bound::kEqual) continue;
    levels[in_column(*fact)].push_back(fact);
    levels[in_row(*fact)].push_back(fact);
  }
  std::vector<Trial> trials;
  std::size_t failed = 0;
  for (const Fact* fact : figures.facts) {
    if (!is_change(*fact)) continue;
    const int* const year = std::get_if<int>(&*fact->relative_to);
    if (year == nullptr) continue;
    for (const Item& item : {in_column(*fact), in_row(*fact)}) {
      const auto found = levels.find(item);
      if (found == levels.end()) continue;
      const Fact* now = level_of(found->second, fact->period, fact->basis);
      const Fact* before =
          level_of(found->second, *year, fact->relative_basis.value_or(fact->basis));
      if (now == nullptr || before == nullptr) continue;
      auto trial = trial_of(*figures.table, *fact, *now, *before);
      if (!trial) continue;
      if (trial->comparison.agreement == Agreement::kInconsistent) ++failed;
      trials.push_back(std::move(*trial));
    }
  }
  const bool is_understood = failed <= kFewFailures || 2 * failed <= trials.size();
  if (!is_understood)
    ledger.skip(Check::kChange, said(Sentence::kMostRowsFail, {{"table", figures.table->id}}));
  for (const Trial& trial : trials)
    if (is_understood || trial.comparison.agreement != Agreement::kInconsistent)
      ledger.record(trial.made, trial.comparison);
}

}  // namespace mingxi::audit
