// What the prose says of the items of the classification, against the table that prints them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/audited_text.h"

namespace mingxi::audit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const PrintedTable kTable = {.rows = {{U"科目编码", U"科目名称", U"合计"},
                                      {U"2010601", U"行政运行", U"60.00"},
                                      {U"2010650", U"事业运行", U"20.00"},
                                      {U"2080501", U"行政单位离退休", U"5.00"},
                                      {U"2101101", U"行政单位医疗", U"7.00"},
                                      {U"2210201", U"住房公积金", U"15.06"},
                                      {U"", U"合计", U"107.06"}},
                             .above = {U"2023年一般公共预算支出表", U"单位：万元"}};

/// Findings of a budget of 2023 whose prose gives these amounts to the items of the table.
std::vector<std::string> contradictions(const std::vector<std::u32string>& amounts) {
  PrintedPage prose;
  prose.print_centred(60, U"青禾市档案馆2023年部门预算").print(60, 100, U"一、支出情况");
  const std::u32string names[] = {U"行政运行（2010601）", U"事业运行（2010650）",
                                  U"行政单位离退休（2080501）", U"行政单位医疗（2101101）",
                                  U"住房公积金（2210201）"};
  double y = 120;
  for (std::size_t i = 0; i < amounts.size(); ++i)
    prose.print(84, y += 20, names[i] + amounts[i] + U"万元。");
  return contradictions_of(
      extract::extract(document_of({prose, table_page({kTable})}), table_pack()));
}

TEST(CheckStatementsAgainstTables, ReportsTheItemThatTheTablePrintsOtherwise) {
  EXPECT_THAT(contradictions({U"60.00", U"20.00", U"5.00", U"7.00", U"15.06"}), IsEmpty());
  EXPECT_THAT(contradictions({U"60.00", U"20.00", U"5.00", U"7.00", U"18.00"}),
              ElementsAre("error text_table 18.00万元 = 15.06万元"));
}

TEST(CheckStatementsAgainstTables, ReportsNothingOfASectionThatPrintsAnotherColumn) {
  EXPECT_THAT(contradictions({U"60.00", U"21.00", U"6.00", U"7.50", U"18.00"}), IsEmpty());
}

TEST(CheckStatementsAgainstTables, NotesWhatIsCutOffInsteadOfRounded) {
  EXPECT_THAT(contradictions({U"60.00", U"20.00", U"5.00", U"7.00", U"15.0"}),
              ElementsAre("info text_table 15.0万元 = 15.06万元"));
}

TEST(CheckStatementsAgainstTables, ReportsOnceItemsThatDifferWhereAllComeToTheSame) {
  PrintedPage prose;
  prose.print_centred(60, U"青禾市档案馆2023年部门预算")
      .print(60, 100, U"一、机关运行经费情况")
      .print(84, 120, U"2023年机关运行经费60.00万元，其中办公费32.50万元，差旅费17.50万元，")
      .print(60, 140, U"培训费10.00万元。");
  const PrintedTable table = {.rows = {{U"科目编码", U"科目名称", U"合计"},
                                       {U"302", U"商品和服务支出", U"60.00"},
                                       {U"30201", U"办公费", U"32.50"},
                                       {U"30211", U"差旅费", U"15.50"},
                                       {U"30216", U"培训费", U"12.00"},
                                       {U"", U"合计", U"60.00"}},
                              .above = {U"2023年一般公共预算基本支出表", U"单位：万元"}};
  EXPECT_THAT(
      contradictions_of(extract::extract(document_of({prose, table_page({table})}), table_pack())),
      ElementsAre("warning text_table 17.50万元 = 15.50万元"))
      << "2.00 moved from one item to another: one cause";
}

}  // namespace
}  // namespace mingxi::audit
