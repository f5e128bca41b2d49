// What may change in a text without changing what it says: its figures must stay the same facts.

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/statement_lines.h"

namespace mingxi::facts {
namespace {

constexpr const char* kTop =
    "海岚市档案局2023年部门预算\n\n第三部分 部门预算情况说明\n\n一、支出情况\n";

/// What a document says, in no order.
std::vector<std::string> said(const std::string& prose) {
  std::vector<std::string> lines = lines_of(facts_of_file(kTop + prose));
  std::sort(lines.begin(), lines.end());
  return lines;
}

TEST(TheSameFacts, WhetherSentencesShareAParagraphOrNot) {
  const std::string first = "公务接待费3万元，比上年减少1万元，下降25%。";
  const std::string second = "会议费2万元，与上年持平。";
  EXPECT_EQ(said(first + second), said("    " + first + "\n    " + second + "\n"));
}

TEST(TheSameFacts, WhetherARateIsInBracketsOrNot) {
  EXPECT_EQ(said("公务接待费3万元，比上年减少1万元，下降25%。"),
            said("公务接待费3万元，比上年减少1万元（25%）。"));
  EXPECT_EQ(said("公务接待费3万元，比上年减少1万元，下降25%。"),
            said("公务接待费3万元，比上年减少1万元（下降25%）。"));
  EXPECT_EQ(said("公务接待费3万元，比上年减少1万元，下降25%。"),
            said("公务接待费3万元，比上年减少1万元（-25%）。"));
}

TEST(TheSameFacts, WithAConnectiveBeforeTheChange) {
  const auto plain = said("公务接待费3万元，比上年减少1万元，下降25%。");
  EXPECT_EQ(plain, said("公务接待费3万元，则比上年减少1万元，下降25%。"));
  EXPECT_EQ(plain, said("公务接待费3万元，因此比上年减少1万元，下降25%。"));
  EXPECT_EQ(plain, said("公务接待费3万元，相比上年减少1万元，下降25%。"));
}

TEST(TheSameFacts, InWhateverOrderAListIs) {
  const auto list = said("支出预算10万元，其中：会议费2万元、培训费3万元、差旅费5万元。");
  EXPECT_EQ(list, said("支出预算10万元，其中：差旅费5万元、会议费2万元、培训费3万元。"));
}

TEST(TheSameFacts, WhicheverFundsPayForTheItem) {
  const auto plain = said("会议费2万元，比上年减少1万元。");
  EXPECT_EQ(plain, said("一般公共预算财政拨款安排的会议费2万元，比上年减少1万元。"));
  EXPECT_EQ(plain, said("财政拨款安排会议费2万元，比上年减少1万元。"));
  EXPECT_EQ(plain, said("当年一般公共预算会议费预算支出2万元，比上年减少1万元。"));
}

TEST(TheSameFacts, WhoeverSaysThem) {
  const auto plain = said("机关运行经费2万元，比上年减少1万元。");
  EXPECT_EQ(plain, said("本部门机关运行经费2万元，比上年减少1万元。"));
  EXPECT_EQ(plain, said("本部门（汇总）机关运行经费2万元，比上年减少1万元。"));
  EXPECT_EQ(plain, said("海岚市档案局机关运行经费2万元，比上年减少1万元。"));
  EXPECT_EQ(plain, said("海岚市档案局及下属单位机关运行经费2万元，比上年减少1万元。"));
  EXPECT_EQ(plain, said("2023年市档案局（本级）机关运行经费2万元，比上年减少1万元。"));
}

TEST(TheSameFacts, WithAYearInTheTitleOfAnItem) {
  const auto facts = said("1.馆库改造项目（2021年度）：全年预算数30万元，执行数29万元。\n");
  ASSERT_EQ(facts.size(), 2U);
  for (const std::string& fact : facts) EXPECT_THAT(fact, ::testing::HasSubstr(" 2023 ")) << fact;
}

TEST(TheSameFacts, WithANumberInTheTitleOfAnItem) {
  const auto plain = said("1.馆库提升工程：全年预算数30万元，执行数29万元。\n");
  ASSERT_EQ(plain.size(), 2U);
  for (const std::string title : {"馆库3期提升工程", "馆藏500卷数字化项目"}) {
    std::vector<std::string> renamed = plain;
    for (std::string& fact : renamed)
      fact.replace(fact.find("馆库提升工程"), std::string("馆库提升工程").size(), title);
    EXPECT_EQ(said("1." + title + "：全年预算数30万元，执行数29万元。\n"), renamed) << title;
  }
}

TEST(TheSameFacts, WhetherThePartsAreInBracketsOrAfterAMark) {
  const auto list = said("2022年基建预算20万元，其中：新馆建设15万元、旧馆修缮5万元。");
  for (const std::string& fact : list) EXPECT_THAT(fact, ::testing::HasSubstr(" 2022 ")) << fact;
  EXPECT_EQ(list, said("2022年基建预算20万元（新馆建设15万元、旧馆修缮5万元）。"));
}

TEST(TheSameFacts, WithANoteInBracketsBeforeTheChange) {
  const auto plain = said("委托业务费20万元，比上年预算30万元减少10万元，下降33.33%。");
  EXPECT_EQ(plain,
            said("委托业务费20万元，比上年预算（注：上年30万元，见附表）减少10万元，下降33.33%。"));
}

TEST(TheSameFacts, WhetherTheTasksAreAListWithinAnItemOrNot) {
  const std::string before = "二、主要工作任务\n";
  const std::string task = "力争新建档案馆3座。\n";
  const std::string after = "三、部门预算单位\n本部门下属5个单位。\n";
  EXPECT_EQ(said(before + task + after), said(before + "一、做好接收\n" + task +
                                              "二、做好利用\n用好馆藏。\n三、做好宣传\n" + after));
}

TEST(TheSameFacts, WhetherADateIsGivenInTheParagraphOrBeforeIt) {
  const std::string date = "截至2022年12月31日，本部门共有车辆6辆。";
  const std::string things = "单位价值100万元以上的设备3台。";
  EXPECT_EQ(said(date + things), said("    " + date + "\n    " + things + "\n"));
}

}  // namespace
}  // namespace mingxi::facts
