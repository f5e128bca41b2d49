// One amount in 元 among many in 万元 whose digits another prints with 万元 has a wrong unit.
// Sums and rates that it takes part in fail for no other cause.

#include <string>

#include "audit/prose/statement_figures.h"
#include "model/money.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kMinDigits = 4;      // that two amounts hardly share by chance
constexpr std::size_t kMaxOtherUnits = 3;  // amounts in another unit: more are meant

std::size_t digits_in(const Fact& fact) {
  std::size_t count = 0;
  for (const char c : unsigned_number(fact))
    if (c >= '0' && c <= '9') ++count;
  return count;
}

}  // namespace

void check_units(const Audited& audited, Ledger& ledger) {
  std::vector<const Fact*> in_yuan;
  std::vector<const Fact*> in_wan;
  for (std::size_t i = 0; i < audited.places.size(); ++i) {
    const Fact& fact = audited.extraction.facts[i];
    if (!fact.amount_yuan || fact.unit.empty() || fact.decimals == 0) continue;
    (exponent_of_money(fact.unit) == 0 ? in_yuan : in_wan).push_back(&fact);
  }
  if (in_yuan.size() > kMaxOtherUnits || in_wan.size() <= in_yuan.size()) return;
  for (const Fact* odd : in_yuan) {
    if (digits_in(*odd) < kMinDigits) continue;
    for (const Fact* other : in_wan) {
      if (unsigned_number(*odd) != unsigned_number(*other)) continue;
      const std::string words = as_printed(*odd) + odd->unit;
      const std::string again = as_printed(*other) + other->unit;
      Finding finding = finding_of(Check::kUnit, Severity::kError, FindingState::kInconsistent,
                                   said(Sentence::kUnitDiffers, {{"subject", odd->subject},
                                                                 {"words", words},
                                                                 {"other_words", again},
                                                                 {"other", other->subject}}));
      finding.formula = words + " = " + again;
      ledger.explain(std::move(finding), {odd});
      break;
    }
  }
}

}  // namespace mingxi::audit
