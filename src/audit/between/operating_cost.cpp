// What the bodies of a department run on (机关运行经费) is 公用经费 of those that are
// administrative: no more than all of it, and no less than that of 行政运行.

#include <algorithm>
#include <string>

#include "audit/between/named_figures.h"
#include "audit/core/stages.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

/// 公用经费 of the year: totals, the rows of administrative bodies, and what the prose calls so.
Facts running_costs(const Audited& audited, int year) {
  Facts facts;
  const patterns::Pattern& operation = audited.patterns.checks.words.administrative_operation;
  for (const TableFigures& figures : audited.tables)
    for (const Fact* fact : figures.facts) {
      const bool is_wanted = is_amount(*fact) && fact->period == year &&
                             fact->component == "basic_public" && !fact->value.is_zero();
      if (is_wanted && (fact->line_kind == LineKind::kTotal ||
                        operation.matches(text::normalised(fact->subject))))
        facts.push_back(fact);
    }
  for (std::size_t i = 0; i < audited.places.size(); ++i) {
    const Fact& fact = audited.extraction.facts[i];
    if (is_amount(fact) && fact.period == year && fact.concept_id == "expenditure.public")
      facts.push_back(&fact);
  }
  return facts;
}

void prove(const Fact& printed, const Fact& cost, Ledger& ledger) {
  const auto comparison = compare(*amount_of(printed), {*amount_of(cost)});
  if (!comparison) return;
  const Said about =
      said(Sentence::kTwoPlaces, {{"first", printed.subject}, {"second", cost.subject}});
  ledger.record({.check = Check::kCrossTable,
                 .formula = with_unit(printed) + " = " + with_unit(cost),
                 .facts = {&printed, &cost},
                 .about = about},
                *comparison);
}

void compare_with(const Facts& costs, const Fact& printed, Ledger& ledger) {
  const auto same = std::find_if(costs.begin(), costs.end(),
                                 [&](const Fact* cost) { return is_near(printed, *cost); });
  if (same != costs.end()) return prove(printed, **same, ledger);
  const auto by_amount = [](const Fact* a, const Fact* b) {
    return *a->amount_yuan < *b->amount_yuan;
  };
  const auto [least, most] = std::minmax_element(costs.begin(), costs.end(), by_amount);
  const bool is_more = *(*most)->amount_yuan < *printed.amount_yuan;
  const bool is_less = *printed.amount_yuan < *(*least)->amount_yuan;
  if (!is_more && !is_less) return;
  const Fact& cost = is_more ? **most : **least;
  ledger.note(
      {Check::kCrossTable, "operating_cost"},
      said(is_more ? Sentence::kRunsOnMore : Sentence::kRunsOnLess,
           {{"printed", with_unit(printed)}, {"cost", with_unit(cost)}, {"name", cost.subject}}),
      {&printed, &cost});
}

}  // namespace

void check_operating_cost(const Audited& audited, Ledger& ledger) {
  const int year = audited.extraction.identity.fiscal_year.value_or(0);
  const Facts costs = running_costs(audited, year);
  if (costs.empty()) return;
  for (std::size_t i = 0; i < audited.places.size(); ++i) {
    const Fact& fact = audited.extraction.facts[i];
    const bool is_wanted = is_amount(fact) && fact.period == year &&
                           fact.concept_id == "operating_cost" && !fact.value.is_zero();
    if (is_wanted) return compare_with(costs, fact, ledger);
  }
}

}  // namespace mingxi::audit
