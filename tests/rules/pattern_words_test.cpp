#include "rules/pattern_words.h"

#include <string>

#include <gtest/gtest.h>

#include "rules/expression.h"

namespace mingxi {
namespace {

struct Case {
  const char* pattern;
  const char* can;
  const char* cannot;
};

class Patterns : public ::testing::TestWithParam<Case> {};

TEST_P(Patterns, RefuseOnlyTextsWithoutTheirWords) {
  const PatternWords words(GetParam().pattern);
  EXPECT_TRUE(words.can_match(GetParam().can));
  EXPECT_FALSE(words.can_match(GetParam().cannot));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, Patterns,
    ::testing::Values(Case{"持平|一致", "与上年一致", "与上年"},
                      Case{"(?:比|较)(?:上年|去年)?增", "较去年增加", "去年增加"},
                      Case{"(?P<code>[0-9]{3})?类[)]", "(201类)", "(201)"},
                      Case{"^(?:其中|包括)+", "其中收入", "收入其中"},
                      Case{"(?:为|约)+$", "收入为约", "为收入"},
                      Case{"^[0-9]+[、.]", "1、收入", "收入1、"},
                      Case{"[^，]*四舍五入[^。]*", "数据四舍五入。", "数据。"},
                      Case{"^.+(?:预算|决算)(?:数|额)?$", "收入决算数", "决算收入"}));

TEST(PatternWords, OfAPatternThatCanBeEmptyTellNothing) {
  for (const char* pattern : {"", "收?", "(?:收|支)*", "^(?:为)*$", "(?i)a", "[^，]"}) {
    EXPECT_TRUE(PatternWords(pattern).can_match("x")) << pattern;
  }
}

TEST(PatternWords, AreThePatternOnlyWithoutAnchors) {
  EXPECT_TRUE(PatternWords("拟|计划(?:安排)?").is_words);
  EXPECT_FALSE(PatternWords("拟|计划$").is_words);
  EXPECT_FALSE(PatternWords("拟.|计划").is_words);
}

TEST(PatternWords, AreLookedForBehindTheStartOfTheSearch) {
  const Expression same("持平", "test");
  EXPECT_TRUE(same.find("持平。", 0));
  EXPECT_FALSE(same.find("持平。", 6));
}

}  // namespace
}  // namespace mingxi
