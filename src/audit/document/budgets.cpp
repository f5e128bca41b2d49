// The tables of the several budgets: general, government funds, state capital.

#include <algorithm>
#include <set>

#include "audit/core/stages.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kMinStatutory = 6;  // kinds of tables: fewer are not all
constexpr int kFirstYear = 2021;          // before, departments need not publish it

bool is_statutory(TableKind kind, DocumentKind document) {
  return is_statutory_in(
      kind, document == DocumentKind::kFinalAccount ? TableOf::kFinalAccount : TableOf::kBudget);
}

bool has_page_without_text(const Audited& audited) {
  const auto& pages = audited.extraction.pages;
  return std::any_of(pages.begin(), pages.end(),
                     [](const PageSummary& page) { return page.text_source == TextSource::kNone; });
}

}  // namespace

void check_budgets(const Audited& audited, Ledger& ledger) {
  if (audited.extraction.identity.fiscal_year.value_or(0) < kFirstYear) return;
  const DocumentKind document = audited.extraction.identity.kind;
  const patterns::TableRules& rules = audited.patterns.tables;
  std::set<TableKind> statutory;
  bool has_fund = false;
  for (const Table& table : audited.extraction.tables) {
    if (is_statutory(table.kind, document)) statutory.insert(table.kind);
    has_fund = has_fund || is_of(table.kind, TableSubject::kGovernmentFund);
    if (is_of(table.kind, TableSubject::kStateCapital)) return;
  }
  if (!has_fund || statutory.size() < kMinStatutory || has_page_without_text(audited)) return;
  const auto names_it = [&](const TracedText& text) {
    if (!audited.patterns.layout.lines.ends_in_table.matches(text.utf8())) return false;
    const auto kind = rules.kind_of_title(text.utf8());
    return kind && is_of(*kind, TableSubject::kStateCapital);
  };
  for (const Paragraph& paragraph : audited.layout.paragraphs)
    if (names_it(paragraph.text)) return;
  for (const Grid& grid : audited.layout.grids)
    for (const auto* lines : {&grid.above, &grid.heads, &grid.below})
      if (std::any_of(lines->begin(), lines->end(),
                      [&](const Line& line) { return names_it(line.text); }))
        return;
  ledger.report(finding_of(Check::kTableMissing, Severity::kInfo, FindingState::kMissing,
                           said(Sentence::kNoTableOfStateCapital, {})),
                std::vector<Evidence>());
}

}  // namespace mingxi::audit
