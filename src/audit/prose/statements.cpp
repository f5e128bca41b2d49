#include "audit/prose/statement_figures.h"

namespace mingxi::audit {

bool is_same_subject(const Fact& a, const Fact& b) {
  if (a.subject == b.subject) return true;
  if (a.code && b.code) return a.code == b.code;
  return a.concept_id && a.concept_id == b.concept_id;
}

bool is_level(const Fact& fact) {
  return fact.measure == Measure::kLevel && fact.bound == Bound::kEqual &&
         fact.basis != Basis::kTarget;
}

bool can_be_added(const Fact& whole, const Fact& part) {
  const bool is_alike = whole.amount_yuan.has_value() == part.amount_yuan.has_value() &&
                        (whole.amount_yuan || whole.unit == part.unit);
  return is_level(part) && is_alike && whole.period == part.period && whole.basis == part.basis;
}

void check_statements(const Audited& audited, Ledger& ledger) {
  check_units(audited, ledger);
  check_chains(audited, ledger);
  check_directions(audited, ledger);
  check_partitions(audited, ledger);
  check_lists_of_statements(audited, ledger);
  check_sums_of_statements(audited, ledger);
  check_changes_of_sums(audited, ledger);
  check_shares(audited, ledger);
  check_counts(audited, ledger);
  check_conflicts(audited, ledger);
  check_repeats(audited, ledger);
  check_reasons(audited, ledger);
  check_denials(audited, ledger);
}

}  // namespace mingxi::audit
