#include "patterns/entries/strict_json.h"

#include <functional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/error.h"

namespace mingxi::patterns {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// "where: message" of the refusal.
std::string refusal(
    const std::string& text,
    const std::function<void(const StrictJson&)>& use = [](const StrictJson&) {}) {
  try {
    use(StrictJson::parse("a.json", text));
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kPatterns);
    EXPECT_FALSE(error.chinese().empty());
    return error.what();
  }
  return "accepted";
}

TEST(StrictJson, ReadsValuesOfTheTypeAskedFor) {
  const auto json = StrictJson::parse(
      "a.json", R"({"s": "元", "i": -4, "b": true, "l": ["a", "b"], "o": {"k": "v"}})");
  EXPECT_EQ(json.at("s").string(), "元");
  EXPECT_EQ(json.at("i").integer(), -4);
  EXPECT_TRUE(json.at("b").boolean());
  EXPECT_THAT(json.at("l").strings(), ElementsAre("a", "b"));
  EXPECT_EQ(json.at("o").members().front().first, "k");
  EXPECT_EQ(json.string_or("none", "otherwise"), "otherwise");
  EXPECT_THAT(json.strings_or_none("none"), IsEmpty());
  EXPECT_FALSE(json.has("none"));
  json.finish();
}

TEST(StrictJson, KnowsItsPlace) {
  const auto json = StrictJson::parse("a.json", R"({"rules": [{}, {"a/b~": 1}]})");
  EXPECT_EQ(json.where(), "a.json#");
  EXPECT_EQ(json.at("rules").items()[1].at("a/b~").where(), "a.json#/rules/1/a~1b~0");
}

TEST(StrictJson, LivesAsLongAsAnyPartOfIt) {
  const auto part = StrictJson::parse("a.json", R"({"a": {"b": "c"}})").at("a").at("b");
  EXPECT_EQ(part.string(), "c");
  EXPECT_EQ(part.where(), "a.json#/a/b");
}

TEST(StrictJson, GivesLineAndColumnOfMalformedText) {
  EXPECT_THAT(refusal("{\"a\": 1,\n \"中\":}"), HasSubstr("line 2, column 6"));
  EXPECT_THAT(refusal(""), HasSubstr("line 1, column 1"));
  EXPECT_THAT(refusal("{} {}"), HasSubstr("Malformed JSON"));
  EXPECT_THAT(refusal("\"\xFF\""), HasSubstr("Malformed JSON"));
}

TEST(StrictJson, RefusesKeysGivenTwice) {
  EXPECT_EQ(refusal(R"({"o": {"a": 1, "b": 2, "a": 3}})"),
            "a.json#/o: The key \"a\" is given twice.");
}

TEST(StrictJson, RefusesDeepNestingWithoutFollowingIt) {
  EXPECT_THAT(refusal(std::string(100000, '[') + std::string(100000, ']')),
              HasSubstr("Nested deeper"));
  EXPECT_THAT(refusal(std::string(17, '[') + std::string(17, ']')), HasSubstr("Nested deeper"));
  EXPECT_EQ(refusal(std::string(16, '[') + std::string(16, ']')), "accepted");
}

TEST(StrictJson, RefusesLargeFiles) {
  EXPECT_THAT(refusal(std::string((2 << 20) + 1, ' ')), HasSubstr("Larger than 2 MiB"));
}

TEST(StrictJson, RefusesOtherTypesAndMissingKeys) {
  const std::string text = R"({"a": 1.5, "s": "x", "n": null, "big": 9223372036854775808})";
  const auto refusal_of = [&text](const std::function<void(const StrictJson&)>& use) {
    return refusal(text, use);
  };
  EXPECT_EQ(refusal_of([](const auto& json) { json.at("z"); }),
            "a.json#: The key \"z\" is missing.");
  EXPECT_EQ(refusal_of([](const auto& json) { json.at("a").integer(); }),
            "a.json#/a: An integer is wanted here.");
  EXPECT_EQ(refusal_of([](const auto& json) { json.at("big").integer(); }),
            "a.json#/big: An integer is wanted here.");
  EXPECT_EQ(refusal_of([](const auto& json) { json.at("n").string(); }),
            "a.json#/n: A string is wanted here.");
  EXPECT_EQ(refusal_of([](const auto& json) { json.at("s").items(); }),
            "a.json#/s: An array is wanted here.");
  EXPECT_EQ(refusal_of([](const auto& json) { json.at("s").at("k"); }),
            "a.json#/s: An object is wanted here.");
}

TEST(StrictJson, RefusesKeysNobodyAskedFor) {
  EXPECT_EQ(refusal(R"({"a": 1, "typo": 2})",
                    [](const StrictJson& json) {
                      json.at("a");
                      json.finish();
                    }),
            "a.json#: Unknown key \"typo\".");
}

}  // namespace
}  // namespace mingxi::patterns
