#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/audited_text.h"

namespace mingxi::audit {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// The findings of a check in a budget of 2023 whose prose this is.
std::vector<Finding> findings_of(const CheckName& check, const std::string& prose) {
  std::vector<Finding> result;
  for (Finding& finding : audited(prose).findings)
    if (finding.check == check) result.push_back(std::move(finding));
  return result;
}

std::vector<std::string> quotes_of(const std::vector<Finding>& findings) {
  std::vector<std::string> quotes;
  for (const Finding& finding : findings)
    for (const Evidence& evidence : finding.evidence) {
      EXPECT_FALSE(evidence.boxes.empty());
      quotes.push_back(evidence.quote);
    }
  return quotes;
}

TEST(CheckForm, ReportsFormWordingThatNoFigureIsBeside) {
  EXPECT_THAT(quotes_of(findings_of(Check::kTemplateLeftover,
                                    "    项目支出增加(或减少)的主要原因是任务调整。\n")),
              ElementsAre("项目支出增加(或减少)的主要原因是任务调整"));
}

TEST(CheckForm, ReportsFormWordingOnce) {
  EXPECT_THAT(findings_of(Check::kTemplateLeftover, "    会议费0万元，比上年增（减）0万元。\n"),
              SizeIs(1));
}

TEST(CheckForm, ReportsASentenceWithoutItsObject) {
  EXPECT_THAT(quotes_of(findings_of(Check::kTruncated,
                                    "    科学技术支出20万元，主要用于：。其他支出3万元。\n")),
              ElementsAre("科学技术支出20万元，主要用于：。"));
  EXPECT_THAT(findings_of(Check::kTruncated, "    科学技术支出20万元，主要用于设备购置。\n"),
              IsEmpty());
}

TEST(CheckForm, ReportsOnceABudgetComparedWithItsOwnYear) {
  const auto findings = findings_of(Check::kPeriod,
                                    "    收入预算20万元，比2023年预算增加3万元。\n\n"
                                    "    支出预算20万元，与2023年预算持平。\n");
  EXPECT_THAT(findings, SizeIs(1));
  EXPECT_THAT(quotes_of(findings), ElementsAre("比2023年预算增加3万元", "与2023年预算持平"));
  EXPECT_THAT(findings_of(Check::kPeriod, "    收入预算20万元，比2022年预算增加3万元。\n"),
              IsEmpty());
}

TEST(CheckForm, ReportsADateThatIsStillToCome) {
  EXPECT_THAT(findings_of(Check::kPeriod, "    截至2023年12月31日，共有车辆3辆。\n"), SizeIs(1));
  EXPECT_THAT(findings_of(Check::kPeriod, "    截至2022年12月31日，共有车辆3辆。\n"), IsEmpty());
}

TEST(CheckForm, ReportsMarksSetTwice) {
  EXPECT_THAT(
      quotes_of(findings_of(Check::kPunctuation, "    主要用于设备维护等支出。。其他事项不变。\n")),
      ElementsAre("用于设备维护等支出。。"));
  EXPECT_THAT(findings_of(Check::kPunctuation, "    其他事项……不变。\n"), IsEmpty());
}

TEST(CheckForm, ReportsAQuoteWithoutItsOtherHalf) {
  EXPECT_THAT(findings_of(Check::kPunctuation, "    开展“质量月”、优秀案例”活动。\n"), SizeIs(1));
  EXPECT_THAT(findings_of(Check::kPunctuation, "    1)开展“质量月”活动。\n"), IsEmpty());
}

TEST(CheckForm, LeavesAQuotationOverTwoParagraphsAlone) {
  EXPECT_THAT(findings_of(Check::kPunctuation, "    他说：“工作已经完成。\n\n    明年继续。”\n"),
              IsEmpty());
}

TEST(CheckForm, ReportsASentenceWithoutItsStop) {
  const std::string others =
      "    1.收入预算20万元，比2022年预算增加3万元，主要原因是任务增加。\n"
      "    2.支出预算20万元，比2022年预算增加3万元，主要原因是任务增加。\n";
  EXPECT_THAT(
      quotes_of(findings_of(Check::kPunctuation, others + "    3.财政拨款支出增加，原因是任务增加\n"
                                                          "    4.支出内容如下：\n")),
      ElementsAre("3.财政拨款支出增加，原因是任务增加"));
  EXPECT_THAT(findings_of(Check::kPunctuation, others), IsEmpty());
}

TEST(CheckForm, LeavesAListWithoutStopsAlone) {
  EXPECT_THAT(findings_of(Check::kPunctuation,
                          "    1.收入预算20万元，主要原因是任务增加\n"
                          "    2.支出预算20万元，主要原因是任务增加\n"
                          "    3.会议费2万元，主要原因是任务增加。\n"),
              IsEmpty());
}

TEST(CheckForm, ReportsABlankFormAndOfNothingElse) {
  std::string form;
  for (const char* name : {"会议费", "培训费", "差旅费", "印刷费", "电费", "水费"})
    form += "    " + std::string(name) + "XX万元，比上年增加（减少）XX万元，主要原因是。\n";
  EXPECT_THAT(findings_of(Check::kFormBlank, form), SizeIs(1));
  EXPECT_THAT(findings_of(Check::kTemplateLeftover, form), IsEmpty());
  EXPECT_THAT(findings_of(Check::kTruncated, form), IsEmpty());
}

TEST(CheckClassification, ReportsOnceANameThatIsOutOfDate) {
  const auto findings = findings_of(Check::kClassificationOutdated,
                                    "    1.医疗卫生与计划生育支出（类）47.33万元。\n\n"
                                    "    2.医疗卫生与计划生育支出（类）1万元。\n");
  EXPECT_THAT(findings, SizeIs(1));
  EXPECT_THAT(quotes_of(findings), SizeIs(2));
  EXPECT_THAT(findings.front().message, HasSubstr("卫生健康支出"));
}

TEST(CheckCompleteness, ReportsTablesThatAHeadingAnnouncesAndNobodyCanRead) {
  const std::string prose =
      "第一部分  部门预算情况说明\n\n    收入预算20万元，比2022年预算增加3万元。\n\n"
      "第二部分  2023年部门预算表\n\n    按表式公开。\n";
  EXPECT_THAT(quotes_of(findings_of(Check::kTableMissing, prose)),
              Contains(HasSubstr("2023年部门预算表")));
  EXPECT_THAT(findings_of(Check::kTableMissing, "    收入预算20万元。\n"), IsEmpty());
}

}  // namespace
}  // namespace mingxi::audit
