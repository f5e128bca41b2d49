#include "audit/core/stages.h"
#include "audit/core/sums.h"
#include "audit/tables/list_rows.h"
#include "audit/tables/table_names.h"
#include "audit/tables/unread.h"

namespace mingxi::audit {
namespace {

/// Income and expenditure side by side come to one total.
void check_both_sides(const TableFigures& figures, const patterns::CheckRules& rules,
                      Ledger& ledger) {
  const auto income = rows_named(figures, rules.row("income_total"));
  const auto expenditure = rows_named(figures, rules.row("expenditure_total"));
  if (income.size() != 1 || expenditure.size() != 1) return;
  const bool is_one_row = income.front()->row == expenditure.front()->row;
  const auto comparison = compare_sum(*income.front(), {expenditure.front()});
  if (!is_one_row || !comparison) return;
  CheckMade made = sum_check({Check::kSum, "both_sides"}, *income.front(), {expenditure.front()},
                             in_both(place_name(*figures.table, *income.front())));
  made.relation = Relation::kEqual;
  ledger.record(made, *comparison);
}

}  // namespace

void check_tables(const Audited& audited, Ledger& ledger) {
  for (const TableFigures& figures : audited.tables) {
    const UnreadPlaces unread = unread_in(*figures.table, audited.unread);
    check_rows(figures, unread, audited.patterns, ledger);
    const TableFigures whole = whole_columns(figures, unread);
    if (!unread.empty()) skip_unread({Check::kSum, "class"}, *figures.table, ledger);
    check_columns(audited, whole, ledger);
    check_shift(whole, ledger);
    check_table_changes(whole, ledger);
    check_repeated_rows(whole, ledger);
    check_table_unit(whole, ledger);
    check_both_sides(whole, audited.patterns.checks, ledger);
  }
}

}  // namespace mingxi::audit
