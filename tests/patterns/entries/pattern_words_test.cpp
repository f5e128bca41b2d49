#include "patterns/entries/pattern_words.h"

#include <string>

#include <gtest/gtest.h>

#include "patterns/entries/expression.h"

namespace mingxi::patterns {
namespace {

struct Case {
  const char* pattern;
  const char* can;
  const char* cannot;
};

TEST(PatternWords, RefuseOnlyTextsWithoutThem) {
  const Case cases[] = {
      {"持平|一致", "与上年一致", "与上年"},
      {"(?:比|较)(?:上年|去年)?增", "较去年增加", "去年增加"},
      {"(?P<code>[0-9]{3})?类[)]", "(201类)", "(201)"},
      {"^(?:其中|包括)+", "其中收入", "收入其中"},
      {"(?:为|约)+$", "收入为约", "为收入"},
      {"^[0-9]+[、.]", "1、收入", "收入1、"},
      {"[^，]*四舍五入[^。]*", "数据四舍五入。", "数据。"},
      {"^.+(?:预算|决算)(?:数|额)?$", "收入决算数", "决算收入"},
  };
  for (const Case& one : cases) {
    const PatternWords words(one.pattern);
    EXPECT_TRUE(words.can_match(one.can)) << one.pattern;
    EXPECT_FALSE(words.can_match(one.cannot)) << one.pattern;
  }
}

TEST(PatternWords, OfAPatternThatCanBeEmptySayNothing) {
  for (const char* pattern : {"", "收?", "(?:收|支)*", "^(?:为)*$", "(?i)a", "[^，]"}) {
    EXPECT_TRUE(PatternWords(pattern).can_match("x")) << pattern;
  }
}

TEST(PatternWords, AreThePatternOnlyWithoutAnchors) {
  EXPECT_TRUE(PatternWords("拟|计划(?:安排)?").is_words);
  EXPECT_FALSE(PatternWords("拟|计划$").is_words);
  EXPECT_FALSE(PatternWords("拟.|计划").is_words);
}

TEST(PatternWords, AreLookedForAfterTheStartOfTheSearch) {
  const Expression same("持平", "test");
  EXPECT_TRUE(same.find("持平。", 0));
  EXPECT_FALSE(same.find("持平。", 6));
}

}  // namespace
}  // namespace mingxi::patterns
