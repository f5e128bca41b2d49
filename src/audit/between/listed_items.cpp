// 公用经费120万元，主要包括：办公费、印刷费、… : items that the prose says are paid and that the
// tables by economic item print no amount for. Such lists are often those of the form.

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "audit/core/places.h"
#include "audit/core/stages.h"
#include "text/punctuation.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kMinMissing = 3;
constexpr std::size_t kMinPaid = 4;  // items with an amount: fewer are no table of items
constexpr std::size_t kMaxNamed = 4;
constexpr std::size_t kMuch = 3;  // one in so many of those listed: the list of the form

std::vector<std::string_view> split(std::string_view list) {
  std::vector<std::string_view> names;
  std::size_t first = 0;
  while (first < list.size()) {
    const std::size_t last = clause_end(list, first, text::kListJoints);
    if (last > first) names.push_back(list.substr(first, last - first));
    first = last < list.size() ? last + character_at(list, last).size() : last;
  }
  return names;
}

/// The economic items that the tables print an amount for.
std::set<std::string> paid_items(const Audited& audited) {
  std::set<std::string> items;
  for (const TableFigures& figures : audited.tables)
    for (const Fact* fact : figures.facts)
      for (const std::string& code : fact->codes)
        if (code.starts_with("economic:") && !fact->value.is_zero())
          items.insert(code.substr(code.find(':') + 1));
  return items;
}

/// The names that are items of the classification and have no amount.
std::vector<std::string_view> missing_of(const std::vector<std::string_view>& names,
                                         const std::set<std::string>& paid,
                                         const patterns::Classification& classification) {
  std::vector<std::string_view> missing;
  for (const std::string_view name : names) {
    const auto code = classification.economic(name);
    if (code && !paid.contains(*code)) missing.push_back(name);
  }
  return missing;
}

}  // namespace

void check_listed_items(const Audited& audited, Ledger& ledger) {
  const std::set<std::string> paid = paid_items(audited);
  if (paid.size() < kMinPaid) return;
  for (const Paragraph& paragraph : audited.layout.paragraphs) {
    const std::string_view text = paragraph.text.utf8();
    for (const auto& lead : audited.patterns.checks.words.items_paid.find_all(text)) {
      const std::size_t end = clause_end(text, lead.last(), text::kListEnds);
      const auto listed = split(text.substr(lead.last(), end - lead.last()));
      const auto missing = missing_of(listed, paid, audited.patterns.classification);
      if (missing.size() < kMinMissing) continue;
      const bool is_much = missing.size() * kMuch >= listed.size();
      const std::vector<std::string> names(
          missing.begin(),
          missing.begin() + static_cast<std::ptrdiff_t>(std::min(missing.size(), kMaxNamed)));
      Said words =
          said(Sentence::kListedWithoutAmount,
               {{"names", messages::listed(names)}, {"count", std::to_string(missing.size())}});
      ledger.report(
          finding_of({Check::kTextTable, "listed"}, is_much ? Severity::kWarning : Severity::kInfo,
                     FindingState::kNoted, std::move(words)),
          std::vector{evidence_at(audited.document, paragraph.text, lead.first(), lead.last())});
    }
  }
}

}  // namespace mingxi::audit
