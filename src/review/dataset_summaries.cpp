#include "review/dataset_summaries.h"

#include <cstdlib>

#include "output/document_json/names.h"
#include "output/dataset/sqlite.h"

namespace mingxi::review {
namespace {

constexpr const char* kQuery = R"(
SELECT d.sha256,
  (SELECT min(path) FROM inputs i WHERE i.document = d.id),
  d.title, d.publisher, d.kind, d.scope, d.fiscal_year, d.page_count,
  (SELECT count(DISTINCT kind) FROM tables t WHERE t.document = d.id
    AND t.kind LIKE CASE d.kind WHEN 'final_account' THEN 'Z0_' ELSE 'B0_' END),
  (SELECT count(*) FROM findings f WHERE f.document = d.id AND f.severity = 'error'),
  (SELECT count(*) FROM findings f WHERE f.document = d.id AND f.severity = 'warning'),
  (SELECT count(*) FROM findings f WHERE f.document = d.id AND f.severity = 'info'),
  d.checks_held + d.checks_held_within_rounding + d.checks_failed,
  d.checks_failed,
  d.media_type
FROM documents d ORDER BY d.publisher, d.fiscal_year, d.title, d.sha256)";

std::optional<std::string> text_or_nothing(const output::Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.text(column);
}

int number(const output::Statement& row, int column) { return std::atoi(row.text(column).c_str()); }

ReviewSummary summary_of(const output::Statement& row) {
  ReviewSummary summary{.path = text_or_nothing(row, 1).value_or(""), .sha256 = row.text(0)};
  Identity& identity = summary.identity;
  identity.title = text_or_nothing(row, 2);
  identity.publisher = text_or_nothing(row, 3);
  identity.kind = output::named<DocumentKind>(row.text(4)).value_or(DocumentKind::kUnknown);
  identity.scope = output::named<Scope>(row.text(5)).value_or(Scope::kUnknown);
  if (!row.is_null(6)) identity.fiscal_year = number(row, 6);
  identity.page_count = number(row, 7);
  summary.statutory_tables = number(row, 8);
  summary.errors = number(row, 9);
  summary.warnings = number(row, 10);
  summary.notes = number(row, 11);
  summary.checks_made = number(row, 12);
  summary.checks_failed = number(row, 13);
  summary.media_type = row.text(14);
  return summary;
}

}  // namespace

std::vector<ReviewSummary> dataset_summaries(const std::string& database) {
  const output::Database dataset(database, output::OpenMode::kRead);
  output::Statement rows(dataset, kQuery);
  std::vector<ReviewSummary> summaries;
  while (rows.step()) summaries.push_back(summary_of(rows));
  return summaries;
}

}  // namespace mingxi::review
