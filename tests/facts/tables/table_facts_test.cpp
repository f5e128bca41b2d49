#include "facts/tables/table_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "output/document_json/names.h"
#include "facts/prose/statements.h"
#include "support/table_page.h"

namespace mingxi::facts {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Each fact of the tables of a page in one line: component and line kind, then as described().
std::vector<std::string> facts_of(const std::vector<PrintedTable>& tables, DocumentKind kind) {
  const Document document = document_of({table_page(tables)});
  const Layout layout = laid_out(document);
  Identity identity;
  identity.kind = kind;
  identity.fiscal_year = 2026;
  std::vector<std::string> lines;
  const std::vector<Table> found = recognise_tables(document, layout, table_pack().tables);
  for (const Fact& fact : link_tables(document, layout, found, identity, table_pack()).facts) {
    lines.push_back(fact.component.value_or("-") + " " +
                    std::string(fact.line_kind ? output::name_of(*fact.line_kind) : "-") + ": " +
                    described(fact));
  }
  return lines;
}

std::vector<std::string> budget(const PrintedTable& table) {
  return facts_of({table}, DocumentKind::kBudget);
}

std::vector<std::string> account(const PrintedTable& table) {
  return facts_of({table}, DocumentKind::kFinalAccount);
}

TEST(LinkTables, ReadsAmountsByRowAndColumn) {
  EXPECT_THAT(
      budget({{{U"科目编码", U"科目名称", U"合计", U"基本支出", U"项目支出"},
               {U"201", U"一般公共服务支出", U"18.50", U"12.50", U"6.00"},
               {U"20106", U"财政事务", U"18.50", U"12.50", U"6.00"},
               {U"2010601", U"行政运行", U"12.50", U"12.50", U""},
               {U"2010602", U"一般行政管理事务", U"6.00", U"", U"6.00"},
               {U"", U"合计", U"18.50", U"12.50", U"6.00"}},
              {U"支出总表", U"单位：万元"}}),
      ElementsAre("total subtotal: level 2026 budget 18.50 万元 «一般公共服务支出» functional:201",
                  "basic subtotal: level 2026 budget 12.50 万元 «一般公共服务支出» functional:201",
                  "project subtotal: level 2026 budget 6.00 万元 «一般公共服务支出» functional:201",
                  "total subtotal: level 2026 budget 18.50 万元 «财政事务» functional:20106",
                  "basic subtotal: level 2026 budget 12.50 万元 «财政事务» functional:20106",
                  "project subtotal: level 2026 budget 6.00 万元 «财政事务» functional:20106",
                  "total leaf: level 2026 budget 12.50 万元 «行政运行» functional:2010601",
                  "basic leaf: level 2026 budget 12.50 万元 «行政运行» functional:2010601",
                  "total leaf: level 2026 budget 6.00 万元 «一般行政管理事务» functional:2010602",
                  "project leaf: level 2026 budget 6.00 万元 «一般行政管理事务» functional:2010602",
                  "total total: level 2026 budget 18.50 万元 «合计»",
                  "basic total: level 2026 budget 12.50 万元 «合计»",
                  "project total: level 2026 budget 6.00 万元 «合计»"));
}

TEST(LinkTables, JoinsCodesSplitOverColumns) {
  EXPECT_THAT(
      budget({{{U"科目编码", U"<", U"<", U"科目名称", U"金额"},
               {U"类", U"款", U"项", U"^", U"^"},
               {U"204", U"", U"", U"公共安全支出", U"9.00"},
               {U"", U"06", U"", U"司法", U"9.00"},
               {U"", U"", U"01", U"行政运行", U"5.00"},
               {U"204", U"06", U"02", U"一般行政管理事务", U"4.00"}},
              {U"支出总表", U"单位：万元"}}),
      ElementsAre("amount subtotal: level 2026 budget 9.00 万元 «公共安全支出» functional:204",
                  "amount subtotal: level 2026 budget 9.00 万元 «司法» functional:20406",
                  "amount leaf: level 2026 budget 5.00 万元 «行政运行» functional:2040601",
                  "amount leaf: level 2026 budget 4.00 万元 «一般行政管理事务» "
                  "functional:2040602"));
}

TEST(LinkTables, TakesTheCodeOffTheName) {
  EXPECT_THAT(budget({{{U"项目", U"预算数"},
                       {U"[2040601]行政运行", U"5.00"},
                       {U"2040602-一般行政管理事务", U"4.00"}},
                      {U"一般公共预算支出表", U"单位：元"}}),
              ElementsAre("amount leaf: level 2026 budget 5.00 元 «行政运行» functional:2040601",
                          "amount leaf: level 2026 budget 4.00 元 «一般行政管理事务» "
                          "functional:2040602"));
}

TEST(LinkTables, ReadsListsSideBySide) {
  EXPECT_THAT(budget({{{U"收入", U"<", U"支出", U"<"},
                       {U"项目", U"预算数", U"项目", U"预算数"},
                       {U"一、一般公共预算拨款收入", U"8.00", U"一、一般公共服务支出", U"9.00"},
                       {U"二、其他收入", U"1.00", U"", U""},
                       {U"收入总计", U"9.00", U"支出总计", U"9.00"}},
                      {U"收支总表", U"单位：万元"}}),
              ElementsAre("amount leaf: level 2026 budget 8.00 万元 «一、一般公共预算拨款收入»",
                          "amount leaf: level 2026 budget 9.00 万元 «一、一般公共服务支出»",
                          "amount leaf: level 2026 budget 1.00 万元 «二、其他收入»",
                          "amount total: level 2026 budget 9.00 万元 «收入总计»",
                          "amount total: level 2026 budget 9.00 万元 «支出总计»"));
}

TEST(LinkTables, ReadsTheThreePublicInColumns) {
  EXPECT_THAT(
      budget({{{U"合计", U"因公出国（境）费", U"公务用车购置及运行费", U"<", U"<", U"公务接待费"},
               {U"^", U"^", U"小计", U"购置费", U"运行费", U"^"},
               {U"5.00", U"0.00", U"4.00", U"0.00", U"4.00", U"1.00"}},
              {U"“三公”经费支出表", U"单位：万元"}}),
      ElementsAre("total total: level 2026 budget 5.00 万元 «合计»",
                  "abroad leaf: level 2026 budget 0.00 万元 «因公出国（境）费»",
                  "vehicles subtotal: level 2026 budget 4.00 万元 «公务用车购置及运行费»",
                  "vehicle_purchase leaf: level 2026 budget 0.00 万元 «购置费»",
                  "vehicle_operation leaf: level 2026 budget 4.00 万元 «运行费»",
                  "reception leaf: level 2026 budget 1.00 万元 «公务接待费»"));
}

TEST(LinkTables, ReadsTheThreePublicInRowsWithTwoYearsAndTheirChange) {
  EXPECT_THAT(
      budget({{{U"项目", U"2025年预算数", U"2026年预算数", U"增减额", U"增减%"},
               {U"合计", U"5.00", U"4.00", U"-1.00", U"-20.00"},
               {U"公务用车购置及运行费", U"4.00", U"4.00", U"0.00", U"0.00"},
               {U"公务接待费", U"1.00", U"0.00", U"-1.00", U"-100.00"}},
              {U"“三公”经费支出表", U"单位：万元"}}),
      ElementsAre("amount total: level 2025 budget 5.00 万元 «合计»",
                  "amount total: level 2026 budget 4.00 万元 «合计»",
                  "amount total: change 2026 budget -1.00 万元 «合计» to 2025",
                  "amount total: change_rate 2026 budget -20.00 % «合计» to 2025",
                  "amount subtotal: level 2025 budget 4.00 万元 «公务用车购置及运行费»",
                  "amount subtotal: level 2026 budget 4.00 万元 «公务用车购置及运行费»",
                  "amount subtotal: change 2026 budget 0.00 万元 «公务用车购置及运行费» to 2025",
                  "amount subtotal: change_rate 2026 budget 0.00 % «公务用车购置及运行费» to 2025",
                  "amount leaf: level 2025 budget 1.00 万元 «公务接待费»",
                  "amount leaf: level 2026 budget 0.00 万元 «公务接待费»",
                  "amount leaf: change 2026 budget -1.00 万元 «公务接待费» to 2025",
                  "amount leaf: change_rate 2026 budget -100.00 % «公务接待费» to 2025"));
}

TEST(LinkTables, ReadsTheThreePublicInColumnsOfBudgetAndOutturn) {
  EXPECT_THAT(
      account({{{U"预算数", U"<", U"<", U"决算数", U"<", U"<"},
                {U"合计", U"公务用车购置及运行维护费", U"公务接待费", U"合计",
                 U"公务用车购置及运行维护费", U"公务接待费"},
                {U"1", U"2", U"3", U"4", U"5", U"6"},
                {U"5.00", U"4.00", U"1.00", U"4.50", U"3.70", U"0.80"}},
               {U"财政拨款“三公”经费支出决算表", U"单位：万元"}}),
      ElementsAre("total total: level 2026 budget 5.00 万元 «合计»",
                  "vehicles subtotal: level 2026 budget 4.00 万元 «公务用车购置及运行维护费»",
                  "reception leaf: level 2026 budget 1.00 万元 «公务接待费»",
                  "total total: level 2026 actual 4.50 万元 «合计»",
                  "vehicles subtotal: level 2026 actual 3.70 万元 «公务用车购置及运行维护费»",
                  "reception leaf: level 2026 actual 0.80 万元 «公务接待费»"));
}

TEST(LinkTables, LeavesTheLineOfTheBodyOutOfTheHeader) {
  const Document document =
      document_of({table_page({{{{U"预算单位：青禾市林业局", U"<", U"<", U"单位：万元"},
                                 {U"科目名称", U"合计", U"基本支出", U"项目支出"},
                                 {U"行政运行", U"5.00", U"3.00", U"2.00"}},
                                {U"支出总表", U"单位：万元"}}})});
  const Layout layout = laid_out(document);
  const std::vector<Table> tables = recognise_tables(document, layout, table_pack().tables);
  const std::vector<Fact> facts = link_tables(document, layout, tables, {}, table_pack()).facts;
  ASSERT_EQ(facts.size(), 3u);
  EXPECT_THAT(facts[0].header, ElementsAre("合计"));
  EXPECT_THAT(facts[1].header, ElementsAre("基本支出"));
}

TEST(LinkTables, TakesASumOfFundsBeneathAnItemForTheItem) {
  EXPECT_THAT(budget({{{U"单位名称", U"合计", U"公务用车购置及运行费", U"<", U"<", U"公务接待费"},
                       {U"^", U"^", U"小计", U"<", U"公务用车购置费", U"^"},
                       {U"^", U"^", U"一般公共预算", U"政府性基金预算", U"^", U"^"},
                       {U"青禾市林业局", U"6.00", U"4.00", U"0.00", U"1.00", U"1.00"}},
                      {U"“三公”经费支出表", U"单位：万元"}}),
              ::testing::IsSupersetOf(
                  {"vehicles subtotal: level 2026 budget 4.00 万元 «公务用车购置及运行费»",
                   "vehicles subtotal: level 2026 budget 0.00 万元 «公务用车购置及运行费»"}));
}

TEST(LinkTables, ReadsThreeListsOfEconomicCodes) {
  EXPECT_THAT(
      account({{{U"人员经费", U"<", U"<", U"公用经费", U"<", U"<"},
                {U"科目编码", U"科目名称", U"决算数", U"科目编码", U"科目名称", U"决算数"},
                {U"301", U"工资福利支出", U"9.00", U"302", U"商品和服务支出", U"2.00"},
                {U"30101", U"基本工资", U"9.00", U"30201", U"办公费", U"2.00"},
                {U"人员经费合计", U"<", U"9.00", U"公用经费合计", U"<", U"2.00"}},
               {U"一般公共预算财政拨款基本支出决算表", U"单位：万元"}}),
      ElementsAre(
          "basic_personnel subtotal: level 2026 actual 9.00 万元 «工资福利支出» economic:301",
          "basic_public subtotal: level 2026 actual 2.00 万元 «商品和服务支出» economic:302",
          "basic_personnel leaf: level 2026 actual 9.00 万元 «基本工资» economic:30101",
          "basic_public leaf: level 2026 actual 2.00 万元 «办公费» economic:30201",
          "basic_personnel total: level 2026 actual 9.00 万元 «人员经费合计»",
          "basic_public total: level 2026 actual 2.00 万元 «公用经费合计»"));
}

TEST(LinkTables, TakesTheClassificationOfTheDepartmentBesideThatOfTheGovernment) {
  EXPECT_THAT(budget({{{U"部门预算支出经济分类", U"<", U"政府预算支出经济分类", U"<", U"预算数"},
                       {U"科目编码", U"科目名称", U"科目编码", U"科目名称", U"^"},
                       {U"30101", U"基本工资", U"50101", U"工资奖金津补贴", U"9.00"}},
                      {U"一般公共预算基本支出表", U"单位：元"}}),
              ElementsAre("amount leaf: level 2026 budget 9.00 元 «基本工资» economic:30101"));
}

TEST(LinkTables, FindsItemsWithPartsBeneathByTheirNumbering) {
  EXPECT_THAT(budget({{{U"收入", U"<", U"支出", U"<"},
                       {U"项目", U"预算数", U"项目", U"预算数"},
                       {U"一、本年收入", U"8.00", U"一、教育支出", U"9.00"},
                       {U"（一）一般公共预算拨款", U"7.00", U"二、结转下年", U"0.00"},
                       {U"（二）政府性基金预算拨款", U"1.00", U"", U""},
                       {U"二、上年结转", U"1.00", U"", U""},
                       {U"收入总计", U"9.00", U"支出总计", U"9.00"}},
                      {U"财政拨款收支总表", U"单位：万元"}}),
              ElementsAre("amount subtotal: level 2026 budget 8.00 万元 «一、本年收入»",
                          "amount leaf: level 2026 budget 9.00 万元 «一、教育支出»",
                          "amount leaf: level 2026 budget 7.00 万元 «（一）一般公共预算拨款»",
                          "amount leaf: level 2026 budget 0.00 万元 «二、结转下年»",
                          "amount leaf: level 2026 budget 1.00 万元 «（二）政府性基金预算拨款»",
                          "amount leaf: level 2026 budget 1.00 万元 «二、上年结转»",
                          "amount total: level 2026 budget 9.00 万元 «收入总计»",
                          "amount total: level 2026 budget 9.00 万元 «支出总计»"));
}

TEST(LinkTables, LooksUpNamesWithoutCodesUnderThoseAboveThem) {
  EXPECT_THAT(budget({{{U"功能分类科目名称", U"合计"},
                       {U"公共安全支出", U"9.00"},
                       {U"司法", U"9.00"},
                       {U"行政运行", U"9.00"}},
                      {U"一般公共预算支出表", U"单位：元"}}),
              ElementsAre("amount total: level 2026 budget 9.00 元 «公共安全支出» functional:204",
                          "amount subtotal: level 2026 budget 9.00 元 «司法» functional:20406",
                          "amount leaf: level 2026 budget 9.00 元 «行政运行» functional:2040601"));
}

TEST(LinkTables, ReadsSourcesAndWhatIsCarriedOver) {
  EXPECT_THAT(budget({{{U"单位名称", U"合计", U"本年收入", U"<", U"<", U"上年结转"},
                       {U"^", U"^", U"小计", U"一般公共预算", U"政府性基金预算", U"^"},
                       {U"某县商务局", U"9.00", U"8.00", U"7.00", U"1.00", U"1.00"}},
                      {U"收入总表", U"单位：万元"}}),
              ElementsAre("total total: level 2026 budget 9.00 万元 «某县商务局»",
                          "current_income total: level 2026 budget 8.00 万元 «某县商务局»",
                          "general_budget total: level 2026 budget 7.00 万元 «某县商务局»",
                          "gov_fund total: level 2026 budget 1.00 万元 «某县商务局»",
                          "carry_over total: level 2026 budget 1.00 万元 «某县商务局»"));
}

TEST(LinkTables, JoinsCodesOverAPageBreak) {
  const Rows header = {{U"类", U"款", U"项", U"科目名称", U"合计"}};
  Rows first = header;
  first.push_back({U"204", U"06", U"01", U"行政运行", U"5.00"});
  Rows later = header;
  later.push_back({U"", U"", U"02", U"一般行政管理事务", U"4.00"});
  const Document document =
      document_of({table_page({{first, {U"支出总表", U"单位：万元"}}}), table_page({{later}})});
  const Layout layout = laid_out(document);
  const std::vector<Table> tables = recognise_tables(document, layout, table_pack().tables);
  ASSERT_EQ(tables.size(), 1u);
  const std::vector<Fact> facts = link_tables(document, layout, tables, {}, table_pack()).facts;
  ASSERT_EQ(facts.size(), 2u);
  EXPECT_EQ(facts[1].code, "functional:2040602");
  EXPECT_EQ(facts[1].evidence.page, 2);
  EXPECT_EQ(facts[1].row, 3);
}

TEST(LinkTables, ReadsDigitsWrappedInACell) {
  Page page = PrintedPage()
                  .print(200, 80, U"支出总表")
                  .print(400, 95, U"单位：万元")
                  .grid({100, 300, 340}, {100, 124, 160})
                  .print(104, 116, U"科目名称")
                  .print(304, 116, U"合计")
                  .print(104, 140, U"行政运行")
                  .print(304, 138, U"1682.7")
                  .print(304, 153, U"6");
  const Document document = document_of({page});
  const Layout layout = laid_out(document);
  const std::vector<Table> tables = recognise_tables(document, layout, table_pack().tables);
  const std::vector<Fact> facts = link_tables(document, layout, tables, {}, table_pack()).facts;
  ASSERT_EQ(facts.size(), 1u);
  EXPECT_EQ(facts[0].value.text(), "1682.76");
  EXPECT_EQ(facts[0].evidence.boxes.size(), 2u);
}

TEST(LinkTables, DistinguishesBudgetFromOutturnByTheHeader) {
  EXPECT_THAT(account({{{U"项目", U"行次", U"年初预算数", U"决算数", U"上年决算数"},
                        {U"栏次", U"", U"1", U"2", U"3"},
                        {U"合计", U"1", U"5.00", U"4.00", U"3.00"}},
                       {U"支出决算表", U"单位：万元"}}),
              ElementsAre("amount total: level 2026 budget 5.00 万元 «合计»",
                          "amount total: level 2026 actual 4.00 万元 «合计»",
                          "amount total: level 2025 actual 3.00 万元 «合计»"));
}

TEST(LinkTables, DistinguishesZeroDashAndBlank) {
  EXPECT_THAT(
      budget({{{U"科目名称", U"合计", U"基本支出", U"项目支出"}, {U"行政运行", U"0", U"-", U""}},
              {U"支出总表", U"单位：万元"}}),
      ElementsAre("total total: level 2026 budget 0 万元 «行政运行»",
                  "basic total: level 2026 budget 0 万元 «行政运行»"));
}

TEST(LinkTables, DistinguishesYearsInRows) {
  EXPECT_THAT(budget({{{U"预算单位", U"年度", U"因公出国（境）费", U"公务接待费"},
                       {U"青禾市林业局", U"2025年", U"10.00", U"12.00"},
                       {U"", U"2026年", U"9.00", U"10.00"},
                       {U"", U"增减变化金额", U"-1.00", U"-2.00"}},
                      {U"“三公”经费支出表", U"单位：万元"}}),
              ElementsAre("abroad leaf: level 2025 budget 10.00 万元 «因公出国（境）费»",
                          "reception leaf: level 2025 budget 12.00 万元 «公务接待费»",
                          "abroad leaf: level 2026 budget 9.00 万元 «因公出国（境）费»",
                          "reception leaf: level 2026 budget 10.00 万元 «公务接待费»",
                          "abroad leaf: change 2026 budget -1.00 万元 «因公出国（境）费» to 2025",
                          "reception leaf: change 2026 budget -2.00 万元 «公务接待费» to 2025"));
}

TEST(LinkTables, TakesAPartThatDoesNotAddUpForAMemo) {
  EXPECT_THAT(budget({{{U"收入", U"<", U"支出", U"<"},
                       {U"项目", U"预算数", U"项目", U"预算数"},
                       {U"一、财政拨款", U"900.00", U"一、教育支出", U"900.00"},
                       {U"1、一般公共预算拨款", U"860.00", U"", U""},
                       {U"其中：专项资金", U"120.00", U"", U""},
                       {U"2、政府性基金拨款", U"40.00", U"", U""},
                       {U"收入总计", U"900.00", U"支出总计", U"900.00"}},
                      {U"收支总表", U"单位：万元"}}),
              ElementsAre("amount subtotal: level 2026 budget 900.00 万元 «一、财政拨款»",
                          "amount leaf: level 2026 budget 900.00 万元 «一、教育支出»",
                          "amount leaf: level 2026 budget 860.00 万元 «1、一般公共预算拨款»",
                          "amount memo: level 2026 budget 120.00 万元 «其中：专项资金»",
                          "amount leaf: level 2026 budget 40.00 万元 «2、政府性基金拨款»",
                          "amount total: level 2026 budget 900.00 万元 «收入总计»",
                          "amount total: level 2026 budget 900.00 万元 «支出总计»"));
}

TEST(LinkTables, ReadsTheOneAmountAmongDashes) {
  EXPECT_THAT(
      budget({{{U"科目名称", U"合计", U"基本支出", U"项目支出"},
               {U"行政运行", U"5.00", U"5.00", U"-"},
               {U"一般行政管理事务", U"3.00", U"-", U"3.00"},
               {U"事业运行", U"2.00", U"2.00", U"-"},
               {U"合计", U"10.00", U"7.00", U"3.00"}},
              {U"支出总表", U"单位：万元"}}),
      ::testing::IsSupersetOf({"project leaf: level 2026 budget 3.00 万元 «一般行政管理事务»",
                               "project leaf: level 2026 budget 0 万元 «行政运行»",
                               "project total: level 2026 budget 3.00 万元 «合计»"}));
}

TEST(LinkTables, InventsNoMoneyWithoutAUnit) {
  const Document document = document_of(
      {table_page({{{{U"科目名称", U"合计"}, {U"行政运行", U"5.00"}}, {U"支出总表"}}})});
  const Layout layout = laid_out(document);
  const std::vector<Table> tables = recognise_tables(document, layout, table_pack().tables);
  const std::vector<Fact> facts = link_tables(document, layout, tables, {}, table_pack()).facts;
  ASSERT_EQ(facts.size(), 1u);
  EXPECT_EQ(facts[0].unit, "");
  EXPECT_FALSE(facts[0].currency);
  EXPECT_FALSE(facts[0].amount_yuan);
}

TEST(LinkTables, KnowsTheInkOfEachFigure) {
  const Document document = document_of({table_page(
      {{{{U"科目名称", U"合计"}, {U"行政运行", U"1,234.50"}}, {U"支出总表", U"单位：万元"}}})});
  const Layout layout = laid_out(document);
  const std::vector<Table> tables = recognise_tables(document, layout, table_pack().tables);
  const std::vector<Fact> facts = link_tables(document, layout, tables, {}, table_pack()).facts;
  ASSERT_EQ(facts.size(), 1u);
  EXPECT_EQ(facts[0].evidence.quote, "1,234.50");
  EXPECT_EQ(facts[0].amount_yuan->text(), "12345000");
  EXPECT_THAT(facts[0].header, ElementsAre("合计"));
  ASSERT_EQ(facts[0].evidence.boxes.size(), 1u);
  EXPECT_TRUE(holds(tables[0].cells.back().box, facts[0].evidence.boxes[0].box.middle_x(),
                    facts[0].evidence.boxes[0].box.middle_y()));
}

TEST(LinkTables, ReadsNoTargetsAndNoEmptyTables) {
  EXPECT_THAT(budget({{{U"指标", U"指标值"}, {U"培训人次", U"50"}}, {U"项目支出绩效目标表"}}),
              IsEmpty());
  EXPECT_THAT(
      budget({{{U"科目名称", U"合计"}, {U"", U""}}, {U"政府性基金预算支出表", U"单位：万元"}}),
      IsEmpty());
}

}  // namespace
}  // namespace mingxi::facts
