// Income and expenditure side by side. Which list a figure stands in is told by its column: the
// lists follow one another from left to right.

#include <algorithm>
#include <string>

#include "audit/list_rows.h"
#include "audit/stages.h"

namespace mingxi {
namespace {

void add(const Fact* fact, std::vector<const Fact*>& facts, std::vector<Amount>& amounts) {
  if (fact == nullptr) return;
  const auto amount = amount_of(*fact);
  if (!amount) return;
  facts.push_back(fact);
  amounts.push_back(*amount);
}

}  // namespace

void check_lists(const TableFigures& figures, const CheckRules& rules, Ledger& ledger) {
  for (const SumIdentity& identity : rules.sums) {
    const auto& kinds = identity.tables;
    if (std::find(kinds.begin(), kinds.end(), figures.table->kind) == kinds.end()) continue;
    const std::string check = "sum/" + identity.id;
    const std::vector<const Fact*> wholes = rows_named(figures, rules.row(identity.whole));
    if (wholes.size() != 1) {
      ledger.cannot(check, figures.table->id + "：没有读到唯一的合计行");
      continue;
    }
    std::vector<const Fact*> parts;
    std::vector<Amount> amounts;
    for (const std::string& id : identity.parts) {
      const std::vector<const Fact*> found = rows_named(figures, rules.row(id));
      // The first part must be there; what is carried over may be none.
      if (id == identity.parts.front() && found.size() != 1) {
        parts.clear();
        break;
      }
      for (const Fact* fact : found) add(fact, parts, amounts);
    }
    const auto whole = amount_of(*wholes.front());
    if (!whole || parts.empty()) {
      ledger.cannot(check, figures.table->id + "：没有读到相关的行");
      continue;
    }
    const auto comparison = compare(*whole, amounts);
    if (!comparison) continue;
    CheckMade made{.check = check,
                   .formula = sum_formula(*wholes.front(), parts),
                   .facts = {wholes.front()},
                   .about = "《" + figures.table->title + "》" + wholes.front()->subject,
                   .about_en = "“" + figures.table->title + "” " + wholes.front()->subject};
    made.facts.insert(made.facts.end(), parts.begin(), parts.end());
    ledger.record(made, *comparison);
  }
}

}  // namespace mingxi
