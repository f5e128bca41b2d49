#include "patterns/classification.h"

#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "model/error.h"

namespace mingxi::patterns {
namespace {

const Classification& classification() {
  static const Classification result = [] {
    std::ifstream file(MINGXI_SOURCE_DIR "/patterns/classification.json");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    return Classification(StrictJson::parse("classification.json", text));
  }();
  return result;
}

TEST(Classification, FindsEconomicCodesByPrintedNames) {
  const std::pair<const char*, const char*> kCases[] = {
      {"工资福利支出", "301"},
      {"基本工资", "30101"},
      {"机关事业单位基本养老保险缴费", "30108"},
      {"基本养老保险费", "30108"},
      {"职工基本医疗保险费", "30110"},
      {"公务员医疗补助缴费", "30111"},
      {"其他社会保障缴费", "30112"},
      {"住房公积金", "30113"},
      {"医疗费", "30114"},
      {"医疗费补助", "30307"},
      {"因公出国(境)费", "30212"},
      {"因公出国(境)费用", "30212"},
      {"公务接待费", "30217"},
      {"委托业务费", "30227"},
      {"公务用车运行费", "30231"},
      {"公务用车运行维护费", "30231"},
      {"公务用车购置费", "31013"},
      {"公务用车购置支出", "31013"},
      {"对个人和家庭的补助支出", "303"},
      {"其他支出", "399"},
  };
  for (const auto& [name, code] : kCases) EXPECT_EQ(classification().economic(name), code) << name;
}

TEST(Classification, GivesNothingForNamesOfTwoCodesOrNone) {
  EXPECT_FALSE(classification().economic("办公设备购置").has_value());  // 30902 and 31002
  EXPECT_FALSE(classification().economic("会议室").has_value());
  EXPECT_FALSE(classification().economic("").has_value());
  EXPECT_FALSE(classification().functional_path("一般公共服务支出", "", "行政运行").has_value());
}

TEST(Classification, FindsFunctionalCodesByTheThreeNames) {
  const struct {
    const char* names[3];
    const char* code;
  } kCases[] = {
      {{"一般公共服务", "", ""}, "201"},
      {{"社会保障和就业支出", "行政事业单位养老支出", ""}, "20805"},
      {{"社会保障和就业支出", "行政事业单位养老支出", "行政单位离退休"}, "2080501"},
      {{"社会保障和就业", "行政事业单位离退休", "归口管理的行政单位离退休"}, "2080501"},
      {{"医疗卫生与计划生育支出", "行政事业单位医疗", "公务员医疗补助"}, "2101103"},
      {{"公共安全", "司法", "行政运行"}, "2040601"},
      {{"住房保障", "", "住房公积金"}, "2210201"},
      {{"", "司法", ""}, "20406"},
  };
  for (const auto& [names, code] : kCases) {
    EXPECT_EQ(classification().functional_path(names[0], names[1], names[2]), code) << names[2];
  }
}

TEST(Classification, DoesNotAnswerForANameItDoesNotKnow) {
  EXPECT_FALSE(classification().functional_path("公共安全", "某款", "行政运行").has_value());
  EXPECT_FALSE(classification().functional_path("某类", "司法", "").has_value());
  EXPECT_FALSE(classification().functional_path("", "", "").has_value());
  EXPECT_FALSE(classification().functional_path("公共安全", "司法", "某项").has_value());
}

TEST(Classification, NamesCodesOfEachScheme) {
  EXPECT_EQ(classification().name_of(Scheme::kFunctional, "2040601"), "行政运行");
  EXPECT_EQ(classification().name_of(Scheme::kFunctional, "2089901"), "其他社会保障和就业支出");
  EXPECT_EQ(classification().name_of(Scheme::kEconomic, "30212"), "因公出国(境)费用");
  EXPECT_EQ(classification().name_of(Scheme::kGovernmentEconomic, "50101"), "工资奖金津补贴");
  EXPECT_FALSE(classification().name_of(Scheme::kEconomic, "50101").has_value());
}

TEST(Classification, RefusesAnAliasOfAnUnknownCode) {
  const std::string text = R"({"functional": {}, "functional_legacy": {}, "economic": {},
    "government_economic": {}, "aliases": [{"scheme": "economic", "code": "301", "name": "工资"}]})";
  EXPECT_THROW(Classification(StrictJson::parse("c.json", text)), Error);
}

}  // namespace
}  // namespace mingxi::patterns
