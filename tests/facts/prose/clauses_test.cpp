#include "facts/prose/clauses.h"

#include <gtest/gtest.h>

#include "support/statement_lines.h"

namespace mingxi::facts {
namespace {

TEST(Clauses, BindTheBudgetAndTheRateThatOneClauseNames) {
  expect_final_account({
      {"公务接待费支出决算为1.6万元，完成预算2万元的80%。",
       {"level 2023 actual 1.6 万元 «公务接待费» economic:30217",
        "level 2023 budget 2 万元 «公务接待费» economic:30217",
        "execution_rate 2023 actual 80 % «公务接待费» of budget economic:30217"}},
  });
}

TEST(Clauses, GiveARateInBracketsTheSignOfItsChange) {
  expect_budget({
      {"公务接待费1.2万元，较上年减少0.3万元（20%）。",
       {"level 2023 budget 1.2 万元 «公务接待费» economic:30217",
        "change 2023 budget -0.3 万元 «公务接待费» to 2022 economic:30217",
        "change_rate 2023 budget -20 % «公务接待费» to 2022 economic:30217"}},
  });
}

TEST(Clauses, ReadBothEndsOfFromAndTo) {
  expect_budget({
      {"项目支出由80万元增加到88万元。",
       {"level 2022 budget 80 万元 «项目支出»", "level 2023 budget 88 万元 «项目支出»"}},
      {"专项经费从80万元调减为70万元。",
       {"level 2022 budget 80 万元 «专项经费»", "level 2023 budget 70 万元 «专项经费»"}},
  });
}

TEST(Clauses, GiveEachOfTwoNamesItsFigure) {
  expect_budget({
      {"其中基本支出、项目支出分别为389.7万元、88.65万元。",
       {"level 2023 budget 389.7 万元 «基本支出»", "level 2023 budget 88.65 万元 «项目支出»"}},
  });
}

TEST(Clauses, MakeAChangeOfWhatAVerbOfChangeNames) {
  expect_budget({
      {"一是比上年减少了档案保护补助资金530.4万元。",
       {"change 2023 budget -530.4 万元 «档案保护补助资金» to 2022"}},
  });
}

}  // namespace
}  // namespace mingxi::facts
