#pragma once

#include <vector>

#include "audit/core/ledger.h"
#include "audit/core/table_figures.h"
#include "model/layout.h"
#include "patterns/patterns.h"

namespace mingxi::audit {

class Forms;

/// What the checks of one document look at.
struct Audited {
  const Document& document;
  const Layout& layout;
  const std::vector<FactPlace>& places;   ///< of the facts of the prose
  const std::vector<UnreadCell>& unread;  ///< cells of amounts that gave no fact
  const Extraction& extraction;
  const std::vector<TableFigures>& tables;  ///< those with facts
  const patterns::Patterns& patterns;
};

/// Inside one table: rows, classes, totals, both sides.
void check_tables(const Audited& audited, Ledger& ledger);
/// Columns whose amounts are printed some rows too high or too low.
void check_shift(const TableFigures& figures, Ledger& ledger);
/// Sums down the columns of a table, as its rows have them.
void check_columns(const Audited& audited, const TableFigures& figures, Ledger& ledger);
/// Between tables of the document.
void check_between_tables(const Audited& audited, Ledger& ledger);
/// Changes and rates that a table prints, against its figures.
void check_table_changes(const TableFigures& figures, Ledger& ledger);
/// Rows that a table lists several times without saying what they differ in.
void check_repeated_rows(const TableFigures& figures, Ledger& ledger);
/// Tables that do not name the unit of their amounts.
void check_table_unit(const TableFigures& figures, Ledger& ledger);
/// Row numbers that do not run on.
void check_row_numbers(const Audited& audited, Ledger& ledger);
/// Evaluation forms: their rates, and their tasks against rows of tables.
void check_forms(const Audited& audited, const Forms& forms, Ledger& ledger);
/// Units of the indicators of performance.
void check_indicators(const Audited& audited, Ledger& ledger);
/// Items that the prose says are paid, against the tables by economic item.
void check_listed_items(const Audited& audited, Ledger& ledger);
/// Classes that a column of a table has and the prose leaves out of its list.
void check_left_out_classes(const Audited& audited, Ledger& ledger);
/// Payments that the functional and the economic classification both have.
void check_payments(const Audited& audited, Ledger& ledger);
/// 机关运行经费 against 公用经费.
void check_operating_cost(const Audited& audited, Ledger& ledger);
/// What the prose says of the evaluation of projects, against their forms.
void check_project_texts(const Audited& audited, const Forms& forms, Ledger& ledger);
/// The goals of projects against the list of projects, and what the prose says of them.
void check_project_goals(const Audited& audited, const Forms& forms, Ledger& ledger);
/// Inside the prose: changes, rates, shares, sums, one figure stated twice.
void check_statements(const Audited& audited, Ledger& ledger);
/// The prose against the tables.
void check_statements_against_tables(const Audited& audited, Ledger& ledger);
/// Names and codes of the classification.
void check_classification(const Audited& audited, Ledger& ledger);
/// What is printed under tables.
void check_table_notes(const Audited& audited, Ledger& ledger);
/// Tables and sections that should be there.
void check_completeness(const Audited& audited, Ledger& ledger);
/// Titles of the contents and headings against the text.
void check_headings(const Audited& audited, Ledger& ledger);
/// Terms that the glossary does not explain.
void check_glossary(const Audited& audited, Ledger& ledger);
/// Names that miss a class by one character.
void check_near_names(const Audited& audited, Ledger& ledger);
/// Items run into the item before them.
void check_run_in(const Audited& audited, Ledger& ledger);
/// The name of the body, cut short by a character.
void check_own_name(const Audited& audited, Ledger& ledger);
/// Half-width marks in Chinese text.
void check_half_width(const Audited& audited, Ledger& ledger);
/// Words printed twice, sentences that lack a stop which their like have.
void check_repetition(const Audited& audited, Ledger& ledger);
/// Wording left in, sentences cut off, years, punctuation.
void check_form(const Audited& audited, Ledger& ledger);

}  // namespace mingxi::audit
