#include "output/report/audit_words.h"

#include <algorithm>

namespace mingxi::output {
namespace {

struct Words {
  std::string_view name;
  std::string_view chinese;
  std::string_view english;
};

constexpr Words kChecks[] = {
    {"conflict", "同一数字前后不一", "one figure, different values"},
    {"sum", "合计", "sum"},
    {"rate", "增减率", "rate of change"},
    {"change", "增减额", "change"},
    {"direction", "增减方向", "direction of change"},
    {"share", "占比", "share"},
    {"execution_rate", "预算完成率", "execution rate"},
    {"count", "个数", "count"},
    {"period", "年度", "year"},
    {"unit_missing", "缺单位", "unit missing"},
    {"number_missing", "缺数字", "number missing"},
    {"truncated", "句子不完整", "sentence cut off"},
    {"template_leftover", "模板用语未删", "template wording left in"},
    {"unverified", "名称存疑", "name in doubt"},
    {"form_blank", "表样未填", "form not filled in"},
    {"punctuation", "标点", "punctuation"},
    {"table_missing", "缺表", "table missing"},
    {"empty_table", "空表", "empty table"},
    {"blank_page", "空白页", "blank page"},
    {"invisible_text", "看不见的文字", "text that cannot be seen"},
    {"no_text", "没有可读的文字", "no readable text"},
    {"ocr", "文字识别", "read by OCR"},
    {"table_shift", "表格错行", "shifted rows"},
    {"text_table", "文字与表格", "text against table"},
    {"cross_table", "表与表之间", "between tables"},
    {"cross_document", "文件之间", "between documents"},
    {"classification_name", "科目名称与编码", "name and code"},
    {"classification_outdated", "旧科目名称", "outdated name"},
    {"repeat", "重复", "repeated"},
    {"withheld", "可能未全部公开", "perhaps not all published"},
    {"unit", "单位", "unit"},
    {"terminology", "用语", "term"},
    {"wording", "文字", "wording"},
    {"reason", "原因", "reason"},
    {"item_missing", "缺项", "item missing"},
    {"section_missing", "缺章节", "section missing"},
    {"correction", "更正误读", "correction"},
    {"reader", "读取文件", "reading the file"},
};

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

std::string_view check_words(std::string_view check, messages::Language language) {
  const std::string_view name = check.substr(0, check.find('/'));
  const auto words = std::ranges::find(kChecks, name, &Words::name);
  if (words == std::end(kChecks)) return {};
  return in(language, words->chinese, words->english);
}

std::vector<std::string_view> named_checks() {
  std::vector<std::string_view> names;
  for (const Words& words : kChecks) names.push_back(words.name);
  return names;
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
