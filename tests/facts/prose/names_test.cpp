// What a figure is of, where its name is not simply what stands before it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/statement_lines.h"

namespace mingxi::facts {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> work_plan(const std::string& prose) {
  return lines_of(
      facts_of_file("海岚市档案局2023年部门预算\n\n一、2023年主要工作任务\n" + prose + "\n"));
}

TEST(Names, OfThingsCountedEndBeforeWhatIsDoneWithThem) {
  EXPECT_THAT(work_plan("做好5个数字化项目开工的准备。"),
              ElementsAre("level 2023 target 5 个 «数字化项目»"));
  EXPECT_THAT(work_plan("与12个县级档案中心互联互通。"),
              ElementsAre("level 2023 target 12 个 «县级档案中心»"));
}

TEST(Names, OfThingsCountedMayEndInABracket) {
  EXPECT_EQ(budget("海岚市档案局内设6个处（室）和3个下属单位。").front(),
            "level 2023 actual 6 个 «内设处（室）»");
}

TEST(Names, ThatBeginWithDigitsKeepThem) {
  EXPECT_THAT(budget("350兆无线通信机房租赁项目6万元。"),
              ElementsAre("level 2023 budget 6 万元 «350兆无线通信机房租赁项目»"));
  EXPECT_THAT(work_plan("城区站点150米内公交覆盖率95%。"),
              ElementsAre("level 2023 target 95 % «城区站点150米内公交覆盖率»"));
}

TEST(Names, AreToldAfterAnAmountWhereNoneIsBefore) {
  EXPECT_EQ(
      budget("公路运输支出8万元，主要原因是未安排新项目，8万元是上年结转的船舶补助资金。").back(),
      "level 2023 budget 8 万元 «上年结转的船舶补助资金»");
  EXPECT_EQ(budget("公路运输支出8万元是主要支出。").front(),
            "level 2023 budget 8 万元 «公路运输支出»");
}

TEST(Names, WithNumbersInWordsAreNoFigures) {
  EXPECT_THAT(work_plan("坚持一天当作两天干。"), IsEmpty());
  EXPECT_THAT(budget("表中金额保留两位小数。"), IsEmpty());
}

TEST(Shares, OfATargetAreHowMuchOfItWasReached) {
  EXPECT_EQ(final_account("网站访问量110万次，完成年度目标的110%。").back(),
            "share 2023 actual 110 % «网站访问量» of 目标");
}

TEST(Changes, OfTwiceAsMuchArePrintedInWords) {
  EXPECT_EQ(budget("旅游收入80亿元，较上年实现翻番。").back(),
            "change_rate 2023 budget 100 % «旅游收入» to 2022");
  EXPECT_EQ(budget("旅游收入80亿元，较上年翻了一番。").back(),
            "change_rate 2023 budget 100 % «旅游收入» to 2022");
}

}  // namespace
}  // namespace mingxi::facts
