#include "cli/summary.h"

#include "cli/console.h"
#include "emit/dataset_schema.h"

namespace mingxi {

void sum_up(const DatasetSummary& summary, const std::string& folder, Language language) {
  const auto number = [](std::size_t count) { return std::to_string(count); };
  std::string statuses;
  for (const std::string_view status : input_statuses()) {
    const auto found = summary.inputs.find(status);
    if (found == summary.inputs.end()) continue;
    if (!statuses.empty()) statuses += ", ";
    statuses += std::string(status) + " " + number(found->second);
  }
  const auto& rows = summary.rows;
  remark(Text::kSummaryInputs, language, {number(rows[kInputRows]), statuses});
  remark(Text::kSummaryRows, language,
         {number(rows[kDocumentRows]), number(rows[kTableRows]), number(rows[kCellRows]),
          number(rows[kFactRows])});
  remark(Text::kSummaryFindings, language,
         {number(rows[kFindingRows]), number(summary.inconsistent)});
  if (summary.failed > 0) remark(Text::kSummaryFailed, language, {number(summary.failed)});
  if (summary.without_text > 0)
    remark(Text::kSummaryNoText, language, {number(summary.without_text)});
  remark(Text::kSummaryPlace, language, {shown(folder)});
}

}  // namespace mingxi
