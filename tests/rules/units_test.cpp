#include "rules/units.h"

#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "model/error.h"

namespace mingxi {
namespace {

std::string text_of_units() {
  std::ifstream file(MINGXI_SOURCE_DIR "/patterns/units.json");
  return {std::istreambuf_iterator<char>(file), {}};
}

const Units& units() {
  static const Units result(StrictJson::parse("units.json", text_of_units()));
  return result;
}

TEST(Units, ReadTheLongestUnit) {
  const std::pair<const char*, const char*> kCases[] = {
      {"万元，", "万元"},       {"万亿元", "万亿元"},     {"万，", "万"},         {"千元", "千元"},
      {"个百分点", "个百分点"}, {"台(套)。", "台(套)"},   {"人次", "人次"},       {"分钟", "分钟"},
      {"平方米", "平方米"},     {"亿立方米", "亿立方米"}, {"万元/人", "万元/人"}, {"美元", "美元"},
      {"千米", "千米"},
  };
  for (const auto& [text, unit] : kCases) {
    const auto reading = units().read(text, 0);
    ASSERT_TRUE(reading.has_value()) << text;
    EXPECT_EQ(reading->text, unit);
  }
}

TEST(Units, ReadNoUnitInOtherWords) {
  for (const char* const text : {"千", "百", "项目", "本项目", "成员", "分之", "人员", "万学生",
                                 "个月", "个自信", "收入", ""}) {
    EXPECT_FALSE(units().read(text, 0).has_value()) << text;
  }
}

TEST(Units, TellScaleAndCurrency) {
  const auto yuan = units().read("1.2万亿元", 3);
  ASSERT_TRUE(yuan.has_value());
  EXPECT_EQ(yuan->kind, UnitKind::kMoney);
  EXPECT_EQ(yuan->exponent, 12);
  EXPECT_EQ(yuan->currency, "CNY");
  EXPECT_EQ(units().read("万美元", 0)->currency, "USD");
  EXPECT_EQ(units().read("角", 0)->exponent, -1);
  EXPECT_EQ(units().read("万人", 0)->kind, UnitKind::kCount);
}

TEST(Units, ReadWordsOfBoundOnBothSides) {
  const std::string_view before = "资金不超过";
  EXPECT_EQ(units().bound_before(before, before.size())->bound, Bound::kAtMost);
  EXPECT_FALSE(units().bound_before("节约", 6).has_value());
  EXPECT_EQ(units().bound_before("约", 3)->bound, Bound::kAbout);
  EXPECT_EQ(units().bound_after("(含)以上设备", 0)->bound, Bound::kAtLeast);
  EXPECT_EQ(units().bound_between("余万元", 0)->bound, Bound::kMore);
  EXPECT_EQ(units().currency_before("港币", 6)->currency, "HKD");
}

TEST(Units, EveryGroupShowsWhatItReads) {
  EXPECT_GT(units().examples().size(), 30U);
  for (const UnitExample& example : units().examples()) {
    EXPECT_NE(example.figures.empty(), example.why.empty()) << example.where;
  }
}

TEST(Units, RefuseWordsTheyDoNotKnow) {
  std::string text = text_of_units();
  text.replace(text.find("\"money\""), 7, "\"monex\"");
  EXPECT_THROW(Units(StrictJson::parse("units.json", text)), Error);
}

}  // namespace
}  // namespace mingxi
