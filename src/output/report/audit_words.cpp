#include "output/report/audit_words.h"

#include <algorithm>

namespace mingxi::output {
namespace {

std::string_view in(messages::Language language, std::string_view chinese,
                    std::string_view english) {
  return language == messages::Language::kChinese ? chinese : english;
}

}  // namespace

std::string_view severity_word(Severity severity, messages::Language language) {
  switch (severity) {
    case Severity::kError:
      return in(language, "错误", "error");
    case Severity::kWarning:
      return in(language, "警告", "warning");
    case Severity::kInfo:
      break;
  }
  return in(language, "提示", "note");
}

std::string kind_words(const Identity& identity, messages::Language language) {
  const bool is_account = identity.kind == DocumentKind::kFinalAccount;
  if (!is_account && identity.kind != DocumentKind::kBudget) return {};
  std::string words;
  if (identity.scope == Scope::kDepartment) words = in(language, "部门", "department ");
  if (identity.scope == Scope::kUnit) words = in(language, "单位", "unit ");
  if (identity.scope == Scope::kGovernment) words = in(language, "政府", "government ");
  return words +=
         is_account ? in(language, "决算", "final account") : in(language, "预算", "budget");
}

std::string_view state_words(FindingState state, messages::Language language) {
  if (state == FindingState::kWithinRounding) {
    return in(language, "四舍五入误差内", "within rounding");
  }
  if (state == FindingState::kUnverified) return in(language, "未能证实", "not confirmed");
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
    if (!list.empty()) list += in(language, "、", ", ");
    list += std::to_string(sorted[i]);
    if (last > i) list += "-" + std::to_string(sorted[last]);
    i = last;
  }
  if (language == messages::Language::kChinese) return "第 " + list + " 页";
  return (sorted.size() == 1 ? "page " : "pages ") + list;
}

}  // namespace mingxi::output
