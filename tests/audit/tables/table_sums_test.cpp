// Sums inside a table: what holds, what is off within rounding, what is reported of a shifted
// column.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/audited_text.h"

namespace mingxi::audit {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

/// 部门支出总表 with these rows: code, name, 合计, 基本支出, 项目支出.
PrintedTable expenditure_table(const Rows& rows) {
  PrintedTable table{.rows = {{U"科目编码", U"科目名称", U"合计", U"基本支出", U"项目支出"}},
                     .above = {U"部门支出总表", U"单位：万元"}};
  table.rows.insert(table.rows.end(), rows.begin(), rows.end());
  return table;
}

std::vector<Finding> findings_of(const Extraction& extraction, const CheckName& check) {
  std::vector<Finding> result;
  for (const Finding& finding : extraction.findings)
    if (finding.check == check) result.push_back(finding);
  return result;
}

TEST(CheckTables, ProvesRowsClassesAndTotals) {
  const Extraction extraction =
      audited({expenditure_table({{U"", U"合计", U"30.00", U"20.00", U"10.00"},
                                  {U"201", U"一般公共服务支出", U"30.00", U"20.00", U"10.00"},
                                  {U"20106", U"财政事务", U"30.00", U"20.00", U"10.00"},
                                  {U"2010601", U"行政运行", U"20.00", U"20.00", U""},
                                  {U"2010602", U"一般行政管理事务", U"10.00", U"", U"10.00"}})});
  EXPECT_THAT(contradictions_of(extraction), IsEmpty());
  EXPECT_THAT(proofs_of(extraction),
              IsSupersetOf({"sum/row 30.00 = 20.00 + 10.00", "sum/class 30.00 = 20.00 + 10.00",
                            "sum/total 30.00 = 30.00"}));
}

TEST(CheckTables, GivesOneFindingForAFigureThatBreaksSeveralSums) {
  const Extraction extraction =
      audited({expenditure_table({{U"", U"合计", U"30.00", U"20.00", U"10.00"},
                                  {U"201", U"一般公共服务支出", U"30.00", U"20.00", U"10.00"},
                                  {U"20106", U"财政事务", U"30.00", U"20.00", U"10.00"},
                                  {U"2010601", U"行政运行", U"20.00", U"20.00", U""},
                                  {U"2010602", U"一般行政管理事务", U"13.00", U"", U"10.00"}})});
  ASSERT_EQ(contradictions_of(extraction).size(), 1U);
  EXPECT_EQ(extraction.findings.front().severity, Severity::kError);
  EXPECT_THAT(extraction.findings.front().message, HasSubstr("同一原因还涉及另外 1 项核对"));
}

TEST(CheckTables, ProvesWhatIsOffWithinRoundingAndReportsNothing) {
  const Extraction extraction =
      audited({expenditure_table({{U"", U"合计", U"30.01", U"20.01", U"10.00"},
                                  {U"201", U"一般公共服务支出", U"30.01", U"20.01", U"10.00"},
                                  {U"20106", U"财政事务", U"30.01", U"20.01", U"10.00"},
                                  {U"2010601", U"行政运行", U"20.00", U"20.00", U""},
                                  {U"2010602", U"一般行政管理事务", U"10.00", U"", U"10.00"}})});
  EXPECT_THAT(contradictions_of(extraction), IsEmpty());
  EXPECT_THAT(proofs_of(extraction), Contains("sum/class 30.01 ≈ 20.00 + 10.00 = 30"));
}

/// 财政拨款收支总表 whose totals are these, beside classes of 60 and 45, and prose that prints what
/// is spent.
std::vector<std::string> contradictions_beside(const std::u32string& total,
                                               const std::u32string& said) {
  PrintedPage prose;
  prose.print_centred(60, U"青禾市档案馆2023年部门预算")
      .print(60, 100, U"一、财政拨款收支情况")
      .print(84, 120, U"2023年财政拨款收支总预算" + said + U"万元。")
      .print(60, 140, U"二、财政拨款支出情况")
      .print(84, 160, U"2023年财政拨款支出预算" + said + U"万元。");
  const PrintedTable table = {.rows = {{U"收入", U"预算数", U"支出", U"预算数"},
                                       {U"财政拨款", total, U"教育支出", U"60.25"},
                                       {U"", U"", U"交通运输支出", U"45.15"},
                                       {U"收入总计", total, U"支出总计", total}},
                              .above = {U"2023年财政拨款收支总表", U"单位：万元"}};
  return contradictions_of(
      extract::extract(document_of({prose, table_page({table})}), table_pack()));
}

TEST(CheckColumns, FailATotalWhoseRowsComeToWhatIsPrintedElsewhere) {
  EXPECT_THAT(contradictions_beside(U"105.40", U"105.40"), IsEmpty());
  EXPECT_THAT(contradictions_beside(U"20.40", U"105.40"),
              Contains(HasSubstr("error sum/total 20.40 = 60.25 + 45.15")));
  EXPECT_THAT(contradictions_beside(U"20.40", U"20.40"), Not(Contains(HasSubstr("sum/total"))));
}

TEST(CheckColumns, CountACodePrintedTwiceAsTwoRows) {
  const Extraction extraction =
      audited({expenditure_table({{U"", U"合计", U"60.00", U"60.00", U""},
                                  {U"302", U"商品和服务支出", U"60.00", U"60.00", U""},
                                  {U"30201", U"办公费", U"20.00", U"20.00", U""},
                                  {U"30208", U"取暖费", U"25.00", U"25.00", U""},
                                  {U"30208", U"取暖费", U"14.00", U"14.00", U""}})});
  EXPECT_THAT(contradictions_of(extraction),
              ElementsAre("error sum/class 60.00 = 20.00 + 25.00 + 14.00"));
}

/// 项目支出表: project, 合计, 一般公共预算, 政府性基金.
PrintedTable project_table(const Rows& rows) {
  PrintedTable table{.rows = {{U"项目名称", U"合计", U"一般公共预算", U"政府性基金预算"}},
                     .above = {U"项目支出表", U"单位：万元"}};
  table.rows.insert(table.rows.end(), rows.begin(), rows.end());
  return table;
}

TEST(CheckColumns, AddUpRowsWithoutCodesWhereAnotherColumnHolds) {
  const Rows rows = {{U"合计", U"174.00", U"164.00", U"10.00"},
                     {U"森林防火经费", U"60.00", U"60.00", U"0.00"},
                     {U"苗木培育经费", U"44.00", U"34.00", U"10.00"},
                     {U"驻场值守经费", U"80.00", U"80.00", U"0.00"}};
  const Extraction extraction = audited({project_table(rows)});
  EXPECT_THAT(contradictions_of(extraction),
              ElementsAre("error sum/total 174.00 = 60.00 + 44.00 + 80.00"));
  EXPECT_THAT(extraction.findings.front().message, HasSubstr("合计数比各项之和少 10.00万元"));
}

TEST(CheckColumns, SayNothingOfRowsThatAreNotKnownToBeAll) {
  const Extraction extraction =
      audited({project_table({{U"合计", U"174.00", U"164.00", U"10.00"},
                              {U"森林防火经费", U"60.00", U"60.00", U"0.00"},
                              {U"苗木培育经费", U"14.00", U"14.00", U"0.00"}})});
  EXPECT_THAT(contradictions_of(extraction), IsEmpty());
  EXPECT_THAT(extraction.checks.not_possible,
              Contains(::testing::Field(&ImpossibleCheck::check, CheckName(Check::kSum, "total"))));
}

TEST(CheckColumns, ReportMuchThatIsMissingAlikeInTwoTablesAsAWarningAndOnce) {
  const PrintedTable table =
      expenditure_table({{U"", U"合计", U"600.00", U"600.00", U""},
                         {U"201", U"一般公共服务支出", U"600.00", U"600.00", U""},
                         {U"20140", U"信访事务", U"600.00", U"600.00", U""},
                         {U"2014001", U"行政运行", U"250.00", U"250.00", U""},
                         {U"2014050", U"事业运行", U"150.00", U"150.00", U""}});
  const Extraction extraction = audited({table, table});
  EXPECT_THAT(contradictions_of(extraction), ElementsAre("info withheld 600.00 = 250.00 + 150.00"));
  const std::vector<Finding> withheld = findings_of(extraction, Check::kWithheld);
  ASSERT_EQ(withheld.size(), 1U);
  EXPECT_THAT(withheld[0].message, HasSubstr("所列各项少 200.00万元"));
}

/// Labels of a fund are in the table without amounts, so that all amounts below 2010602 are
/// two rows too high.
const Rows kSlipped = {{U"", U"合计", U"100.00"},
                       {U"201", U"一般公共服务支出", U"30.00"},
                       {U"20106", U"财政事务", U"30.00"},
                       {U"2010601", U"行政运行", U"20.00"},
                       {U"2010602", U"一般行政管理事务", U"10.00"},
                       {U"208", U"社会保障和就业支出", U"50.00"},
                       {U"20805", U"行政事业单位养老支出", U"50.00"},
                       {U"2080501", U"行政单位离退休", U"50.00"},
                       {U"221", U"住房保障支出", U"20.00"},
                       {U"22102", U"住房改革支出", U"20.00"},
                       {U"2210201", U"住房公积金", U"20.00"}};

Rows with_labels_without_amounts(const Rows& rows) {
  const std::size_t at = 5;
  const Rows labels = {{U"212", U"城乡社区支出", U""},
                       {U"21208", U"国有土地使用权出让收入安排的支出", U""}};
  Rows result(rows.begin(), rows.begin() + at);
  result.insert(result.end(), labels.begin(), labels.end());
  result.insert(result.end(), rows.begin() + at, rows.end());
  for (std::size_t i = at; i < result.size(); ++i)
    result[i][2] = i + labels.size() < result.size() ? result[i + labels.size()][2] : U"";
  return result;
}

PrintedTable single_column_table(const Rows& rows) {
  PrintedTable table{.rows = {{U"科目编码", U"科目名称", U"合计"}},
                     .above = {U"部门支出总表", U"单位：万元"}};
  table.rows.insert(table.rows.end(), rows.begin(), rows.end());
  return table;
}

TEST(CheckShift, SaysByHowManyRowsAColumnIsShifted) {
  const Extraction extraction =
      audited({single_column_table(with_labels_without_amounts(kSlipped))});
  const std::vector<Finding> shifts = findings_of(extraction, Check::kTableShift);
  ASSERT_EQ(shifts.size(), 1U);
  EXPECT_EQ(shifts[0].severity, Severity::kError);
  EXPECT_THAT(shifts[0].message, HasSubstr("数字比行名偏上 2 行"));
  EXPECT_THAT(contradictions_of(extraction), IsEmpty()) << "one cause, one finding";
}

TEST(CheckShift, SaysNothingOfATableThatAddsUpOrHasAWrongFigure) {
  EXPECT_THAT(findings_of(audited({single_column_table(kSlipped)}), Check::kTableShift), IsEmpty());
  Rows wrong = kSlipped;
  wrong[3][2] = U"21.00";
  EXPECT_THAT(findings_of(audited({single_column_table(wrong)}), Check::kTableShift), IsEmpty());
}

}  // namespace
}  // namespace mingxi::audit
