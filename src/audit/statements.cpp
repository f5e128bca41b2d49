#include "audit/statement_figures.h"

namespace mingxi {

bool is_same_subject(const Fact& a, const Fact& b) {
  if (a.subject == b.subject) return true;
  if (a.code && b.code) return a.code == b.code;
  return a.concept_id && a.concept_id == b.concept_id;
}

void check_statements(const Audited& audited, Ledger& ledger) {
  check_chains(audited, ledger);
  check_sums_of_statements(audited, ledger);
  check_shares(audited, ledger);
  check_counts(audited, ledger);
  check_conflicts(audited, ledger);
}

}  // namespace mingxi
