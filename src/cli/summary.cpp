#include "cli/summary.h"

#include "cli/console.h"
#include "output/dataset/dataset_schema.h"

namespace mingxi::cli {

void sum_up(const build::DatasetSummary& summary, const std::string& folder,
            messages::Language language) {
  const auto number = [](std::size_t count) { return std::to_string(count); };
  std::string statuses;
  for (const std::string_view status : output::input_statuses()) {
    const auto found = summary.inputs.find(status);
    if (found == summary.inputs.end()) continue;
    if (!statuses.empty()) statuses += ", ";
    statuses += std::string(status) + " " + number(found->second);
  }
  const auto& rows = summary.rows;
  remark(messages::Text::kSummaryInputs, language, {number(rows[output::kInputRows]), statuses});
  remark(messages::Text::kSummaryRows, language,
         {number(rows[output::kDocumentRows]), number(rows[output::kTableRows]),
          number(rows[output::kCellRows]), number(rows[output::kFactRows])});
  remark(messages::Text::kSummaryFindings, language,
         {number(rows[output::kFindingRows]), number(summary.inconsistent)});
  if (summary.failed > 0)
    remark(messages::Text::kSummaryFailed, language, {number(summary.failed)});
  if (summary.without_text > 0)
    remark(messages::Text::kSummaryNoText, language, {number(summary.without_text)});
  remark(messages::Text::kSummaryPlace, language, {text::shown(folder)});
}

}  // namespace mingxi::cli
