#include "patterns/entries/expression.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/error.h"

namespace mingxi::patterns {
namespace {

using ::testing::HasSubstr;

TEST(Expression, FindsTheLeftmostMatchFromAPlace) {
  const Expression number("[0-9]+", "test");
  const auto match = number.find("收入12支出34", 7);
  ASSERT_TRUE(match.has_value());
  EXPECT_EQ(match->first(), 7U);
  EXPECT_EQ(match->last(), 8U);
  EXPECT_EQ(number.find("收入12支出34", 8)->group(0), "34");
  EXPECT_FALSE(number.find("12", 2).has_value());
  EXPECT_FALSE(number.find("12", 9).has_value());
}

TEST(Expression, TakesTheBeginningForThatOfTheWholeText) {
  const Expression start("^支出", "test");
  EXPECT_TRUE(start.find("支出").has_value());
  EXPECT_FALSE(start.find("收入支出", 6).has_value());
}

TEST(Expression, DistinguishesAGroupThatTookNothingFromOneWithoutPart) {
  const Expression pattern("(?P<up>增加)|(?P<empty>[0-9]*)减少", "test");
  const int up = pattern.group_number("up");
  const int empty = pattern.group_number("empty");
  const auto match = pattern.find("减少");
  ASSERT_TRUE(match.has_value());
  EXPECT_FALSE(match->group(up).has_value());
  EXPECT_EQ(match->group(empty), "");
  EXPECT_FALSE(match->group(9).has_value());
  EXPECT_EQ(pattern.group_number("down"), -1);
}

TEST(Expression, MatchesAnEmptyText) {
  const Expression anything("(.*)", "test");
  EXPECT_TRUE(anything.matches({}));
  EXPECT_EQ(anything.find({})->group(1), "");
}

TEST(Expression, RefusesWhatCannotBeCompiledWithItsPlace) {
  try {
    Expression("(收入", "statements.json#/rules/3/before");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kPatterns);
    EXPECT_EQ(error.where(), "statements.json#/rules/3/before");
    EXPECT_THAT(error.english(), HasSubstr("(收入"));
  }
}

TEST(Expression, IsCompiledWhenFirstAskedWhereItsFileWasTried) {
  const std::string file = R"(["(收入", "支出"])";
  const auto read = [&](Compiling compiling) {
    return StrictJson::parse("a.json", file, compiling).items().front();
  };
  EXPECT_THROW(Expression("(收入", read(Compiling::kAtOnce)), Error);
  const Expression later("(收入", read(Compiling::kWhenAsked));
  try {
    later.matches("收入");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.where(), "a.json#/0");
  }
}

/// The numbers are read from the pattern before RE2 sees it.
TEST(Expression, NumbersItsNamedGroupsAsTheAutomatonDoes) {
  const Expression pattern(R"(\((?:a|[](]([0-9])[^])](?P<first>b))[(](?P<second>c))", "test");
  const auto match = pattern.find("(]1xb(c");
  EXPECT_EQ(pattern.group_number("first"), 2);
  EXPECT_EQ(pattern.group_number("second"), 3);
  ASSERT_TRUE(match.has_value());
  EXPECT_EQ(match->group(2), "b");
  EXPECT_EQ(match->group(3), "c");
}

}  // namespace
}  // namespace mingxi::patterns
