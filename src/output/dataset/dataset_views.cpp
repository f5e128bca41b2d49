#include "output/dataset/dataset_views.h"

#include <array>

namespace mingxi::output {
namespace {

// 支出总表 has every leaf once. Where it is not by function, 一般公共预算支出表 is the next best:
// the view says which table a row is from.
constexpr std::string_view kLeafExpenditure = R"(
  SELECT d.publisher, d.kind, f.period AS fiscal_year, f.basis, f.functional_code,
         f.subject AS function_name, f.amount_yuan, t.kind AS table_kind, f.document, f.id AS fact
  FROM documents d
  JOIN tables t ON t.document = d.sha256
  JOIN facts f ON f.document = t.document AND f."table" = t.id
  WHERE f.line_kind = 'leaf' AND f.measure = 'level' AND f.functional_code IS NOT NULL
    AND f.amount_yuan IS NOT NULL AND f.component IN ('total', 'amount')
    AND f.period IS NOT DISTINCT FROM d.fiscal_year
    AND (t.kind IN ('B03', 'Z03')
         OR t.kind IN ('B05', 'Z05') AND NOT EXISTS (
              SELECT 1 FROM tables t3
              JOIN facts f3 ON f3.document = t3.document AND f3."table" = t3.id
              WHERE t3.document = d.sha256 AND t3.kind IN ('B03', 'Z03')
                AND f3.functional_code IS NOT NULL)))";

// The items are columns in most tables, rows in others; some list other expenses beside them.
constexpr std::string_view kThreePublicItems = R"(
  SELECT d.publisher, d.kind, f.period AS fiscal_year, f.basis,
         CASE WHEN f.component IN ('abroad', 'vehicles', 'vehicle_purchase', 'vehicle_operation',
                                   'reception', 'agency_operation', 'meetings', 'training')
                THEN f.component
              WHEN f.subject LIKE '%机关运行%' THEN 'agency_operation'
              WHEN f.subject LIKE '%出国%' THEN 'abroad'
              WHEN f.subject LIKE '%接待%' THEN 'reception'
              WHEN f.subject LIKE '%购置及运行%' OR f.subject LIKE '%购置和运行%' THEN 'vehicles'
              WHEN f.subject LIKE '%购置%' THEN 'vehicle_purchase'
              WHEN f.subject LIKE '%运行%' THEN 'vehicle_operation'
              WHEN f.subject LIKE '%三公%' OR f.subject LIKE '%合计%' THEN 'total'
              WHEN f.component = 'total' AND f.subject NOT LIKE '%费%' THEN 'total'
              ELSE 'other' END AS item,
         f.line_kind, f.amount_yuan, f.document, f.id AS fact
  FROM documents d
  JOIN tables t ON t.document = d.sha256
  JOIN facts f ON f.document = t.document AND f."table" = t.id
  WHERE t.kind IN ('B07', 'Z07') AND f.measure = 'level' AND f.amount_yuan IS NOT NULL)";

constexpr std::string_view kThreePublic = R"(
  SELECT publisher, fiscal_year, basis,
         max(CASE item WHEN 'total' THEN amount_yuan END) AS total_yuan,
         max(CASE item WHEN 'abroad' THEN amount_yuan END) AS abroad_yuan,
         max(CASE item WHEN 'vehicle_purchase' THEN amount_yuan END) AS vehicle_purchase_yuan,
         max(CASE item WHEN 'vehicle_operation' THEN amount_yuan END) AS vehicle_operation_yuan,
         max(CASE item WHEN 'reception' THEN amount_yuan END) AS reception_yuan,
         document
  FROM three_public_items
  WHERE item <> 'other'
  GROUP BY document, publisher, fiscal_year, basis)";

constexpr std::string_view kInconsistent = R"(
  SELECT d.publisher, d.title, d.fiscal_year, n."check", n.severity, n.message, n.formula,
         n.difference, n.evidence, n.document, n.id AS finding
  FROM findings n JOIN documents d ON d.sha256 = n.document
  WHERE n.state = 'inconsistent')";

constexpr std::string_view kFindingsByBody = R"(
  SELECT d.publisher, d.fiscal_year, n.state, n.severity, n."check", count(*) AS findings,
         count(DISTINCT n.document) AS documents
  FROM findings n JOIN documents d ON d.sha256 = n.document
  GROUP BY d.publisher, d.fiscal_year, n.state, n.severity, n."check")";

constexpr auto kViews = std::to_array<View>({
    {"leaf_expenditure_by_function",
     "末级功能分类科目的支出，每份文件每个科目只算一次（支出总表；没有时用一般公共预算支出表）。",
     "Expenditure by leaf of the functional classification, each leaf of a document once.",
     kLeafExpenditure},
    {"three_public_items", "“三公”经费表的每一项。", "Each item of a 三公 table.",
     kThreePublicItems},
    {"three_public_by_body_and_year", "“三公”经费：每份文件每年每种口径一行，金额为元。",
     "三公 spending: a row for each document, year and basis, in yuan.", kThreePublic},
    {"inconsistent_findings", "数字不一致的地方，附公开单位。",
     "Figures that contradict each other, with the body that published them.", kInconsistent},
    {"findings_by_body", "各单位各类情况的条数。", "Findings counted by body, year and kind.",
     kFindingsByBody},
});

}  // namespace

std::span<const View> dataset_views() { return kViews; }

}  // namespace mingxi::output
