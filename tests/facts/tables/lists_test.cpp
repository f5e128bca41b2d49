// Lists whose rows are distinguished by more than their name: units, what is bought, codes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/extract.h"
#include "facts/tables/table_facts.h"
#include "facts/tables/units.h"
#include "output/document_json/names.h"
#include "support/table_page.h"
#include "messages/checks.h"

namespace mingxi::facts {
namespace {

using ::testing::ElementsAre;

std::vector<Fact> facts_on(const PrintedTable& table, DocumentKind kind = DocumentKind::kBudget) {
  const Document document = document_of({table_page({table})});
  const Layout layout = laid_out(document);
  Identity identity;
  identity.kind = kind;
  identity.fiscal_year = 2026;
  const std::vector<Table> found = recognise_tables(document, layout, table_pack().tables);
  return link_tables(document, layout, found, identity, table_pack()).facts;
}

/// Each fact in one line: value, subject, body and codes, kind of line.
std::vector<std::string> rows_on(const PrintedTable& table) {
  std::vector<std::string> lines;
  for (const Fact& fact : facts_on(table)) {
    std::string line = fact.value.text() + " " + fact.subject;
    if (fact.body) line += " of " + *fact.body;
    for (const std::string& code : fact.codes) line += " " + code;
    lines.push_back(line + " " + std::string(output::name_of(*fact.line_kind)));
  }
  return lines;
}

TEST(Lists, KnowUnitsByTheItemsThatTheyShare) {
  EXPECT_THAT(rows_on({{{U"支出项目类别", U"总计"},
                        {U"青禾市水务局", U"30.00"},
                        {U"青禾市水务局（本级）", U"18.00"},
                        {U"工资福利支出", U"12.00"},
                        {U"商品和服务支出", U"6.00"},
                        {U"青禾市河道中心（青禾市水文中心）", U"12.00"},
                        {U"工资福利支出", U"7.00"},
                        {U"商品和服务支出", U"5.00"}},
                       {U"一般公共预算基本支出情况表", U"单位：万元"}}),
              ElementsAre("30.00 青禾市水务局 of 青禾市水务局 total",
                          "18.00 青禾市水务局（本级） of 青禾市水务局（本级） subtotal",
                          "12.00 工资福利支出 of 青禾市水务局（本级） leaf",
                          "6.00 商品和服务支出 of 青禾市水务局（本级） leaf",
                          "12.00 青禾市河道中心（青禾市水文中心） of "
                          "青禾市河道中心（青禾市水文中心） subtotal",
                          "7.00 工资福利支出 of 青禾市河道中心（青禾市水文中心） leaf",
                          "5.00 商品和服务支出 of 青禾市河道中心（青禾市水文中心） leaf"));
}

TEST(Lists, NameWhatIsBoughtAndNoUnitOverSeveral) {
  EXPECT_THAT(
      rows_on({{{U"采购品目大类", U"专项名称", U"采购品目名称", U"总计"},
                {U"合计", U"", U"", U"24.00"},
                {U"货物", U"", U"", U"15.00"},
                {U"青禾市林业局", U"", U"", U"9.00"},
                {U"", U"定额", U"复印纸", U"2.00"},
                {U"", U"定额", U"碎纸机", U"7.00"},
                {U"青禾市林业工作站", U"", U"", U"6.00"},
                {U"", U"定额", U"复印纸", U"6.00"},
                {U"服务", U"", U"", U"9.00"},
                {U"青禾市林业局", U"", U"", U"9.00"},
                {U"", U"林区规划", U"测绘服务", U"4.00"},
                {U"", U"林区规划", U"咨询服务", U"5.00"}},
               {U"政府采购支出表", U"单位：万元"}}),
      ElementsAre("24.00 合计 total", "15.00 货物 subtotal",
                  "9.00 青禾市林业局 of 青禾市林业局 subtotal", "2.00 复印纸 of 青禾市林业局 leaf",
                  "7.00 碎纸机 of 青禾市林业局 leaf",
                  "6.00 青禾市林业工作站 of 青禾市林业工作站 subtotal",
                  "6.00 复印纸 of 青禾市林业工作站 leaf", "9.00 服务 subtotal",
                  "9.00 青禾市林业局 of 青禾市林业局 subtotal",
                  "4.00 测绘服务 of 青禾市林业局 leaf", "5.00 咨询服务 of 青禾市林业局 leaf"));
}

TEST(Lists, TakeRowsNamedFurtherRightForTheItemsOfThoseBeforeThem) {
  EXPECT_THAT(
      rows_on({{{U"采购品目大类", U"专项名称", U"采购物品名称", U"总计"},
                {U"合计", U"", U"", U"175.00"},
                {U"服务", U"", U"", U"175.00"},
                {U"", U"会议费", U"", U"50.00"},
                {U"", U"", U"会议服务", U"50.00"},
                {U"", U"培训费", U"", U"25.00"},
                {U"", U"", U"培训服务", U"25.00"},
                {U"", U"物业费", U"", U"100.00"},
                {U"", U"", U"物业管理服务", U"60.00"},
                {U"", U"", U"安保服务", U"40.00"}},
               {U"政府采购预算表", U"单位：万元"}}),
      ElementsAre("175.00 合计 total", "175.00 服务 subtotal", "50.00 会议费 subtotal",
                  "50.00 会议服务 leaf", "25.00 培训费 subtotal", "25.00 培训服务 leaf",
                  "100.00 物业费 subtotal", "60.00 物业管理服务 leaf", "40.00 安保服务 leaf"))
      << "50.00 is the sum of the two after it by chance";
}

TEST(Lists, TakeUnitsForPartsOfTheCodePrintedOverAndBesideThem) {
  EXPECT_THAT(rows_on({{{U"科目编码", U"单位编码", U"采购项目", U"经济科目编码", U"预算金额"},
                        {U"", U"", U"合计", U"", U"100.00"},
                        {U"2040201", U"1", U"全额", U"", U"60.00"},
                        {U"2040201", U"153001", U"青禾市公安局", U"", U"40.00"},
                        {U"2040201", U"", U"制服", U"30218", U"25.00"},
                        {U"2040201", U"", U"体检", U"30227", U"15.00"},
                        {U"2040201", U"153002", U"青禾市交警支队", U"", U"20.00"},
                        {U"2040201", U"", U"制服", U"30218", U"20.00"},
                        {U"2040202", U"1", U"全额", U"", U"40.00"},
                        {U"2040202", U"153001", U"青禾市公安局", U"", U"30.00"},
                        {U"2040202", U"", U"复印机", U"31002", U"30.00"}},
                       {U"政府采购预算表", U"单位：万元"}}),
              ::testing::IsSupersetOf({"60.00 全额 functional:2040201 subtotal",
                                       "40.00 青禾市公安局 of 青禾市公安局 functional:2040201 "
                                       "subtotal",
                                       "40.00 全额 functional:2040202 subtotal",
                                       "30.00 复印机 of 青禾市公安局 functional:2040202 "
                                       "economic:31002 leaf"}))
      << "the units of 2040202 do not add up to it";
}

TEST(Lists, AreNamedBeforeTheirAmounts) {
  EXPECT_THAT(
      rows_on({{{U"项目名称", U"项目总额", U"三级指标", U"绩效度量单位"},
                {U"信息系统运维", U"30.00", U"完成率", U"百分比"},
                {U"信息系统运维", U"8.00", U"培训天数", U"天"},
                {U"会议保障", U"9.00", U"会议次数", U"次"}},
               {U"项目支出绩效目标表", U"单位：万元"}}),
      ElementsAre("30.00 信息系统运维 leaf", "8.00 信息系统运维 leaf", "9.00 会议保障 leaf"));
}

TEST(Lists, HoldNoMoneyUnderAHeadingOfTargetsOnTheWay) {
  EXPECT_THAT(rows_on({{{U"单位名称", U"资金总额", U"其他资金"},
                        {U"青禾市林业局", U"68.00", U"28.00"},
                        {U"青禾市林业站", U"5.00", U"2.00"},
                        {U"青禾市种苗站", U"6.00", U"3.00"},
                        {U"活动", U"绩效指标", U"指标值"},
                        {U"造林", U"完成率", U"100"}},
                       {U"部门整体支出绩效目标表", U"单位：万元"}}),
              ::testing::Not(::testing::Contains(::testing::StartsWith("100 "))));
}

TEST(Lists, TakeTheMonthOfAPurchaseForNoAmount) {
  EXPECT_THAT(rows_on({{{U"采购项目", U"实施采购时间", U"预算金额"},
                        {U"打印机", U"12", U"5.00"},
                        {U"复印纸", U"11", U"6.00"}},
                       {U"政府采购预算表", U"单位：万元"}}),
              ElementsAre("5.00 打印机 leaf", "6.00 复印纸 leaf"));
}

TEST(Lists, NameUnitsByTheirNumberWhereNothingElseDoes) {
  EXPECT_THAT(rows_on({{{U"单位编码", U"合计", U"本年收入", U"上年结转"},
                        {U"015", U"9.00", U"8.00", U"1.00"},
                        {U"015001", U"6.00", U"6.00", U""},
                        {U"015002", U"3.00", U"2.00", U"1.00"}},
                       {U"收入总表", U"单位：万元"}}),
              ElementsAre("9.00 015 of 015 total", "8.00 015 of 015 total", "1.00 015 of 015 total",
                          "6.00 015001 of 015001 leaf", "6.00 015001 of 015001 leaf",
                          "3.00 015002 of 015002 leaf", "2.00 015002 of 015002 leaf",
                          "1.00 015002 of 015002 leaf"));
}

TEST(Lists, TakeACodePrintedTwiceForALevelAndItsOnlyItem) {
  EXPECT_THAT(rows_on({{{U"科目编码", U"科目名称", U"合计"},
                        {U"213", U"农林水支出", U"8.00"},
                        {U"2130201", U"行政运行", U"8.00"},
                        {U"219", U"援助其他地区支出", U"3.00"},
                        {U"21999", U"其他支出", U"3.00"},
                        {U"21999", U"其他支出", U"3.00"}},
                       {U"支出总表", U"单位：万元"}}),
              ElementsAre("8.00 农林水支出 functional:213 subtotal",
                          "8.00 行政运行 functional:2130201 leaf",
                          "3.00 援助其他地区支出 functional:219 subtotal",
                          "3.00 其他支出 functional:21999 subtotal",
                          "3.00 其他支出 functional:21999 leaf"));
}

TEST(Lists, DistinguishAPartOfAFundFromTheFund) {
  std::vector<std::vector<std::string>> components;
  for (const Fact& fact :
       facts_on({{{U"单位名称", U"合计", U"一般公共预算拨款", U"<", U"其他收入"},
                  {U"^", U"^", U"小计", U"其中：专项资金列入部门预算的项目", U"^"},
                  {U"合计", U"9.00", U"8.00", U"2.00", U"1.00"}},
                 {U"收入总表", U"单位：万元"}}))
    components.push_back(fact.components);
  EXPECT_THAT(components,
              ElementsAre(ElementsAre("total"), ElementsAre("general_budget"),
                          ElementsAre("general_budget", "other"), ElementsAre("other_income")));
}

TEST(Lists, TakeTheBudgetForTheAdjustedOneThatANoteSaysItIs) {
  PrintedTable table{{{U"项目", U"合计", U"公务接待费", U"会议费"},
                      {U"预算数", U"3.00", U"1.00", U"2.00"},
                      {U"决算数", U"2.00", U"1.00", U"1.00"}},
                     {U"财政拨款“三公”经费及会议费支出决算表", U"单位：万元"},
                     U"注：预算数为全年预算数，反映按规定程序调整后的预算数。"};
  const auto bases = [&table] {
    std::vector<Basis> found;
    for (const Fact& fact : facts_on(table, DocumentKind::kFinalAccount))
      found.push_back(fact.basis);
    return found;
  };
  EXPECT_THAT(bases(), ElementsAre(Basis::kAdjusted, Basis::kAdjusted, Basis::kAdjusted,
                                   Basis::kActual, Basis::kActual, Basis::kActual));
  table.below = U"注：本表金额单位转换时可能存在尾差。";
  EXPECT_THAT(bases(), ElementsAre(Basis::kBudget, Basis::kBudget, Basis::kBudget, Basis::kActual,
                                   Basis::kActual, Basis::kActual));
}

TEST(Lists, TakeNoTargetForMoneyThoughExpenditureIsOverIt) {
  EXPECT_THAT(rows_on({{{U"单位名称", U"年度预算申请", U"<", U"部门整体支出年度绩效目标", U"<"},
                        {U"^", U"资金总额", U"基本支出", U"三级指标", U"指标值"},
                        {U"青禾市林业局", U"68.00", U"28.00", U"造林完成率", U"100"}},
                       {U"部门整体支出绩效目标表", U"单位：万元"}}),
              ElementsAre("68.00 青禾市林业局 of 青禾市林业局 total",
                          "28.00 青禾市林业局 of 青禾市林业局 total"));
}

TEST(Lists, ReportFiguresThatTheySeparateOddly) {
  const PrintedTable table{{{U"科目编码", U"科目名称", U"合计"},
                            {U"合计", U"<", U"17480,898"},
                            {U"2130201", U"行政运行", U"17480,898"}},
                           {U"支出总表", U"单位：元"}};
  const Document document = document_of({table_page({table})});
  const Layout layout = laid_out(document);
  const std::vector<Table> found = recognise_tables(document, layout, table_pack().tables);
  const TableFacts read = link_tables(document, layout, found, Identity(), table_pack());
  EXPECT_EQ(read.facts.size(), 0U);
  EXPECT_EQ(read.unread.size(), 2U);
}

/// The findings of a check on a page with one table: their messages.
std::vector<std::string> told(const PrintedTable& table, std::string_view check) {
  const Extraction extraction =
      extract::extract(document_of({table_page({table})}), table_pack(), {});
  std::vector<std::string> messages;
  for (const Finding& finding : extraction.findings)
    if (messages::name_of(finding.check) == check)
      messages.push_back(finding.message + " " + std::to_string(finding.facts.size()));
  return messages;
}

TEST(Lists, AreReportedOnceWhereNothingDistinguishesTheirRows) {
  PrintedTable table{{{U"科目编码", U"科目名称", U"合计", U"基本支出"},
                      {U"2050803", U"培训支出", U"3.00", U"3.00"},
                      {U"2130201", U"行政运行", U"8.00", U"8.00"},
                      {U"2050803", U"培训支出", U"2.00", U"2.00"},
                      {U"2130201", U"行政运行", U"5.00", U"5.00"},
                      {U"合计", U"<", U"18.00", U"18.00"}},
                     {U"一般公共预算支出表", U"单位：万元"}};
  EXPECT_THAT(
      told(table, "repeat/rows"),
      ElementsAre("《一般公共预算支出表》中有 2 个项目（如“培训支出”）各列示多行而金额不同，"
                  "表内没有写明各行的区别，例如所属单位。 8"));
  table.rows[3][2] = table.rows[3][3] = U"3.00";
  table.rows[4][2] = table.rows[4][3] = U"8.00";
  EXPECT_THAT(told(table, "repeat/rows"), ElementsAre()) << "equal rows mean the same";
}

TEST(Lists, AreNotSaidToRepeatRowsThatAnotherColumnDistinguishes) {
  EXPECT_THAT(told({{{U"项目名称", U"项目类别", U"合计"},
                     {U"安保经费", U"其他运转类", U"3.00"},
                     {U"安保经费", U"特定目标类", U"4.00"},
                     {U"设备购置", U"特定目标类", U"5.00"},
                     {U"合计", U"", U"12.00"}},
                    {U"项目支出预算表", U"单位：万元"}},
                   "repeat/rows"),
              ElementsAre());
}

TEST(Lists, AreReportedToNameNoUnit) {
  PrintedTable table{{{U"科目编码", U"科目名称", U"合计"},
                      {U"213", U"农林水支出", U"8000.00"},
                      {U"2130201", U"行政运行", U"8000.00"},
                      {U"合计", U"<", U"8000.00"}},
                     {U"支出总表", U"金位：元"}};
  EXPECT_THAT(told(table, "unit_missing"), ElementsAre("《支出总表》没有写明金额单位。 1"));
  table.above.back() = U"单位：元";
  EXPECT_THAT(told(table, "unit_missing"), ElementsAre());
}

TEST(InferUnits, TakesTheUnitOfATableWithTheSameTotal) {
  std::vector<Table> tables{{.id = "t1", .unit = "元"}, {.id = "t2"}, {.id = "t3"}};
  const auto total = [](const char* table, const char* value, const char* unit) {
    Fact fact{.line_kind = LineKind::kTotal, .value = *Decimal::parse(value), .table = table};
    fact.evidence.quote = value;
    if (*unit != '\0') set_money(unit, fact);
    return fact;
  };
  TableFacts read{
      .facts = {total("t1", "463892", "元"), total("t2", "463892", ""), total("t3", "77120", "")},
      .unread = {{"t2", 1, 1}, {"t3", 1, 1}}};
  infer_units(tables, read);
  EXPECT_EQ(tables[1].unit, "元");
  EXPECT_EQ(tables[1].unit_from, UnitFrom::kDocument);
  EXPECT_EQ(tables[2].unit, "");
  ASSERT_EQ(read.facts.size(), 2U)
      << "what has no unit and stands in no statutory table is no money";
  EXPECT_EQ(read.facts[1].amount_yuan, Decimal::parse("463892"));
  EXPECT_THAT(read.unread, ElementsAre(UnreadCell{"t2", 1, 1}));
}

}  // namespace
}  // namespace mingxi::facts
