// One amount in several tables and in the prose: rows and classes of two tables, items of both
// classifications, projects with their goals and their evaluations.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/audited_text.h"

namespace mingxi::audit {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// A table of all expenditure, one row a pair of items, and one by function alone.
Extraction by_items_and_by_function(const std::u32string& training, const std::u32string& housing) {
  return audited({{.rows = {{U"功能科目", U"经济科目", U"合计"},
                            {U"2010601-行政运行", U"30101-基本工资", U"40.00"},
                            {U"2010601-行政运行", U"30201-办公费", U"20.00"},
                            {U"2050803-培训支出", U"30216-培训费", U"12.80"},
                            {U"2210201-住房公积金", U"30113-住房公积金", U"9.00"},
                            {U"合计", U"", U"81.80"}},
                   .above = {U"2023年支出总表", U"单位：万元"}},
                  {.rows = {{U"科目编码", U"科目名称", U"合计"},
                            {U"2010601", U"行政运行", U"60.00"},
                            {U"2050803", U"培训支出", U"3.80"},
                            {U"2050803", U"培训支出", training},
                            {U"2210201", U"住房公积金", housing},
                            {U"", U"合计", U"81.80"}},
                   .above = {U"2023年一般公共预算支出表", U"单位：万元"}}});
}

TEST(CheckBetweenTables, AddsUpTheRowsOfOneCode) {
  const Extraction extraction = by_items_and_by_function(U"9.00", U"9.00");
  EXPECT_THAT(contradictions_of(extraction), IsEmpty());
  EXPECT_THAT(proofs_of(extraction), Contains("cross_table 60.00万元 = 40.00万元 + 20.00万元"));
  EXPECT_THAT(proofs_of(extraction), Contains("cross_table 12.80万元 = 3.80万元 + 9.00万元"));
}

TEST(CheckBetweenTables, ReportsOnceAClassThatTwoTablesPrintOtherwise) {
  EXPECT_THAT(contradictions_of(by_items_and_by_function(U"8.00", U"10.00")),
              ElementsAre(HasSubstr("warning cross_table")));
}

/// Three projects in their list and in forms, and what the prose says of them.
Extraction goals(const std::u32string& amount, const std::string& said) {
  const auto form = [](const std::u32string& name, const std::u32string& total) {
    return PrintedTable{.rows = {{U"项目名称", U"<", name},
                                 {U"项目资金（万元）", U"年度资金总额：", total},
                                 {U"^", U"其中：财政拨款", total},
                                 {U"总体目标", U"<", U"完成任务"}},
                        .above = {U"项目绩效目标表"}};
  };
  PrintedPage prose;
  prose.print_centred(60, U"青禾市档案馆2023年部门预算")
      .print(60, 100, U"一、预算绩效情况")
      .print(60, 120, U"（一）总体情况");
  std::u32string text;
  for (const char c : said) text += static_cast<char32_t>(c);
  prose.print(84, 140, U"2023年全面实施绩效管理，涉及项目3个，预算资金" + text + U"万元。");
  const PrintedTable list = {.rows = {{U"项目名称", U"合计"},
                                      {U"档案抢救保护", U"30.00"},
                                      {U"馆藏数字化", U"45.00"},
                                      {U"库房设备维护", U"18.00"},
                                      {U"合计", U"93.00"}},
                             .above = {U"2023年项目支出表", U"单位：万元"}};
  return extract::extract(
      document_of({prose, table_page({list}), table_page({form(U"档案抢救保护", U"30.00")}),
                   table_page({form(U"馆藏数字化", U"45.00")}),
                   table_page({form(U"库房设备维护", amount)})}),
      table_pack());
}

TEST(CheckProjectGoals, HoldEachProjectAgainstTheList) {
  EXPECT_THAT(contradictions_of(goals(U"18.00", "93.00")), IsEmpty());
  EXPECT_THAT(proofs_of(goals(U"18.00", "93.00")),
              Contains("cross_table 93.00 = 30.00 + 45.00 + 18.00"));
  EXPECT_THAT(contradictions_of(goals(U"81.00", "93.00")),
              ElementsAre("warning cross_table 81.00万元 = 18.00万元"));
}

TEST(CheckProjectGoals, HoldWhatTheProseSaysOfAllAgainstTheList) {
  EXPECT_THAT(contradictions_of(goals(U"18.00", "160.60")),
              ElementsAre("error text_table 160.60万元 = 93.00万元"));
}

/// Housing and pensions by function, and by economic item.
std::vector<std::string> payments(const std::u32string& pensions,
                                  const std::u32string& care = U"9.00") {
  const PrintedTable functional = {
      .rows = {{U"科目编码", U"科目名称", U"合计", U"基本支出", U"项目支出"},
               {U"2080505", U"机关事业单位基本养老保险缴费支出", U"20.00", U"20.00", U""},
               {U"2101101", U"行政单位医疗", U"5.00", U"5.00", U""},
               {U"2101102", U"事业单位医疗", U"4.00", U"4.00", U""},
               {U"2210201", U"住房公积金", U"15.00", U"15.00", U""},
               {U"", U"合计", U"44.00", U"44.00", U""}},
      .above = {U"2023年一般公共预算支出表", U"单位：万元"}};
  const PrintedTable economic = {.rows = {{U"科目编码", U"科目名称", U"合计"},
                                          {U"30108", U"机关事业单位基本养老保险缴费", pensions},
                                          {U"30110", U"职工基本医疗保险缴费", care},
                                          {U"30113", U"住房公积金", U"15.00"}},
                                 .above = {U"2023年一般公共预算基本支出表", U"单位：万元"}};
  PrintedPage title;
  title.print_centred(60, U"青禾市档案馆2023年部门预算");
  const Extraction extraction =
      extract::extract(document_of({title, table_page({functional, economic})}), table_pack());
  std::vector<std::string> notes;
  for (const Finding& finding : extraction.findings)
    if (finding.check == CheckName(Check::kCrossTable, "payments"))
      notes.push_back(finding.message);
  return notes;
}

TEST(CheckPayments, NoteAPaymentThatTheTwoClassificationsPrintOtherwise) {
  EXPECT_THAT(payments(U"20.00"), IsEmpty());
  EXPECT_THAT(payments(U"18.00"), ElementsAre(HasSubstr("20.00万元")));
}

TEST(CheckPayments, AddUpWhatAdministrativeBodiesAndInstitutionsPay) {
  EXPECT_THAT(payments(U"20.00", U"9.00"), IsEmpty());
  EXPECT_THAT(payments(U"20.00", U"8.00"), IsEmpty()) << "which of the two rows differs?";
}

TEST(CheckPayments, AreNotReportedWhereMostPaymentsDiffer) {
  EXPECT_THAT(payments(U"18.00", U"8.00"), IsEmpty());
}

}  // namespace
}  // namespace mingxi::audit
