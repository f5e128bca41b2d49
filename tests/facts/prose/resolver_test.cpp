#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "facts/prose/statement_draft.h"
#include "support/statement_lines.h"

namespace mingxi::facts {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

TEST(ChangeAfterAList, IsOfTheWholeWhereTheRateFitsIt) {
  const auto facts = budget(
      "收入预算520万元，其中：一般公共预算拨款500万元，其他收入12万元，上年结转8万元，"
      "较上年增加20万元，增长4%。");
  EXPECT_THAT(facts, Contains("change 2023 budget 20 万元 «收入预算» to 2022"));
  EXPECT_THAT(facts, Contains("change_rate 2023 budget 4 % «收入预算» to 2022"));
}

TEST(ChangeAfterAList, IsOfTheLastPartWhereTheRateFitsThat) {
  const auto facts = budget(
      "收入预算520万元，其中：一般公共预算拨款500万元，其他收入20万元，较上年增加10万元，"
      "增长100%。");
  EXPECT_THAT(facts, Contains("change 2023 budget 10 万元 «其他收入» to 2022"));
}

TEST(ChangeAfterAList, KeepsTheReadingOfTheWordsWhereNothingFits) {
  const auto facts = budget("公务接待费5万元，较上年增加1万元，增长70%。");
  EXPECT_THAT(facts, Contains("change_rate 2023 budget 70 % «公务接待费» to 2022 economic:30217"));
}

TEST(ChangeAfterAList, IsOfTheWholeWhereTheListIsJoinedAndTheChangeSetOff) {
  const auto facts = budget(
      "收入预算520万元，其中：一般公共预算拨款500万元、其他收入12万元、上年结转8万元，"
      "较上年增加20万元。");
  EXPECT_THAT(facts, Contains("change 2023 budget 20 万元 «收入预算» to 2022"));
}

TEST(EvenChange, IsOfEachItemOfTheList) {
  const auto facts =
      budget("“三公”经费预算9万元。其中：因公出国（境）费3万元，公务接待费6万元，均与上年持平。");
  EXPECT_THAT(facts, Contains("change 2023 budget 0 «因公出国（境）费» to 2022 economic:30212"));
  EXPECT_THAT(facts, Contains("change 2023 budget 0 «公务接待费» to 2022 economic:30217"));
}

TEST(Doubt, IsSaidOfAFigureWhoseNameSaysOnlyWhatIsDone) {
  const std::vector<Fact> facts = facts_of_file(
      "海岚市档案局2023年部门预算\n\n一、主要工作任务\n优化线路，全年力争开行85列。\n");
  ASSERT_EQ(facts.size(), 1U);
  EXPECT_LT(facts[0].confidence, 1);
}

TEST(Doubt, IsSaidOfAChangeThatCanBeOfTheWholeOrOfItsLastPart) {
  const std::string top = "海岚市档案局2023年部门预算\n\n一、支出情况\n";
  const std::string list = "支出预算10万元，其中：会议费4万元、培训费6万元，比上年增加2万元";
  const std::vector<Fact> open = facts_of_file(top + list + "。\n");
  ASSERT_EQ(open.size(), 4U);
  EXPECT_LT(open[3].confidence, 1);
  const std::vector<Fact> told = facts_of_file(top + list + "，增长25%。\n");
  ASSERT_EQ(told.size(), 5U);
  EXPECT_EQ(told[3].subject, "支出预算");
  EXPECT_EQ(told[3].confidence, 1);
}

/// How sure the last figure of a work plan is.
double confidence_of_last(const std::string& prose) {
  const std::vector<Fact> facts =
      facts_of_file("海岚市档案局2023年部门预算\n\n一、主要工作任务\n" + prose + "\n");
  return facts.empty() ? -1 : facts.back().confidence;
}

TEST(Doubt, IsSaidOfPeopleThatAreABody) {
  EXPECT_LT(confidence_of_last("培训全科医院300名。"), 1);
  EXPECT_EQ(confidence_of_last("培训全科医生300名。"), 1);
}

TEST(Doubt, IsSaidOfANumberInWordsThatSumsUpAList) {
  EXPECT_LT(confidence_of_last("抓好国内、国外两个市场。"), 1);
  EXPECT_EQ(confidence_of_last("新设两个档案馆。"), 1);
  EXPECT_EQ(confidence_of_last("抓好国内、国外2个市场。"), 1);
}

TEST(Doubt, IsSaidOfThingsWithWhatIsDoneWithThem) {
  EXPECT_LT(confidence_of_last("推进19条产业链建设。"), 1);
  EXPECT_EQ(confidence_of_last("推进19条产业链。"), 1);
}

TEST(Doubt, IsSaidOfANameWithACountInIt) {
  EXPECT_LT(confidence_of_last("新增一个预算单位专项业务经费增加30万元。"), 1);
  EXPECT_EQ(confidence_of_last("第四个五年规划编制费30万元。"), 1);
}

TEST(Doubt, IsTakenFromWhatATablePrintsUnderTheSameName) {
  const Fact fact{.subject = "专项业务经费", .period = 2023, .amount_yuan = Decimal(300000, 0)};
  std::vector<Fact> facts{fact, fact};
  facts[1].subject = "会议费";
  const auto findings = decide_doubts(facts, {{0, Doubt::kNotRead}, {1, Doubt::kNotRead}}, {fact});
  EXPECT_EQ(facts[0].confidence, 1);
  EXPECT_LT(facts[1].confidence, 1);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].evidence.size(), 1U);
}

TEST(ChangesInOrder, AreOfTheLevelsBeforeThem) {
  EXPECT_THAT(
      budget("接待游客1000人次，旅游收入80亿元，比上年分别减少10%、2%。"),
      ElementsAre("level 2023 actual 1000 人次 «接待游客»", "level 2023 budget 80 亿元 «旅游收入»",
                  "change_rate 2023 budget -10 % «接待游客» to 2022",
                  "change_rate 2023 budget -2 % «旅游收入» to 2022"));
}

TEST(VerbBeforeAList, GoesOnOverItsItems) {
  EXPECT_THAT(budget("公用经费减少3万元，主要是压减办公费2万元、差旅费1万元。会议费4万元。"),
              ElementsAre("change 2023 budget -3 万元 «公用经费» to 2022",
                          "change 2023 budget -2 万元 «办公费» to 2022 economic:30201",
                          "change 2023 budget -1 万元 «差旅费» to 2022 economic:30211",
                          "level 2023 budget 4 万元 «会议费» economic:30215"));
}

}  // namespace
}  // namespace mingxi::facts
