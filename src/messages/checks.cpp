#include "messages/checks.h"

#include <algorithm>

namespace mingxi::messages {
namespace {

using enum CheckGroup;
using enum Severity;

// In the order of Check.
constexpr CheckEntry kEntries[] = {
    {Check::kConflict, "conflict", "同一数字前后不一", "one figure, different values", kError,
     kSums},
    {Check::kSum, "sum", "合计", "sum", kError, kSums},
    {Check::kRate, "rate", "增减率", "rate of change", kError, kFigures},
    {Check::kChange, "change", "增减额", "change", kError, kFigures},
    {Check::kDirection, "direction", "增减方向", "direction of change", kError, kFigures},
    {Check::kShare, "share", "占比", "share", kError, kFigures},
    {Check::kExecutionRate, "execution_rate", "预算完成率", "execution rate", kError, kFigures},
    {Check::kCount, "count", "个数", "count", kWarning, kFigures},
    {Check::kPeriod, "period", "年度", "year", kError, kForm},
    {Check::kUnitMissing, "unit_missing", "缺单位", "unit missing", kWarning, kForm},
    {Check::kNumberMissing, "number_missing", "缺数字", "number missing", kWarning, kForm},
    {Check::kTruncated, "truncated", "句子不完整", "sentence cut off", kWarning, kForm},
    {Check::kTemplateLeftover, "template_leftover", "模板用语未删", "template wording left in",
     kWarning, kForm},
    {Check::kUnverified, "unverified", "名称存疑", "name in doubt", kInfo, kForm},
    {Check::kFormBlank, "form_blank", "表样未填", "form not filled in", kWarning, kForm},
    {Check::kPunctuation, "punctuation", "标点", "punctuation", kWarning, kForm},
    {Check::kTableMissing, "table_missing", "缺表", "table missing", kWarning, kForm},
    {Check::kEmptyTable, "empty_table", "空表", "empty table", kInfo, kForm},
    {Check::kBlankPage, "blank_page", "空白页", "blank page", kInfo, kForm},
    {Check::kInvisibleText, "invisible_text", "看不见的文字", "text that cannot be seen", kInfo,
     kReading},
    {Check::kNoText, "no_text", "没有可读的文字", "no readable text", kWarning, kReading},
    {Check::kOcr, "ocr", "文字识别", "read by OCR", kInfo, kReading},
    {Check::kTableShift, "table_shift", "表格错行", "shifted rows", kError, kFigures},
    {Check::kTextTable, "text_table", "文字与表格", "text against table", kError, kSums},
    {Check::kCrossTable, "cross_table", "表与表之间", "between tables", kError, kSums},
    {Check::kCrossDocument, "cross_document", "文件之间", "between documents", kError, kSums},
    {Check::kClassificationName, "classification_name", "科目名称与编码", "name and code", kWarning,
     kForm},
    {Check::kClassificationOutdated, "classification_outdated", "旧科目名称", "outdated name",
     kWarning, kForm},
    {Check::kWithheld, "withheld", "可能未全部公开", "perhaps not all published", kInfo, kFigures},
    {Check::kUnit, "unit", "单位", "unit", kError, kFigures},
    {Check::kTerminology, "terminology", "用语", "term", kWarning, kForm},
    {Check::kWording, "wording", "文字", "wording", kWarning, kForm},
    {Check::kReason, "reason", "原因", "reason", kWarning, kForm},
    {Check::kItemMissing, "item_missing", "缺项", "item missing", kWarning, kForm},
    {Check::kSectionMissing, "section_missing", "缺章节", "section missing", kInfo, kForm},
    {Check::kCorrection, "correction", "更正误读", "correction", kInfo, kReading},
    {Check::kReader, "reader", "读取文件", "reading the file", kWarning, kReading},
    {Check::kUnreadable, "unreadable", "未能读出", "not read", kInfo, kReading},
    {Check::kRepeat, "repeat", "重复", "repeated", kInfo, kForm},
    {Check::kUnreadRegion, "unread_region", "未读的区域", "region not read", kInfo, kReading},
};

constexpr bool are_in_order() {
  std::size_t next = 0;
  for (const CheckEntry& entry : kEntries)
    if (static_cast<std::size_t>(entry.id) != next++) return false;
  return next == static_cast<std::size_t>(Check::kUnreadRegion) + 1;
}
static_assert(are_in_order(), "the table has each check once, in the order of Check");

}  // namespace

std::span<const CheckEntry> check_entries() { return kEntries; }

const CheckEntry& entry_of(Check check) { return kEntries[static_cast<std::size_t>(check)]; }

std::string_view words_of(Check check, Language language) {
  const CheckEntry& entry = entry_of(check);
  return language == Language::kChinese ? entry.chinese : entry.english;
}

std::string name_of(const CheckName& check) {
  std::string name(entry_of(check.id).name);
  return check.identity.empty() ? name : name.append("/").append(check.identity);
}

Said reason_of(PairedBy by) {
  switch (by) {
    case PairedBy::kManifest:
      return said(Sentence::kPairedByManifest);
    case PairedBy::kName:
      return said(Sentence::kPairedByName);
    case PairedBy::kFigures:
      break;
  }
  return said(Sentence::kPairedByFigures);
}

std::optional<CheckName> check_named(std::string_view name) {
  const std::size_t slash = std::min(name.find('/'), name.size());
  const auto* const entry = std::ranges::find(kEntries, name.substr(0, slash), &CheckEntry::name);
  if (entry == std::end(kEntries)) return std::nullopt;
  const bool has_identity = slash + 1 < name.size();
  if (slash < name.size() && !has_identity) return std::nullopt;
  return CheckName(entry->id, std::string(has_identity ? name.substr(slash + 1) : ""));
}

}  // namespace mingxi::messages
