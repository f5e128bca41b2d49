#include "support/audited_extraction.h"

namespace mingxi {
namespace {

Decimal decimal(const char* text) { return Decimal::parse(text).value(); }

Fact amount(const char* id, const char* subject, const char* value, const char* yuan) {
  return {.id = id,
          .subject = subject,
          .value = decimal(value),
          .unit = "万元",
          .currency = "CNY",
          .amount_yuan = decimal(yuan),
          .decimals = 2,
          .evidence = {.page = 4, .quote = std::string(subject) + value + "万元"}};
}

Fact cell(const char* id, const char* subject, const char* value, const char* yuan) {
  Fact fact = amount(id, subject, value, yuan);
  fact.origin = Origin::kTable;
  fact.header = {"基本支出", "人员经费"};
  fact.evidence = {.page = 7, .quote = value};
  return fact;
}

}  // namespace

Extraction audited_extraction() {
  Extraction extraction{
      .source = {.path = "预算.pdf", .sha256 = std::string(64, 'a')},
      .identity = {.title = "某县商务局2026年部门预算",
                   .publisher = "某县商务局",
                   .kind = DocumentKind::kBudget,
                   .scope = Scope::kDepartment,
                   .fiscal_year = 2026},
      .facts = {amount("f1", "支出合计", "16.50", "165000"),
                cell("f2", "基本支出", "16.00", "160000"), cell("f3", "项目支出", "0.40", "4000")},
      .checks = {.held = 207,
                 .held_within_rounding = 3,
                 .failed = 3,
                 .not_possible = {{{Check::kSum, "class"}, "单位不明", "the unit is not known"},
                                  {{Check::kCrossTable, "x1"},
                                   "t1：没有收支总表",
                                   "t1: there is no such table"},
                                  {{Check::kCrossTable, "x2"},
                                   "t12：没有收支总表",
                                   "t12: there is no such table"}}},
  };
  extraction.findings = {
      {.check = Check::kNoText,
       .severity = Severity::kInfo,
       .state = FindingState::kUnreadable,
       .message = "第 8-9 页是图像。",
       .message_en = "Pages 8-9 are images.",
       .evidence = {{.page = 8}, {.page = 9}}},
      {.check = Check::kTemplateLeftover,
       .severity = Severity::kWarning,
       .state = FindingState::kNoted,
       .message = "“增加（减少）”像是没有删去的模板用语。",
       .message_en = "\"增加（减少）\" looks like wording of a form.",
       .evidence = {{.page = 5, .quote = "增加（减少）"}}},
      {.check = {Check::kSum, "class"},
       .severity = Severity::kError,
       .state = FindingState::kInconsistent,
       .message = "支出合计：16.50 = 16.00 + 0.40 不成立，相差 0.10万元，请核对原文。",
       .message_en = "支出合计: 16.50 = 16.00 + 0.40 does not hold, off by 0.10万元.",
       .formula = "16.50 = 16.00 + 0.40",
       .expected = decimal("164000"),
       .printed = decimal("165000"),
       .difference = decimal("1000"),
       .tolerance = decimal("150"),
       .facts = {{"f1", {}}, {"f2", {}}, {"f3", {}}},
       .evidence = {extraction.facts[0].evidence, extraction.facts[1].evidence,
                    extraction.facts[2].evidence}}};
  return extraction;
}

}  // namespace mingxi
