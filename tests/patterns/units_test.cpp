#include "patterns/units.h"

#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/error.h"

namespace mingxi::patterns {
namespace {

using ::testing::Contains;
using ::testing::StartsWith;

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
  for (const char* const text :
       {"千", "百", "项目", "本项目", "成员", "分之", "人员", "个月", "个自信", "收入", ""}) {
    EXPECT_FALSE(units().read(text, 0).has_value()) << text;
  }
}

TEST(Units, GiveScaleAndCurrency) {
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

TEST(Units, EveryGroupShowsWhatItReadsAndWhatNot) {
  std::set<std::string> shown, not_shown;
  for (const UnitExample& example : units().examples()) {
    EXPECT_THAT(example.where, StartsWith(example.group + "/"));
    (example.why.empty() ? shown : not_shown).insert(example.group);
  }
  EXPECT_THAT(shown, Contains("units.json#/words/class_end"));
  EXPECT_EQ(shown, not_shown);
}

constexpr std::string_view kExamples =
    R"("examples": [{"text": "5元", "figures": ["5 元"]}],
       "counterexamples": [{"text": "元", "why": "no number"}])";

/// A small vocabulary, with `with` in the place of `what`.
std::string vocabulary(std::string_view what = "", std::string_view with = "") {
  std::string words;
  for (const char* const list :
       {"time", "ordinal_before", "name_before", "name_after", "class_before", "class_end",
        "vague_before", "negation", "equal", "link", "negative", "not_negative", "range_begin",
        "range_join", "range_end", "included"}) {
    words += std::string(words.empty() ? "" : ", ") + "\"" + list + "\": {\"words\": [\"x\"], " +
             std::string(kExamples) + "}";
  }
  const auto group = [](std::string_view entries) {
    return "{" + std::string(entries) + ", " + std::string(kExamples) + "}";
  };
  std::string text =
      R"({"scales": )" + group(R"("id": "u/scales", "words": {"万": 4})") + R"(, "units": [)" +
      group(R"("id": "u/yuan", "kind": "money", "currency": "CNY", "words": ["元"])") +
      R"(], "bounds_before": [)" + group(R"("id": "u/about", "bound": "~", "words": ["约"])") +
      R"(], "bounds_after": [], "bounds_between": [], "currencies": [)" +
      group(R"("id": "u/usd", "currency": "USD", "words": ["美元"])") + R"(], "words": {)" + words +
      "}}";
  if (what.empty()) return text;
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  if (at != std::string::npos) text.replace(at, what.size(), with);
  return text;
}

/// "where: message" of the refusal.
std::string refusal(const std::string& text) {
  try {
    Units(StrictJson::parse("units.json", text));
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kPatterns);
    EXPECT_FALSE(error.chinese().empty());
    return error.what();
  }
  return "accepted";
}

TEST(Units, RefuseWhatIsMalformedWithFileAndPlace) {
  EXPECT_EQ(refusal(vocabulary()), "accepted");
  const struct {
    std::string_view what, with;
    const char* refusal;
  } cases[] = {
      {R"({"scales")", R"({"more": 1, "scales")", "units.json#: Unknown key \"more\"."},
      {R"("kind": "money")", R"("kind": "money", "colour": "red")",
       "units.json#/units/0: Unknown key \"colour\"."},
      {R"("kind": "money")", R"("kind": "monex")",
       "units.json#/units/0/kind: \"monex\" is none of the words allowed here."},
      {R"("bound": "~")", R"("bound": "=")",
       "units.json#/bounds_before/0/bound: \"=\" is none of the words allowed here."},
      {R"({"万": 4})", R"({"万": "4"})", "units.json#/scales/words/万: An integer is wanted here."},
      {R"("id": "u/yuan", )", "", "units.json#/units/0: The key \"id\" is missing."},
      {R"("id": "u/yuan")", R"("id": "u/scales")",
       "units.json#/units/0/id: The id \"u/scales\" is given twice."},
      {R"("id": "u/usd")", R"("id": "u/about")",
       "units.json#/currencies/0/id: The id \"u/about\" is given twice."},
      {R"("time": {)", R"("tima": {)", "units.json#/words: The key \"time\" is missing."},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(refusal(vocabulary(each.what, each.with)), each.refusal);
  }
}

TEST(Units, RefuseAGroupThatDoesNotShowWhatItReadsAndWhatNot) {
  const struct {
    const char *what, *with, *refusal;
  } cases[] = {
      {R"({"text": "5元", "figures": ["5 元"]})", "",
       "units.json#/scales: A group of words needs an example and a counterexample."},
      {R"({"text": "元", "why": "no number"})", "",
       "units.json#/scales: A group of words needs an example and a counterexample."},
      {R"("figures": ["5 元"])", R"("figure": ["5 元"])",
       "units.json#/scales/examples/0: The key \"figures\" is missing."},
      {R"(, "why": "no number")", "",
       "units.json#/scales/counterexamples/0: The key \"why\" is missing."},
      {R"("why": "no number")", R"("why": "")",
       "units.json#/scales/counterexamples/0: A counterexample needs its reason (why)."},
      {R"("why": "no number")", R"("why": "no number", "because": "")",
       "units.json#/scales/counterexamples/0: Unknown key \"because\"."},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(refusal(vocabulary(each.what, each.with)), each.refusal);
  }
}

}  // namespace
}  // namespace mingxi::patterns
