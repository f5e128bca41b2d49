// 公用经费120万元，主要包括：办公费、印刷费、… : items that the prose says are paid and that the
// tables by economic item print no amount for. Such lists are often those of the form.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "audit/between/named_figures.h"
#include "audit/core/places.h"
#include "audit/core/stages.h"
#include "audit/core/table_figures.h"
#include "text/normalise.h"
#include "text/punctuation.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kMinMissing = 3;
constexpr std::size_t kMinFound = 5;  // items of a list that the tables have
constexpr std::size_t kClassDigits = 3;
constexpr std::size_t kItemDigits = 5;
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

/// The items of 基本支出 that the tables print an amount for, by code.
std::map<std::string, const Fact*> basic_items(const Audited& audited) {
  std::map<std::string, const Fact*> items;
  const patterns::Pattern& basic = audited.patterns.checks.between_documents.words.basic_only;
  for (const TableFigures& figures : audited.tables) {
    if (!basic.matches(text::normalised(figures.table->title))) continue;
    for (const Fact* fact : figures.facts) {
      const bool is_item = fact->code && fact->code->starts_with("economic:3") &&
                           digits_of(*fact).size() == kItemDigits && is_amount(*fact);
      if (is_item && !fact->value.is_zero()) items.emplace(std::string(digits_of(*fact)), fact);
    }
  }
  return items;
}

/// The one item that a list of 基本支出 leaves out, where it has all others of its classes but
/// names one without an amount: one was written for the other.
const Fact* exchanged(const Audited& audited, const std::vector<std::string_view>& listed,
                      std::string_view missing) {
  std::map<std::string, const Fact*> open = basic_items(audited);
  std::set<std::string> classes;
  std::size_t found = 0;
  for (const std::string_view name : listed) {
    const auto code = audited.patterns.classification.economic(name);
    if (!code) return nullptr;
    if (name != missing) classes.insert(code->substr(0, kClassDigits));
    found += open.erase(*code);
  }
  std::erase_if(open, [&](const auto& item) {
    return !classes.contains(item.first.substr(0, kClassDigits));
  });
  return found >= kMinFound && open.size() == 1 ? open.begin()->second : nullptr;
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
      const Fact* paid_instead =
          missing.size() == 1 ? exchanged(audited, listed, missing.front()) : nullptr;
      if (paid_instead != nullptr) {
        ledger.note({Check::kTextTable, "listed"},
                    said(Sentence::kItemsExchanged, {{"listed", std::string(missing.front())},
                                                     {"paid", bare_name(paid_instead->subject)},
                                                     {"amount", with_unit(*paid_instead)}}),
                    {paid_instead});
        continue;
      }
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
