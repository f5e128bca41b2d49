#include "facts/tables/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/table_page.h"

namespace mingxi::facts {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Rows kRows = {{U"科目编码", U"科目名称", U"合计"}, {U"2010601", U"行政运行", U"12.50"}};

TEST(RecogniseTables, KeepsEveryCellAsPrinted) {
  const Table table = table_on({{{U"项目", U"支出", U"<"},
                                 {U"^", U"基本支出", U"项目支出"},
                                 {U"甲", U"１，２３４．５０", U""}},
                                {U"支出总表"}});
  EXPECT_EQ(table.rows, 3);
  EXPECT_EQ(table.columns, 3);
  ASSERT_EQ(table.cells.size(), 7u);
  EXPECT_EQ(table.cells[0].row_span, 2);
  EXPECT_EQ(table.cells[1].column_span, 2);
  EXPECT_EQ(table.cells[5].text, "１，２３４．５０");
  EXPECT_EQ(table.cells[6].text, "");
}

TEST(RecogniseTables, KnowsTheKindByTheTitle) {
  const struct {
    std::u32string title;
    const char* kind;
  } cases[] = {
      {U"收支总表", "B01"},
      {U"部门收入总体情况表", "B02"},
      {U"支出预算总表", "B03"},
      {U"财政拨款收支总表", "B04"},
      {U"一般公共预算支出表", "B05"},
      {U"一般公共预算基本支出表", "B06"},
      {U"一般公共预算“三公”经费支出表", "B07"},
      {U"政府性基金预算支出表", "B08"},
      {U"国有资本经营预算支出表", "B09"},
      {U"项目支出表", "B10"},
      {U"政府采购预算明细表", "B11"},
      {U"收入支出决算总表", "Z01"},
      {U"收入决算表", "Z02"},
      {U"支出决算表", "Z03"},
      {U"财政拨款收入支出决算总表", "Z04"},
      {U"一般公共预算财政拨款支出决算表", "Z05"},
      {U"一般公共预算财政拨款基本支出决算表", "Z06"},
      {U"财政拨款“三公”经费支出决算表", "Z07"},
      {U"政府性基金预算财政拨款收入支出决算表", "Z08"},
      {U"国有资本经营预算财政拨款支出决算表", "Z09"},
      {U"新增资产配置表", "other"},
  };
  for (const auto& each : cases) {
    const Table table = table_on({kRows, {each.title}});
    EXPECT_EQ(name_of(table.kind), each.kind) << table.title;
    EXPECT_FALSE(table.title.empty());
  }
}

TEST(RecogniseTables, TakesTheTitleWithoutItsNumber) {
  const Table table = table_on({kRows, {U"表3  部门支出总表", U"单位：万元"}});
  EXPECT_EQ(table.title, "部门支出总表");
  EXPECT_EQ(table.kind, TableKind::kB03);
}

TEST(RecogniseTables, KnowsTheKindOfATableWithoutTitleByItsHeader) {
  const Table table =
      table_on({{{U"项目", U"预算数", U"项目", U"预算数"}, {U"收入", U"5.00", U"支出", U"5.00"}}});
  EXPECT_EQ(table.kind, TableKind::kB01);
  EXPECT_EQ(table.title, "");
}

TEST(RecogniseTables, ReadsTheUnitFromTheLineAbove) {
  const Table table = table_on({kRows, {U"支出总表", U"部门：某局   单位：万元"}});
  EXPECT_EQ(table.unit, "万元");
  EXPECT_EQ(table.unit_from, UnitFrom::kTable);
}

TEST(RecogniseTables, ReadsTheUnitInBracketsInTheHeader) {
  const Table table =
      table_on({{{U"项目", U"合计（元）"}, {U"行政运行", U"12.50"}}, {U"支出总表"}});
  EXPECT_EQ(table.unit, "元");
  EXPECT_EQ(table.unit_from, UnitFrom::kTable);
}

TEST(RecogniseTables, InventsNoUnit) {
  const Table table = table_on({kRows, {U"支出总表"}});
  EXPECT_EQ(table.unit, "");
  EXPECT_EQ(table.unit_from, UnitFrom::kNone);
}

TEST(RecogniseTables, ReadsWhoPreparedIt) {
  EXPECT_EQ(table_on({kRows, {U"支出总表", U"编制单位：某县商务局"}}).prepared_by, "某县商务局");
}

TEST(RecogniseTables, CountsTheNumberingToTheHeader) {
  EXPECT_THAT(table_on({{{U"项目", U"支出", U"<"},
                         {U"^", U"基本支出", U"项目支出"},
                         {U"栏次", U"1", U"2"},
                         {U"合计", U"5.00", U"6.00"}},
                        {U"支出总表"}})
                  .header_rows,
              ElementsAre(0, 1, 2));
  EXPECT_THAT(table_on({{{U"科目编码", U"科目名称", U"合计"},
                         {U"**", U"**", U"1"},
                         {U"2010601", U"行政运行", U"5.00"}},
                        {U"支出总表"}})
                  .header_rows,
              ElementsAre(0, 1));
}

TEST(RecogniseTables, TakesNoDataForHeader) {
  EXPECT_THAT(table_on({kRows, {U"支出总表"}}).header_rows, ElementsAre(0));
  EXPECT_THAT(table_on({{{U"办公费", U"5.00"}, {U"印刷费", U"6.00"}}}).header_rows, IsEmpty());
}

TEST(RecogniseTables, FindsRepeatedHeadersOfLaterPages) {
  const std::vector<Table> tables =
      tables_on({table_page({{kRows, {U"支出总表"}}}), table_page({{kRows}})});
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_THAT(tables[0].header_rows, ElementsAre(0, 2));
  EXPECT_THAT(tables[0].pages, ElementsAre(1, 2));
  EXPECT_EQ(tables[0].rows, 4);
  EXPECT_EQ(tables[0].cells.back().page, 2);
}

TEST(RecogniseTables, GivesNoTwoCellsOnePlace) {
  const Page first = PrintedPage()
                         .print(200, 80, U"支出总表")
                         .grid({100, 200, 300}, {100, 124, 148})
                         .print(104, 116, U"科目名称")
                         .print(204, 116, U"合计")
                         .print(204, 140, U"5.00");
  const Page later = PrintedPage().grid({100, 103.5, 200, 300}, {100, 124}).print(104, 116, U"甲");
  const std::vector<Table> tables = tables_on({first, later});
  ASSERT_EQ(tables.size(), 1u);
  const Table& table = tables[0];
  EXPECT_EQ(table.columns, 3);
  std::vector<int> covered(static_cast<std::size_t>(table.rows * table.columns), 0);
  for (const Cell& cell : table.cells)
    for (int row = cell.row; row < cell.row + cell.row_span; ++row)
      for (int column = cell.column; column < cell.column + cell.column_span; ++column)
        ++covered[static_cast<std::size_t>(row * table.columns + column)];
  EXPECT_THAT(covered, ::testing::Each(1));
}

TEST(RecogniseTables, MarksCellsThatGoOnOverThePage) {
  const std::vector<Table> tables =
      tables_on({table_page({{kRows, {U"支出总表"}}}), table_page({{{{U"", U"管理事务", U""}}}})});
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_FALSE(tables[0].cells[3].continues);
  EXPECT_TRUE(tables[0].cells[7].continues);
}

TEST(RecogniseTables, DistinguishesAnEmptyTableFromOneThatSaysThatItIsEmpty) {
  const Rows empty = {{U"科目编码", U"科目名称", U"合计"}, {U"", U"", U""}, {U"", U"", U""}};
  const std::vector<std::u32string> title = {U"政府性基金预算支出表", U"单位：万元"};
  EXPECT_EQ(table_on({kRows, title}).state, TableState::kData);
  EXPECT_EQ(table_on({empty, title}).state, TableState::kEmptyUndeclared);
  EXPECT_EQ(table_on({empty, title, U"注：本部门无政府性基金预算支出，故本表无数据。"}).state,
            TableState::kEmptyDeclared);
  EXPECT_EQ(table_on({{empty[0], {U"无", U"", U""}}, title}).state, TableState::kEmptyDeclared);
  EXPECT_EQ(table_on({{empty[0], {U"合计", U"", U"0.00"}}, title}).state, TableState::kData);
}

TEST(RecogniseTables, KeepsTwoTablesOfAPageApart) {
  const std::vector<Table> tables = tables_on(
      {table_page({{kRows, {U"收入总表", U"单位：元"}}, {kRows, {U"支出总表", U"单位：万元"}}})});
  ASSERT_EQ(tables.size(), 2u);
  EXPECT_EQ(tables[0].title, "收入总表");
  EXPECT_EQ(tables[0].unit, "元");
  EXPECT_EQ(tables[1].title, "支出总表");
  EXPECT_EQ(tables[1].unit, "万元");
  EXPECT_EQ(tables[1].id, "t2");
}

}  // namespace
}  // namespace mingxi::facts
