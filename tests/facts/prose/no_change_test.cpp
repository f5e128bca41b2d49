#include "facts/prose/statements.h"

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/statement_lines.h"

namespace mingxi::facts {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(LinkStatements, ReadsNoChangeAsAChangeOfZero) {
  for (const char* words :
       {"与上年预算数持平", "与2022年基本持平", "较上年无增减变化", "与上年相同", "与上年一致",
        "比上年预算数无增减变化", "与上年持平，主要原因是接待任务无变化"}) {
    EXPECT_THAT(budget("公务接待费3万元，" + std::string(words) + "。"),
                ElementsAre("level 2023 budget 3 万元 «公务接待费» economic:30217",
                            "change 2023 budget 0 «公务接待费» to 2022 economic:30217"))
        << words;
  }
  EXPECT_THAT(final_account("年初预算为10万元，支出决算为10万元。决算数与预算数持平。"),
              ElementsAre("level 2023 budget 10 万元 «»", "level 2023 actual 10 万元 «»",
                          "change 2023 actual 0 «» to budget"));
}

TEST(LinkStatements, ReadsNoChangeOnlyWhereNothingElseSaysIt) {
  for (const char* words : {"主要原因是接待无变化", "无变化", "主要原因是接待任务与标准无变化"}) {
    EXPECT_THAT(budget("公务接待费3万元，" + std::string(words) + "。"),
                ElementsAre("level 2023 budget 3 万元 «公务接待费» economic:30217"))
        << words;
  }
  EXPECT_THAT(budget("公务接待费3万元，比上年减少1.26万元，与上年基本持平。"),
              ElementsAre("level 2023 budget 3 万元 «公务接待费» economic:30217",
                          "change 2023 budget -1.26 万元 «公务接待费» to 2022 economic:30217"));
}

TEST(LinkStatements, GivesNoChangeToThePartThatItFollows) {
  EXPECT_THAT(budget("“三公”经费预算9万元，其中：公务接待费2万元，比上年减少1万元；公务用车运行维护"
                     "费7万元，与上年持平。"),
              ElementsAre("level 2023 budget 9 万元 «“三公”经费»",
                          "level 2023 budget 2 万元 «公务接待费» economic:30217",
                          "change 2023 budget -1 万元 «公务接待费» to 2022 economic:30217",
                          "level 2023 budget 7 万元 «公务用车运行维护费» economic:30231",
                          "change 2023 budget 0 «公务用车运行维护费» to 2022 economic:30231"));
}

// Figures without a unit, counts, dates, targets

TEST(LinkStatements, ReadsFiguresPrintedWithoutTheirUnit) {
  expect_budget({
      {"基本支出320万元，占76.23，比去年300增加20万元。",
       {"level 2023 budget 320 万元 «基本支出»", "share 2023 budget 76.23 «基本支出»",
        "level 2022 budget 300 «基本支出»", "change 2023 budget 20 万元 «基本支出» to 2022"}},
      {"预算支出320万元，比去年392.2增加的原因。",
       {"level 2023 budget 320 万元 «预算支出»", "level 2022 budget 392.2 «预算支出»"}},
  });
}

}  // namespace
}  // namespace mingxi::facts
