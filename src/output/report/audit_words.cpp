#include "output/report/audit_words.h"

#include <algorithm>

#include "messages/sentences.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;

std::string severity_word(Severity severity, messages::Language language) {
  switch (severity) {
    case Severity::kError:
      return said(Sentence::kError).in(language);
    case Severity::kWarning:
      return said(Sentence::kWarning).in(language);
    case Severity::kInfo:
      break;
  }
  return said(Sentence::kNote).in(language);
}

std::string kind_words(const Identity& identity, messages::Language language) {
  const bool is_account = identity.kind == DocumentKind::kFinalAccount;
  if (!is_account && identity.kind != DocumentKind::kBudget) return {};
  std::string words;
  if (identity.scope == Scope::kDepartment) words = said(Sentence::kDepartment).in(language);
  if (identity.scope == Scope::kUnit) words = said(Sentence::kUnitOfDepartment).in(language);
  if (identity.scope == Scope::kGovernment) words = said(Sentence::kGovernment).in(language);
  return words += is_account ? said(Sentence::kFinalAccount).in(language)
                             : said(Sentence::kBudget).in(language);
}

std::string state_words(FindingState state, messages::Language language) {
  if (state == FindingState::kWithinRounding) {
    return said(Sentence::kWithinRounding).in(language);
  }
  if (state == FindingState::kUnverified) return said(Sentence::kNotConfirmed).in(language);
  return {};
}

std::string pages_words(const std::vector<int>& pages, messages::Language language) {
  std::vector<int> sorted = pages;
  std::ranges::sort(sorted);
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::string list;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    std::size_t last = i;
    while (last + 1 < sorted.size() && sorted[last + 1] == sorted[last] + 1) ++last;
    if (!list.empty()) list += said(Sentence::kListComma).in(language);
    list += std::to_string(sorted[i]);
    if (last > i) list += "-" + std::to_string(sorted[last]);
    i = last;
  }
  return said(sorted.size() == 1 ? Sentence::kPage : Sentence::kPages, {{"pages", list}})
      .in(language);
}

}  // namespace mingxi::output
