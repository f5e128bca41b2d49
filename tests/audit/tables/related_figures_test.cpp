// Evaluation forms, changes that a table prints, row numbers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/audited_text.h"

namespace mingxi::audit {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

PrintedTable form(const std::u32string& spent, const std::u32string& rate) {
  return {.rows = {{U"项目名称", U"森林防火", U"<", U"<", U"<"},
                   {U"项目资金", U"年初预算数", U"全年预算数（A）", U"全年执行数（B）",
                    U"执行率（B/A）"},
                   {U"年度资金总额", U"80.00", U"60.00", spent, rate},
                   {U"年度目标", U"防火", U"<", U"<", U"<"}},
          .above = {U"森林防火项目绩效自评表", U"单位：万元"}};
}

TEST(CheckForms, ReportARateThatTheAmountsDoNotGive) {
  EXPECT_THAT(contradictions_of(audited({form(U"57.00", U"95%")})), IsEmpty());
  EXPECT_THAT(contradictions_of(audited({form(U"60.00", U"1000%")})),
              ElementsAre("error execution_rate 1000% = 60.00 / 60.00"));
}

TEST(CheckForms, AcceptARateOfTheOpeningBudget) {
  const Extraction extraction = audited({form(U"40.00", U"50.00%")});
  EXPECT_THAT(contradictions_of(extraction), IsEmpty());
  ASSERT_THAT(extraction.checks.not_possible, Not(IsEmpty()));
}

TEST(CheckForms, GiveOneFindingForALikeMistakeInSeveralForms) {
  const Extraction extraction = audited({form(U"60.00", U"1000%"), form(U"60.00", U"1000%")});
  ASSERT_EQ(contradictions_of(extraction).size(), 1U);
  EXPECT_EQ(extraction.findings.front().evidence.size(), 6U);
}

std::vector<std::string> changes(const std::u32string& vehicles) {
  return contradictions_of(
      audited({{.rows = {{U"项目", U"<", U"总计", U"公务接待费", U"公务用车购置及运行维护费"},
                         {U"青禾市林业局", U"2025年", U"20.00", U"8.00", U"12.00"},
                         {U"^", U"2026年", U"16.00", U"7.00", U"9.00"},
                         {U"^", U"增减变化金额", U"-4.00", U"-1.00", vehicles}},
                .above = {U"青禾市林业局2026年部门预算", U"2026年财政拨款“三公”经费支出表",
                          U"单位：万元"}}}));
}

TEST(CheckTableChanges, ComparesAChangeWithItsTwoYears) {
  EXPECT_THAT(changes(U"-3.00"), IsEmpty());
  EXPECT_THAT(changes(U"-2.50"), Contains(HasSubstr("change -2.50 = 9.00 - 12.00")));
}

std::vector<std::string> row_notes(const std::u32string& number) {
  const Extraction extraction =
      audited({{.rows = {{U"项目", U"行次", U"决算数", U"项目", U"行次", U"决算数"},
                         {U"一、财政拨款收入", U"1", U"90.00", U"一、农林水支出", U"4", U"80.00"},
                         {U"二、事业收入", U"2", U"0.00", U"二、住房保障支出", number, U"10.00"},
                         {U"总计", U"3", U"90.00", U"总计", U"6", U"90.00"}},
                .above = {U"收入支出决算总表", U"单位：万元"}}});
  std::vector<std::string> notes;
  for (const Finding& finding : extraction.findings)
    if (finding.check == Check::kWording) notes.push_back(finding.message);
  return notes;
}

TEST(CheckRowNumbers, ReportANumberOutOfItsOrder) {
  EXPECT_THAT(row_notes(U"5"), IsEmpty());
  EXPECT_THAT(row_notes(U"9"), ElementsAre(HasSubstr("行次 4、9、6 不连续")));
}

}  // namespace
}  // namespace mingxi::audit
