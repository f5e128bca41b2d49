#include "patterns/entries/expression.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/error.h"

namespace mingxi::patterns {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

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

TEST(Expression, TellsAGroupThatTookNothingFromOneWithoutPart) {
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

TEST(ExpressionSet, NamesEveryPatternThatMatchesInOrder) {
  const ExpressionSet set({"收入", "^支出", "[0-9]"}, "test");
  std::vector<int> matching = {7};
  set.matching("支出5收入", matching);
  EXPECT_THAT(matching, ElementsAre(0, 1, 2));
  set.matching("合计", matching);
  EXPECT_THAT(matching, IsEmpty());
}

TEST(ExpressionSet, OfNothingMatchesNothing) {
  std::vector<int> matching = {7};
  ExpressionSet({}, "test").matching("收入", matching);
  EXPECT_THAT(matching, IsEmpty());
}

TEST(ExpressionSet, RefusesWithTheNumberOfThePattern) {
  try {
    ExpressionSet({"a", "("}, "x.json#/names");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.where(), "x.json#/names/1");
  }
}

}  // namespace
}  // namespace mingxi::patterns
