#include "audit/statement_figures.h"

namespace mingxi {

bool is_same_subject(const Fact& a, const Fact& b) {
  if (a.subject == b.subject) return true;
  if (a.code && b.code) return a.code == b.code;
  return a.concept_id && a.concept_id == b.concept_id;
}

std::optional<Amount> amount_like(const Fact& fact, const Fact& other) {
  if (!fact.unit.empty() || !other.amount_yuan) return amount_of(fact);
  Fact with_unit = fact;
  with_unit.unit = other.unit;
  const int exponent = other.unit.starts_with("万") ? 4 : other.unit.starts_with("亿") ? 8 : 0;
  with_unit.amount_yuan = fact.value.scaled(exponent);
  return amount_of(with_unit);
}

void check_statements(const Audited& audited, Ledger& ledger) {
  check_chains(audited, ledger);
  check_sums_of_statements(audited, ledger);
  check_shares(audited, ledger);
  check_counts(audited, ledger);
  check_conflicts(audited, ledger);
}

}  // namespace mingxi
