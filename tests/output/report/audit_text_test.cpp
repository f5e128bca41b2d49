#include "output/report/audit_text.h"

#include <gmock/gmock.h>

#include "output/report/audit_words.h"
#include "support/audited_extraction.h"

namespace mingxi::output {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string chinese(const Extraction& extraction) {
  return audit_text(extraction, {}, AuditDetail::kFindings);
}

std::string english(const Extraction& extraction) {
  return audit_text(extraction, {.language = messages::Language::kEnglish}, AuditDetail::kFindings);
}

TEST(AuditText, SaysWhichDocumentWhatIsWrongAndWhatWasChecked) {
  EXPECT_EQ(chinese(audited_extraction()),
            "预算.pdf\n"
            "某县商务局2026年部门预算 · 某县商务局 · 2026 年 · 部门预算\n"
            "\n"
            "错误  第 4、7 页  合计 sum/class\n"
            "      支出合计：16.50 = 16.00 + 0.40 不成立，相差 0.10万元，请核对原文。\n"
            "      算式  16.50 = 16.00 + 0.40\n"
            "      应为 16.40万元，印作 16.50万元，相差 0.10万元，允许误差 0.015万元\n"
            "      第 4 页  “支出合计16.50万元”\n"
            "      第 7 页  基本支出 / 基本支出 / 人员经费：“16.00”\n"
            "      第 7 页  项目支出 / 基本支出 / 人员经费：“0.40”\n"
            "\n"
            "警告  第 5 页  模板用语未删 template_leftover\n"
            "      “增加（减少）”像是没有删去的模板用语。\n"
            "\n"
            "提示  第 8-9 页  没有可读的文字 no_text\n"
            "      第 8-9 页是图像。\n"
            "\n"
            "213 项核对：207 项完全一致，3 项在四舍五入误差内，3 项不一致；3 项无法核对（单位\n"
            "不明；没有收支总表 ×2）。\n"
            "第 8-9 页没有可读的文字（扫描件），未作核对。\n"
            "错误 1 处，警告 1 处，提示 1 处。\n");
}

TEST(AuditText, SaysTheSameInEnglish) {
  const std::string text = english(audited_extraction());
  EXPECT_THAT(text, HasSubstr("某县商务局 · 2026 · department budget\n"));
  EXPECT_THAT(text, HasSubstr("error  pages 4, 7  sum sum/class\n      支出合计: 16.50"));
  EXPECT_THAT(text, HasSubstr("expected 16.40万元, printed 16.50万元, difference 0.10万元"));
  EXPECT_THAT(text, HasSubstr("213 checks: 207 hold exactly, 3 within rounding, 3 do not hold; 3"));
  EXPECT_THAT(text,
              HasSubstr("No readable text (a scan) on pages 8-9; nothing was checked there."));
  EXPECT_THAT(text, EndsWith("1 error, 1 warning, 1 note.\n"));
}

TEST(AuditText, KeepsToTheWidthOfTheTerminal) {
  for (const std::size_t columns : {60U, 80U, 100U}) {
    const std::string text =
        audit_text(audited_extraction(), {.columns = columns}, AuditDetail::kFindings);
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos;
         end = text.find('\n', begin)) {
      const std::string line = text.substr(begin, end - begin);
      EXPECT_LE(text::columns_of(line), columns) << line;
      begin = end + 1;
    }
  }
}

TEST(AuditText, ColoursTheSeverityOnATerminalOnly) {
  const Extraction extraction = audited_extraction();
  EXPECT_THAT(audit_text(extraction, {.colours = Colours::kTerminal}, AuditDetail::kFindings),
              AllOf(HasSubstr("\x1b[31m错误\x1b[0m  "), HasSubstr("\x1b[33m警告\x1b[0m  "),
                    HasSubstr("\x1b[34m提示\x1b[0m  ")));
  EXPECT_THAT(chinese(extraction), Not(HasSubstr("\x1b")));
}

TEST(AuditText, SendsNothingOfTheDocumentToTheTerminalUnseen) {
  Extraction extraction = audited_extraction();
  extraction.identity.title = "标题\x1b[2J";
  extraction.findings[1].evidence[0].quote = "\x1b]0;x\a";
  EXPECT_THAT(chinese(extraction), AllOf(HasSubstr("标题\\x1B[2J"), Not(HasSubstr("\x1b"))));
}

TEST(AuditText, LeavesTheFindingsOutOfASummary) {
  const std::string text = audit_text(audited_extraction(), {}, AuditDetail::kSummary);
  EXPECT_THAT(text, AllOf(StartsWith("预算.pdf\n"), HasSubstr("213 项核对"),
                          EndsWith("提示 1 处。\n"), Not(HasSubstr("sum/class"))));
}

TEST(AuditText, ClaimsNothingWhereNothingWasChecked) {
  const Extraction extraction{.status = Status::kNoText};
  EXPECT_THAT(chinese(extraction), AllOf(HasSubstr("没有标题\n"), HasSubstr("没有核对任何数字。\n"),
                                         HasSubstr("全文没有可读的文字，未作核对。\n")));
  EXPECT_THAT(english(extraction), HasSubstr("No figures were checked.\n"));
}

TEST(AuditText, StopsAListOfPlacesThatHelpsNobody) {
  Extraction extraction = audited_extraction();
  Finding& finding = extraction.findings[1];
  for (int i = 0; i < 20; ++i) finding.evidence.push_back({.page = 6, .quote = std::to_string(i)});
  EXPECT_THAT(chinese(extraction), AllOf(HasSubstr("“10”\n      另有 9 处，见 --format json\n"),
                                         Not(HasSubstr("“11”"))));
}

TEST(AuditText, TotalsSeveralDocuments) {
  AuditTotals totals{.inputs_failed = 1};
  totals.add(audited_extraction());
  totals.add(audited_extraction());
  EXPECT_EQ(audit_text(totals, {}),
            "共 2 份文件：错误 2 处，警告 2 处，提示 2 处；另有 1 份读不了。\n");
  EXPECT_EQ(audit_text(totals, {.language = messages::Language::kEnglish}),
            "2 documents: 2 errors, 2 warnings, 2 notes; 1 could not be read.\n");
}

TEST(AuditTotals, ReachASeverityByWhatIsAsGraveOrGraver) {
  EXPECT_FALSE(AuditTotals{.warnings = 2}.reach(Severity::kError));
  EXPECT_TRUE(AuditTotals{.warnings = 2}.reach(Severity::kWarning));
  EXPECT_TRUE(AuditTotals{.errors = 1}.reach(Severity::kWarning));
  EXPECT_FALSE(AuditTotals{.notes = 9}.reach(Severity::kWarning));
}

TEST(PagesWords, JoinsRunsOfPages) {
  EXPECT_EQ(pages_words({6, 2, 4, 5, 5}, messages::Language::kChinese), "第 2、4-6 页");
  EXPECT_EQ(pages_words({3}, messages::Language::kEnglish), "page 3");
}

}  // namespace
}  // namespace mingxi::output
