#include "facts/prose/quantities.h"

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/normalise.h"

namespace mingxi::facts {
namespace {

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

const patterns::Units& units() {
  static const patterns::Units result = [] {
    std::ifstream file(MINGXI_SOURCE_DIR "/patterns/units.json");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    return patterns::Units(patterns::StrictJson::parse("units.json", text));
  }();
  return result;
}

std::vector<std::string> figures(std::string_view printed) {
  std::vector<std::string> result;
  const std::string text = text::normalised(printed);
  for (const Quantity& quantity : find_quantities(text, units())) {
    result.push_back(described(quantity));
  }
  return result;
}

struct Case {
  const char* printed;
  std::vector<std::string> expected;
};

void expect_all(const std::vector<Case>& cases) {
  for (const auto& [printed, expected] : cases) {
    EXPECT_THAT(figures(printed), ElementsAreArray(expected)) << printed;
  }
}

TEST(FindQuantities, ReadsMoney) {
  expect_all({
      {"1728.14 万元", {"1728.14 万元"}},
      {"92亿元", {"92 亿元"}},
      {"办公费 6 万，310 亿", {"6 万", "310 亿"}},
      {"18,976.76万元", {"18976.76 万元"}},
      {"１２３．４５万元", {"123.45 万元"}},
      {"82，225.00元", {"82225.00 元"}},
      {"3，518.85", {"3518.85"}},
      {"增加5，123元", {"5123 元"}},
      {"350千元，3.5百万元，1.2万亿元", {"350 千元", "3.5 百万元", "1.2 万亿元"}},
      {"2946.25 万\n元", {"2946.25 万元"}},
      {"1 , 066.60 万元", {"1066.60 万元"}},
      {"1亿2300万元", {"12300 万元"}},
      {"6万3500元", {"63500 元"}},
      {"三百二十万元", {"320 万元"}},
      {"壹佰万元整", {"100 万元"}},
      {"一万二千元", {"12000 元"}},
      {"伍角陆分", {"0.56 元"}},
      {"123元1角1分", {"123.11 元"}},
      {"人民币320万元", {"320 万元"}},
      {"港币20万元", {"20 万元 HKD"}},
      {"500万美元", {"500 万美元 USD"}},
      {"￥1,200,000.00", {"1200000.00 元"}},
      {"为-12.5万元", {"-12.5 万元"}},
      {"增加额△3.5", {"-3.5"}},
      {"结余(1,234.56)万元", {"-1234.56 万元"}},
      {"赤字23800亿元", {"23800 亿元"}},
      {"0 万元", {"0 万元"}},
      {"0 辆、0 万元", {"0 辆", "0 万元"}},
      {"支出5万4千6百元", {"54600 元"}},
      {"一万五千亿元，一万五，1千零1元", {"15000 亿元", "1.5 万", "1001 元"}},
      {"玖仟陆佰陆拾伍圆壹角捌分", {"9665.18 元"}},
      {"零万元，零点五个百分点", {"0 万元", "0.5 个百分点"}},
      {"净资产负12.50万元，增长负百分之三，减负3万元", {"-12.50 万元", "-3 %", "3 万元"}},
      {"结余–3.5万元", {"-3.5 万元"}},
      {"9000万元日币，5306万台币，US$5.5万", {"9000 万元 JPY", "5306 万台币 TWD", "5.5 万 USD"}},
      {"0.5个亿", {"0.5 个亿"}},
  });
}

TEST(FindQuantities, ReadsPercentPointsAndMultiples) {
  expect_all({
      {"45.78%，340.63 %，１２．５％", {"45.78 %", "340.63 %", "12.5 %"}},
      {"百分之二点五，百分之百，千分之三", {"2.5 %", "100 %", "3 ‰"}},
      {"3.2‰", {"3.2 ‰"}},
      {"下降-3.2%", {"-3.2 %"}},
      {"10.68个百分点", {"10.68 个百分点"}},
      {"七成", {"70 %"}},
      {"三成五", {"35 %"}},
      {"1.5倍，一点五倍", {"1.5 倍", "1.5 倍"}},
      {"翻一番", {"100 %"}},
      {"翻了两番", {"300 %"}},
      {"占 76.23", {"76.23"}},
  });
}

TEST(FindQuantities, ReadsARangeAsOneFigure) {
  expect_all({
      {"5—10亿元", {"5..10 亿元"}},
      {"5-10亿元", {"5..10 亿元"}},
      {"5～7%", {"5..7 %"}},
      {"5%-7%", {"5..7 %"}},
      {"10万元至20万元", {"10..20 万元"}},
      {"5000万元至1亿元", {"5000..10000 万元"}},
      {"2000-3000元", {"2000..3000 元"}},
      {"10000-20000元", {"10000..20000 元"}},
      {"约5-10人", {"5..10 人"}},
      {"7%-5%", {"7 %", "5 %"}},
      {"两到三万元", {"2..3 万元"}},
      {"1万（含）-5万元", {"1..5 万元"}},
      {"在10万元与20万元之间", {"10..20 万元"}},
      {"百分之三十至四十", {"30..40 %"}},
  });
}

TEST(FindQuantities, ReadsBoundsAndApproximations) {
  expect_all({
      {"≥7%", {">=7 %"}},
      {"不低于95%，至少5家", {">=95 %", ">=5 家"}},
      {"不超过50万元", {"<=50 万元"}},
      {"不超过人民币50万元", {"<=50 万元"}},
      {"7%以上", {">=7 %"}},
      {"100万元（含）以上", {">=100 万元"}},
      {"50万元以下", {"<=50 万元"}},
      {"超过30万元", {">30 万元"}},
      {"约4.287亿元", {"~4.287 亿元"}},
      {"近700万元", {"~700 万元"}},
      {"50万元左右", {"~50 万元"}},
      {"2000余万元，20万余元", {">2000 万元", ">20 万元"}},
      {"一千多万元", {">1000 万元"}},
      {"大于等于48次，小于或等于3%", {">=48 次", "<=3 %"}},
      {"至少为36万元，超过了50万元，不得少于5家", {">=36 万元", ">50 万元", ">=5 家"}},
      {"3000余户", {">3000 户"}},
      {"节约5万元，预约20人", {"5 万元", "20 人"}},
      {"达到95%", {"95 %"}},
  });
}

TEST(FindQuantities, ReadsCountsWithTheirClassifier) {
  expect_all({
      {"13人、75家、0辆、≥7 家", {"13 人", "75 家", "0 辆", ">=7 家"}},
      {"2批次、24人次", {"2 批次", "24 人次"}},
      {"设备3台（套）", {"3 台(套)"}},
      {"内设七个科室，增加两人，三家", {"7 个", "2 人", "3 家"}},
      {"一万二千人", {"12000 人"}},
      {"3.5万人次", {"3.5 万人次"}},
      {"4000.6平方米，99.43 分，15 分钟", {"4000.6 平方米", "99.43 分", "15 分钟"}},
      {"补助0.5万元/人", {"0.5 万元/人"}},
      {"7×24小时", {"24 小时"}},
  });
}

TEST(FindQuantities, TakesDatesForNone) {
  for (const char* const text :
       {"2023年", "2023 年度", "202 6 年", "二〇二五年七月", "2025.1.1-2025.12.31",
        "截至2024年8月31日", "2024年-2026年", "2020-2025年", "1-6月", "2025-12-31", "3年内",
        "6个月", "8时30分", "9:30"}) {
    EXPECT_THAT(figures(text), IsEmpty()) << text;
  }
}

TEST(FindQuantities, TakesNamesForNone) {
  for (const char* const text :
       {"“三公”经费",   "“十四五”规划", "两部分",          "一无两降",
        "两会",         "两新",         "三定方案",        "四个意识",
        "两个维护",     "三个代表",     "四套班子",        "五位一体",
        "一个单位",     "一次性",       "十分重要",        "三分之一",
        "数十万元",     "百万",         "长三角",          "第三家",
        "第3-5条",      "第12号",       "2010301行政运行", "（204类）司法（06款）行政运行（01项）",
        "〔2015〕6号",  "[2015]6号",    "（2015）6号",     "电话：010-12345678",
        "附件1",        "表3",          "公开01表",        "图2",
        "2026驻京经费", "GB2312",       "5G网络",          "-12-",
        "目标3：",      "为万元",       "亿元以上企业",    "1、收入",
        "（1）支出",    "3+X"}) {
    EXPECT_THAT(figures(text), IsEmpty()) << text;
  }
}

TEST(FindQuantities, TakesABoundedAmountBeforeItsNounForTheNameOfAClass) {
  const auto is_class = [](std::string_view text) {
    const auto found = find_quantities(text, units());
    return !found.empty() && found.front().names_a_class;
  };
  EXPECT_TRUE(is_class("超过50万元的项目2个"));
  EXPECT_FALSE(is_class("收入超过50万元的，"));
  EXPECT_FALSE(is_class("收入50万元的项目"));
}

TEST(FindQuantities, TakesAScaleBeforeANounForACountAndNoMoney) {
  expect_all({
      {"服务3万学生，向全市77.07万年满70周岁老人发放", {"3 万", "77.07 万", "70 周岁"}},
      {"办公费6万用于接待，安排6万左右", {"6 万", "~6 万"}},
  });
  const auto found = find_quantities("服务3万学生", units());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().kind, UnitKind::kCount);
}

TEST(FindQuantities, KeepsHeadingNumbersApartFromAmounts) {
  expect_all({
      {"2.社会保障和就业（类）133.09 万元", {"133.09 万元"}},
      {"预算3541.07万元2.3本项目实施", {"3541.07 万元"}},
      {"1、办公费3万元2、会议费4万元", {"3 万元", "4 万元"}},
      {"2025年1728.14万元", {"1728.14 万元"}},
  });
}

TEST(FindQuantities, KeepsNumbersWithoutAUnit) {
  expect_all({
      {"比去年392.2增加", {"392.2"}},
      {"比去年392增加30人", {"392", "30 人"}},
  });
}

TEST(FindQuantities, MarksFiguresThatNameAClass) {
  const auto is_class = [](std::string_view printed) {
    const std::string text = text::normalised(printed);
    return find_quantities(text, units()).front().names_a_class;
  };
  for (const char* const text :
       {"单价100万元（含）以上设备", "单位价值50万元以上通用设备", "5—10亿元企业13家",
        "10亿元以上企业家", "单价100万元以上：0台", "100万元以上的设备"}) {
    EXPECT_TRUE(is_class(text)) << text;
  }
  for (const char* const text : {"5—10亿元。", "单价100万元", "控制在50万元以内，",
                                 "达到95%以上目标", "50万元以上的，", "约50万元资金", "100万元"}) {
    EXPECT_FALSE(is_class(text)) << text;
  }
}

TEST(FindQuantities, SaysWhereEachPartIs) {
  const std::string text = "资金不超过人民币50万元(含)以内。";
  const auto found = find_quantities(text, units());
  ASSERT_EQ(found.size(), 1U);
  const Quantity& quantity = found.front();
  EXPECT_EQ(text.substr(quantity.first, quantity.last - quantity.first),
            "不超过人民币50万元(含)以内");
  EXPECT_EQ(text.substr(quantity.number_first, quantity.number_last - quantity.number_first),
            "50万元");
  EXPECT_EQ(quantity.amount_yuan, Decimal(500000, 0));
  EXPECT_EQ(quantity.currency, "CNY");
  EXPECT_EQ(quantity.decimals, 0);
}

TEST(FindQuantities, GivesAmountsInYuanOnlyOfYuan) {
  EXPECT_EQ(find_quantities("1.2万亿元", units()).front().amount_yuan,
            Decimal(1'200'000'000'000, 0));
  EXPECT_FALSE(find_quantities("500万美元", units()).front().amount_yuan.has_value());
  EXPECT_FALSE(find_quantities("5%", units()).front().amount_yuan.has_value());
}

TEST(ReadNumbers, MakesNoFigureOfATail) {
  for (const char* const printed :
       {"项目支出12,50万元", "项目支出百30万元", "培训费12。50万元", "维修费.77万元",
        "支出12，50万元", "合计10至5万元", "约七八万元", "结余±3%", "共12.5.3万元", "贷款3万5"}) {
    const std::string text = text::normalised(printed);
    const Numbers numbers = read_numbers(text, units());
    EXPECT_THAT(numbers.quantities, IsEmpty()) << printed;
    EXPECT_THAT(numbers.unreadable, ::testing::SizeIs(1)) << printed;
  }
}

TEST(ReadNumbers, MakesNoFigureOfWhatFollowsAGlyphWithoutUnicode) {
  for (const char* const text : {"收入预算\uFFFD21.70万元", "收入预算\uE20612.70万元"}) {
    EXPECT_THAT(read_numbers(text, units()).quantities, IsEmpty()) << text;
    EXPECT_THAT(read_numbers(text, units()).unreadable, ::testing::SizeIs(1)) << text;
  }
  EXPECT_THAT(read_numbers("\uF06C21.70万元", units()).quantities, ::testing::SizeIs(1))
      << "a bullet";
}

TEST(ReadNumbers, DoubtsNoOrdinaryNumber) {
  for (const char* const printed : {"2026年收入预算1,280.50万元，比上年增加21.15万元", "数十万元",
                                    "1、办公费3万元2、会议费4万元", "5%-7%", "统一3套系统",
                                    "站点12个", "第1-3批", "2025.1.1至2025.12.31", "38万3辆"}) {
    EXPECT_THAT(read_numbers(text::normalised(printed), units()).unreadable, IsEmpty()) << printed;
  }
}

TEST(FindQuantities, CopesWithAnyBytes) {
  for (const std::string text : {"\xE4", "5\xE4", "\xE7\xBF", "5万\xE5\x85", "-", "5-", "百分之",
                                 "翻", "99999999999999999999万元", "(5", "一点"}) {
    EXPECT_LE(find_quantities(text, units()).size(), 1U) << text;
  }
}

}  // namespace
}  // namespace mingxi::facts
