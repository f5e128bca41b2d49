// A statutory table must name the unit of its amounts. Where it does not, its unit can be known by
// a total that another table prints as well.

#include <algorithm>
#include <vector>

#include "audit/core/stages.h"
#include "audit/tables/table_names.h"

namespace mingxi::audit {

void check_table_unit(const TableFigures& figures, Ledger& ledger) {
  const Table& table = *figures.table;
  const bool prints_unit = !table.unit.empty() && table.unit_from != UnitFrom::kDocument;
  const auto amount =
      std::find_if(figures.facts.begin(), figures.facts.end(), [&table](const Fact* fact) {
        return fact->measure == Measure::kLevel && !fact->value.is_zero() &&
               fact->unit == table.unit;
      });
  if (!is_of_money(table.kind) || prints_unit || amount == figures.facts.end()) return;
  Said words = table.unit.empty() ? said(Sentence::kTableNamesNoUnit, {{"table", title_of(table)}})
                                  : said(Sentence::kTableUnitInferred,
                                         {{"table", title_of(table)}, {"unit", table.unit}});
  ledger.report(
      finding_of(Check::kUnitMissing, Severity::kWarning, FindingState::kMissing, std::move(words)),
      std::vector{*amount});
}

}  // namespace mingxi::audit
