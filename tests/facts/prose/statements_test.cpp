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
using ::testing::SizeIs;

TEST(LinkStatements, BindsAChangeAndItsRateToTheLevelBeforeThem) {
  expect_budget({
      {"公务接待费0.5万元，比2022年预算减少0.1万元，下降16.7%。",
       {"level 2023 budget 0.5 万元 «公务接待费» economic:30217",
        "change 2023 budget -0.1 万元 «公务接待费» to 2022 economic:30217",
        "change_rate 2023 budget -16.7 % «公务接待费» to 2022 economic:30217"}},
      {"收入总计1.2亿元，增长7%以上。",
       {"level 2023 budget 1.2 亿元 «收入总计»",
        "change_rate 2023 budget >=7 % «收入总计» to 2022"}},
      {"收入预算500万元，同比增收20万元。",
       {"level 2023 budget 500 万元 «收入预算»", "change 2023 budget 20 万元 «收入预算» to 2022"}},
  });
}

TEST(LinkStatements, ReadsTheBaseOfAChangeAsALevelOfThatYear) {
  expect_budget({
      {"项目支出120.5万元，比去年98.2万元增加22.3万元，增长22.71%。",
       {"level 2023 budget 120.5 万元 «项目支出»", "level 2022 budget 98.2 万元 «项目支出»",
        "change 2023 budget 22.3 万元 «项目支出» to 2022",
        "change_rate 2023 budget 22.71 % «项目支出» to 2022"}},
      {"2023年收支总预算1,500.60万元，比2022年1,400.60万元增加100万元。",
       {"level 2023 budget 1500.60 万元 «收支总预算»",
        "level 2022 budget 1400.60 万元 «收支总预算»",
        "change 2023 budget 100 万元 «收支总预算» to 2022"}},
      {"项目支出120.5万元，较上年预算执行数98.2万元增加22.3万元。",
       {"level 2023 budget 120.5 万元 «项目支出»", "level 2022 estimated 98.2 万元 «项目支出»",
        "change 2023 budget 22.3 万元 «项目支出» to 2022"}},
  });
}

TEST(LinkStatements, KeepsTheBasisThatAChangeIsComparedWith) {
  const std::pair<const char*, std::optional<Basis>> cases[] = {
      {"会议费2万元，比上年预算数增加1万元。", Basis::kBudget},
      {"会议费2万元，比上年执行数增加1万元。", Basis::kEstimated},
      {"会议费2万元，比2022年决算数增加1万元。", Basis::kActual},
      {"会议费2万元，比上年增加1万元。", std::nullopt},
  };
  for (const auto& [text, basis] : cases) {
    const std::vector<Fact> facts = extract::facts_of(text, DocumentKind::kBudget, test_patterns());
    ASSERT_THAT(facts, SizeIs(2)) << text;
    EXPECT_EQ(facts[1].relative_to, Base(2022)) << text;
    EXPECT_EQ(facts[1].relative_basis, basis) << text;
    EXPECT_EQ(facts[1].basis, Basis::kBudget) << text;
  }
}

TEST(LinkStatements, GivesTheReasonsOfAChangeTheirOwnNamesAndSigns) {
  EXPECT_THAT(budget("收入比2022年减少30万元，主要是专项减少40万元，人员经费增加10万元。"),
              ElementsAre("change 2023 budget -30 万元 «收入» to 2022",
                          "change 2023 budget -40 万元 «专项» to 2022",
                          "change 2023 budget 10 万元 «人员经费» to 2022"));
}

TEST(LinkStatements, KeepsAYearThatIsPlainlyAMistake) {
  EXPECT_THAT(budget("会议费2万元，比2023年预算增加1万元。"),
              ElementsAre("level 2023 budget 2 万元 «会议费» economic:30215",
                          "change 2023 budget 1 万元 «会议费» to 2023 economic:30215"));
}

TEST(LinkStatements, ReadsWordingOfTheFormAsAChangeOfNothing) {
  EXPECT_THAT(budget("因公出国（境）费0万元，比上年增（减）0万元，增长（下降）0%。"),
              ElementsAre("level 2023 budget 0 万元 «因公出国（境）费» economic:30212",
                          "change 2023 budget 0 万元 «因公出国（境）费» to 2022 economic:30212",
                          "change_rate 2023 budget 0 % «因公出国（境）费» to 2022 economic:30212"));
}

TEST(LinkStatements, ReadsChangesInWords) {
  expect_budget({
      {"主要是本年较上年增加两人。", {"change 2023 actual 2 人 «人员» to 2022"}},
      {"主要是人员减少三名。", {"change 2023 actual -3 名 «人员» to 2022"}},
  });
}

TEST(LinkStatements, ReadsPercentagePointsAsTheirOwnUnit) {
  EXPECT_THAT(budget("事业收入500万元，比上年提高1.2个百分点。"),
              ElementsAre("level 2023 budget 500 万元 «事业收入»",
                          "change 2023 budget 1.2 个百分点 «事业收入» to 2022"));
}

// Parts and wholes

TEST(LinkStatements, GivesABracketedListItsOwnNamesAndReturnsToTheWholeAfterIt) {
  expect_budget({
      {"工资福利支出200万元（基本工资120万元、津贴补贴60万元、奖金20万元），比上年增加5万元。",
       {"level 2023 budget 200 万元 «工资福利支出» economic:301",
        "level 2023 budget 120 万元 «基本工资» economic:30101",
        "level 2023 budget 60 万元 «津贴补贴» economic:30102",
        "level 2023 budget 20 万元 «奖金» economic:30103",
        "change 2023 budget 5 万元 «工资福利支出» to 2022 economic:301"}},
      {"商品和服务支出50万元（办公费30万元、印刷费20万元（含税）），下降3.23%。",
       {"level 2023 budget 50 万元 «商品和服务支出» economic:302",
        "level 2023 budget 30 万元 «办公费» economic:30201",
        "level 2023 budget 20 万元 «印刷费» economic:30202",
        "change_rate 2023 budget -3.23 % «商品和服务支出» to 2022 economic:302"}},
      {"支出总计90万元（上年支出总计80万元，同比增加10万元）。",
       {"level 2023 budget 90 万元 «支出总计»", "level 2022 budget 80 万元 «支出总计»",
        "change 2023 budget 10 万元 «支出总计» to 2022"}},
  });
}

TEST(LinkStatements, GivesThePartsAfterAmongThemTheirOwnNames) {
  EXPECT_THAT(
      budget("支出总计500万元，比上年增加50万元。其中：基本支出320万元，比上年增加20万元。"),
      ElementsAre("level 2023 budget 500 万元 «支出总计»",
                  "change 2023 budget 50 万元 «支出总计» to 2022",
                  "level 2023 budget 320 万元 «基本支出»",
                  "change 2023 budget 20 万元 «基本支出» to 2022"));
}

TEST(LinkStatements, ReturnsToTheWholeInTheSentenceAfterAListOfParts) {
  EXPECT_THAT(
      budget("支出总计500万元，其中：基本支出320万元，项目支出180万元。比上年增加50万元。"),
      ElementsAre("level 2023 budget 500 万元 «支出总计»", "level 2023 budget 320 万元 «基本支出»",
                  "level 2023 budget 180 万元 «项目支出»",
                  "change 2023 budget 50 万元 «支出总计» to 2022"));
}

TEST(LinkStatements, ReadsAmountsWithoutAYuanSignInAList) {
  EXPECT_THAT(budget("办公费6万、差旅费3.5万，合计9.5万。"),
              ElementsAre("level 2023 budget 6 万 «办公费» economic:30201",
                          "level 2023 budget 3.5 万 «差旅费» economic:30211",
                          "level 2023 budget 9.5 万 «合计»"));
}

TEST(LinkStatements, GivesAShareTheWholeThatItNames) {
  expect_budget({
      {"基本支出320万元（工资福利支出200万元），占支出总计的64%。",
       {"level 2023 budget 320 万元 «基本支出»",
        "level 2023 budget 200 万元 «工资福利支出» economic:301",
        "share 2023 budget 64 % «基本支出» of 支出总计"}},
      {"政府采购预算80万元，其中：面向中小企业40万元，占政府采购总额50%。",
       {"level 2023 budget 80 万元 «政府采购预算»", "level 2023 budget 40 万元 «面向中小企业»",
        "share 2023 budget 50 % «面向中小企业» of 政府采购总额"}},
  });
}

TEST(LinkStatements, GivesAShareTheWholeBeforeIt) {
  expect_budget({
      {"支出总计500万元，其中：基本支出320万元，占64%；项目支出180万元，占36%。",
       {"level 2023 budget 500 万元 «支出总计»", "level 2023 budget 320 万元 «基本支出»",
        "share 2023 budget 64 % «基本支出» of 支出总计", "level 2023 budget 180 万元 «项目支出»",
        "share 2023 budget 36 % «项目支出» of 支出总计"}},
      {"面向中小企业采购8万元，其中：面向小微企业采购6万元，占75%。",
       {"level 2023 budget 8 万元 «面向中小企业采购»",
        "level 2023 budget 6 万元 «面向小微企业采购»",
        "share 2023 budget 75 % «面向小微企业采购» of 面向中小企业采购"}},
  });
}

// Final accounts

TEST(LinkStatements, DistinguishesBudgetActualAndExecutionRateOfOneItem) {
  expect_final_account({
      {"公务接待费支出年初预算为2万元，支出决算为1.5万元，完成年初预算的75%。",
       {"level 2023 budget 2 万元 «公务接待费» economic:30217",
        "level 2023 actual 1.5 万元 «公务接待费» economic:30217",
        "execution_rate 2023 actual 75 % «公务接待费» of budget economic:30217"}},
      {"2.教育支出（类）普通教育（款）小学教育（项）。年初预算为100."
       "5万元，支出决算为96万元，完成年初预算的95.52%，决算数小于预算数"
       "的主要原因是节约。",
       {"level 2023 budget 100.5 万元 «小学教育» functional:2050202",
        "level 2023 actual 96 万元 «小学教育» functional:2050202",
        "execution_rate 2023 actual 95.52 % «小学教育» of budget functional:2050202"}},
      {"“三公”经费支出决算为3万元，完成全年预算的60%，比上年决算数减少1万元，下降25%。",
       {"level 2023 actual 3 万元 «“三公”经费»",
        "execution_rate 2023 actual 60 % «“三公”经费» of adjusted",
        "change 2023 actual -1 万元 «“三公”经费» to 2022",
        "change_rate 2023 actual -25 % «“三公”经费» to 2022"}},
  });
}

TEST(LinkStatements, ComparesTheActualWithTheBudgetOfItsYear) {
  EXPECT_THAT(final_account("公务接待费支出决算1.5万元，比年初预算减少0.5万元，下降25%。"),
              ElementsAre("level 2023 actual 1.5 万元 «公务接待费» economic:30217",
                          "change 2023 actual -0.5 万元 «公务接待费» to budget economic:30217",
                          "change_rate 2023 actual -25 % «公务接待费» to budget economic:30217"));
}

TEST(LinkStatements, TakesTheAmountsOfAFinalAccountAsActual) {
  EXPECT_THAT(final_account("年初结转和结余12.3万元，本年支出240万元，年末结转和结余22.3万元。"),
              ElementsAre("level 2023 actual 12.3 万元 «年初结转和结余»",
                          "level 2023 actual 240 万元 «本年支出»",
                          "level 2023 actual 22.3 万元 «年末结转和结余»"));
}

// Names and codes

TEST(LinkStatements, ReadsClassificationPathsWithAndWithoutCodes) {
  expect_budget({
      {"一般公共服务支出（类）财政事务（款）行政运行（项）938.99万元，主要用于人员经费。",
       {"level 2023 budget 938.99 万元 «行政运行» functional:2010601"}},
      {"一般公共服务（201类）财政事务（06款）行政运行（01项）88.2万元。",
       {"level 2023 budget 88.2 万元 «行政运行» functional:2010601"}},
      {"2.公共安全支出（类）司法（款）100万元，其中：行政运行（项）60万元。",
       {"level 2023 budget 100 万元 «司法» functional:20406",
        "level 2023 budget 60 万元 «行政运行» functional:2040601"}},
      {"1."
       "社会保障和就业支出（类）合计12万元，其中：行政事业单位养老支出（款）机关事业单位基本养老保"
       "险缴费支出（项）9万元，机关事业"
       "单位职业年金缴费支出（项）3万元。",
       {"level 2023 budget 12 万元 «社会保障和就业支出» functional:208",
        "level 2023 budget 9 万元 «机关事业单位基本养老保险缴费支出» functional:2080505",
        "level 2023 budget 3 万元 «机关事业单位职业年金缴费支出» functional:2080506"}},
      {"教育支出（205类）普通教育（02款）小学教育（02项）30万元；初中教育（03项）20万元。",
       {"level 2023 budget 30 万元 «小学教育» functional:2050202",
        "level 2023 budget 20 万元 «初中教育» functional:2050203"}},
  });
}

TEST(LinkStatements, ReadsCodesBesideNames) {
  expect_budget({
      {"行政运行（2010601）70万元，住房公积金（2210201）12.4万元。",
       {"level 2023 budget 70 万元 «行政运行» functional:2010601",
        "level 2023 budget 12.4 万元 «住房公积金» functional:2210201"}},
      {"2080501-行政单位离退休5.5万元。",
       {"level 2023 budget 5.5 万元 «行政单位离退休» functional:2080501"}},
      {"2080505机关事业单位基本养老保险缴费支出31万元。",
       {"level 2023 budget 31 万元 «机关事业单位基本养老保险缴费支出» functional:2080505"}},
      {"[2010601]行政运行70万元。", {"level 2023 budget 70 万元 «行政运行» functional:2010601"}},
  });
}

TEST(LinkStatements, TakesARunInHeadingAsTheSubject) {
  expect_budget({
      {"1.因公出国（境）费用。2023年预算数1.2万元。",
       {"level 2023 budget 1.2 万元 «因公出国（境）费用» economic:30212"}},
      {"（二）公务接待费：2023年预算0.8万元，比2022年增加0.1万元。",
       {"level 2023 budget 0.8 万元 «公务接待费» economic:30217",
        "change 2023 budget 0.1 万元 «公务接待费» to 2022 economic:30217"}},
      {"2."
       "公务用车购置及运行费。2023年预算数6万元，其中：公务用车运行费6万元，公务用车购置费0万元。",
       {"level 2023 budget 6 万元 «公务用车购置及运行费»",
        "level 2023 budget 6 万元 «公务用车运行费» economic:30231",
        "level 2023 budget 0 万元 «公务用车购置费» economic:31013"}},
  });
}

TEST(LinkStatements, TakesTheHeadingOfTheSectionForAnAmountAlone) {
  const std::vector<Fact> facts = facts_of_file(
      "青禾市云杉区档案馆2023年部门预算\n\n第一部分  部门概况\n\n    一、主要职责\n    "
      "负责档案的收集和保管。\n\n"
      "第二部分  预算情况说明\n\n    一、会议费\n    2023年预算数1.5万元。\n    二、培训费\n    "
      "2023年预算数2.5万元。\n");
  EXPECT_THAT(lines_of(facts), ElementsAre("level 2023 budget 1.5 万元 «会议费» economic:30215",
                                           "level 2023 budget 2.5 万元 «培训费» economic:30216"));
}

// No change

TEST(LinkStatements, NamesACountByTheNounAfterIt) {
  expect_budget({
      {"内设七个科室，下属2个二级预算单位。",
       {"level 2023 actual 7 个 «内设科室»", "level 2023 actual 2 个 «下属二级预算单位»"}},
      {"编制30名，实有在职人员26人，退休人员14人。",
       {"level 2023 actual 30 名 «编制»", "level 2023 actual 26 人 «实有在职人员»",
        "level 2023 actual 14 人 «退休人员»"}},
      {"共有办公用房4000.6平方米，会议室3间。",
       {"level 2023 actual 4000.6 平方米 «办公用房»", "level 2023 actual 3 间 «会议室»"}},
  });
}

TEST(LinkStatements, DistinguishesThingsAsTheyAreFromThingsPlannedInOneParagraph) {
  expect_budget({
      {"截至2022年12月31日，共有车辆5辆，其中：机要通信用车2辆。2023年拟购置车辆1辆。",
       {"level 2022 actual 5 辆 «车辆»", "level 2022 actual 2 辆 «机要通信用车»",
        "level 2023 budget 1 辆 «购置车辆»"}},
      {"截至2022年12月31日，资产总额1200万元。2023年预算安排购置通用设备3台，预算12万元。",
       {"level 2022 actual 1200 万元 «资产总额»", "level 2023 budget 3 台 «购置通用设备»",
        "level 2023 budget 12 万元 «购置通用设备»"}},
  });
}

TEST(LinkStatements, TakesReachedAsALowerBoundOnlyInTargets) {
  expect_budget({
      {"绩效目标：检查企业达到20家，满意度≥95%，高新产值达到310亿元。",
       {"level 2023 target >=20 家 «检查企业»", "level 2023 target >=95 % «满意度»",
        "level 2023 target >=310 亿元 «高新产值»"}},
      {"2023年收入达到310万元。", {"level 2023 budget 310 万元 «收入»"}},
  });
}

TEST(LinkStatements, KeepsBoundsApproximationsAndRanges) {
  expect_budget({
      {"机关运行经费约45万元，不超过50万元。",
       {"level 2023 budget ~45 万元 «机关运行经费»", "level 2023 budget <=50 万元 «机关运行经费»"}},
      {"投入资金10万元至20万元。", {"level 2023 budget 10..20 万元 «投入资金»"}},
      {"参观群众300余人次。", {"level 2023 actual >300 人次 «参观群众»"}},
  });
}

TEST(LinkStatements, TakesAThresholdAsAPartOfTheName) {
  EXPECT_THAT(budget("单价100万元（含）以上设备2台，单位价值50万元以上通用设备0台。"),
              ElementsAre("level 2023 actual 2 台 «单价100万元（含）以上设备»",
                          "level 2023 actual 0 台 «单位价值50万元以上通用设备»"));
}

TEST(LinkStatements, GivesNoFactWhereNoFigureIsPrinted) {
  for (const char* text : {"支出预算为万元。", "联系电话：6100123。", "根据〔2015〕6号文件编制。",
                           "没有政府性基金预算。", "2023年本单位无公务接待。",
                           "按照“三公”经费管理要求，分两部分说明。", ""}) {
    EXPECT_THAT(budget(text), IsEmpty()) << text;
  }
}

// Evidence and identity of facts

TEST(LinkStatements, QuotesWhatIsPrintedFullWidthAsItIs) {
  const auto facts = extract::facts_of("办公费１２．５万元，比上年增长１２．５％。",
                                       DocumentKind::kBudget, test_patterns());
  ASSERT_THAT(facts, SizeIs(2));
  EXPECT_EQ(facts[0].value.text(), "12.5");
  EXPECT_EQ(facts[0].decimals, 1);
  EXPECT_EQ(facts[0].amount_yuan->text(), "125000");
  EXPECT_EQ(facts[0].evidence.quote, "办公费１２．５万元");
  EXPECT_EQ(facts[1].evidence.quote, "比上年增长１２．５％");
}

TEST(LinkStatements, BoxesTheInkOfTheFigure) {
  const auto facts =
      extract::facts_of("会议费2万元，培训费36万元。", DocumentKind::kBudget, test_patterns());
  ASSERT_THAT(facts, SizeIs(2));
  ASSERT_THAT(facts[1].evidence.boxes, SizeIs(1));
  const PlacedBox& placed = facts[1].evidence.boxes.front();
  EXPECT_EQ(placed.page, 1);
  // One glyph is 12 points wide and the line begins at 50: 36万元 are glyphs 10 to 13.
  EXPECT_LE(placed.box.left, 50 + 10 * 12);
  EXPECT_GE(placed.box.right, 50 + 14 * 12);
  EXPECT_GE(placed.box.left, 50 + 6 * 12) << "the figure before is not a part of it";
  EXPECT_LE(placed.box.right, 50 + 14 * 12) << "nor is the full stop";
  EXPECT_EQ(placed.box.top, 90);
  EXPECT_EQ(placed.box.bottom, 102);
}

TEST(LinkStatements, NumbersFactsAndDistinguishesAFigurePrintedTwice) {
  const auto facts =
      extract::facts_of("会议费2万元。会议费2万元。", DocumentKind::kBudget, test_patterns());
  ASSERT_THAT(facts, SizeIs(2));
  EXPECT_EQ(facts[0].id, "f1");
  EXPECT_EQ(facts[1].id, "f2");
  EXPECT_NE(facts[0].key, facts[1].key);
}

TEST(LinkStatements, GivesAFactTheSameKeyWhateverComesBeforeIt) {
  const auto alone = extract::facts_of("会议费2万元。", DocumentKind::kBudget, test_patterns());
  const auto later =
      extract::facts_of("培训费1万元。会议费2万元。", DocumentKind::kBudget, test_patterns());
  ASSERT_THAT(later, SizeIs(2));
  EXPECT_EQ(alone.at(0).key, later[1].key);
}

TEST(Described, WritesBoundRangeAndComparison) {
  Fact fact{.subject = "收入", .period = 2023, .value = *Decimal::parse("5"), .unit = "亿元"};
  EXPECT_EQ(described(fact), "level 2023 budget 5 亿元 «收入»");
  fact.bound = Bound::kAtMost;
  EXPECT_EQ(described(fact), "level 2023 budget <=5 亿元 «收入»");
  fact.bound = Bound::kRange;
  fact.value_high = Decimal::parse("10");
  EXPECT_EQ(described(fact), "level 2023 budget 5..10 亿元 «收入»");
  fact.measure = Measure::kShare;
  fact.relative_to = "收入总计";
  fact.code = "functional:201";
  EXPECT_EQ(described(fact), "share 2023 budget 5..10 亿元 «收入» of 收入总计 functional:201");
}

TEST(LinkStatements, KeepsTheWholeThatAShareNamedForTheSharesAfterIt) {
  EXPECT_EQ(
      budget("支出总计500万元。基本支出320万元，占支出总计64%；项目支出180万元，占36%。").back(),
      "share 2023 budget 36 % «项目支出» of 支出总计");
}

TEST(LinkStatements, GivesAChangeOfPeopleTheSubjectOfTheLevelBeforeIt) {
  EXPECT_EQ(budget("实有人数20人，比上年减少两人。").back(),
            "change 2023 actual -2 人 «实有人数» to 2022");
}

}  // namespace
}  // namespace mingxi::facts
