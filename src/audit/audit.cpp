#include "audit/audit.h"

#include "audit/document/blank_form.h"
#include "audit/core/stages.h"
#include "audit/document/announcements.h"
#include "audit/tables/forms.h"

namespace mingxi::audit {

void audit(const Document& document, const Layout& layout, const std::vector<FactPlace>& places,
           const std::vector<UnreadCell>& unread, const patterns::Patterns& patterns,
           Extraction& extraction) {
  const std::vector<TableFigures> tables = figures_by_table(extraction);
  const Audited audited{document, layout, places, unread, extraction, tables, patterns};
  const Forms forms(extraction.tables, patterns.checks.words);
  Ledger ledger(extraction);
  // A form not filled in has nothing to check but that.
  if (is_blank_form(audited)) {
    check_form(audited, ledger);
    return;
  }
  check_tables(audited, ledger);
  check_between_tables(audited, ledger);
  check_forms(audited, forms, ledger);
  check_project_texts(audited, forms, ledger);
  check_payments(audited, ledger);
  check_operating_cost(audited, ledger);
  check_project_goals(audited, forms, ledger);
  check_statements(audited, ledger);
  check_statements_against_tables(audited, ledger);
  ledger.conclude(says_withheld(audited));
  check_classification(audited, ledger);
  check_completeness(audited, ledger);
  check_table_notes(audited, ledger);
  check_row_numbers(audited, ledger);
  check_indicators(audited, ledger);
  check_listed_items(audited, ledger);
  check_left_out_classes(audited, ledger);
  check_headings(audited, ledger);
  check_glossary(audited, ledger);
  check_near_names(audited, ledger);
  check_run_in(audited, ledger);
  check_own_name(audited, ledger);
  check_repetition(audited, ledger);
  check_form(audited, ledger);
}

}  // namespace mingxi::audit
