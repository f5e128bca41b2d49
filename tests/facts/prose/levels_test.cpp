#include "facts/prose/levels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "facts/prose/quantities.h"
#include "support/statement_lines.h"

namespace mingxi::facts {
namespace {

Quantity figure(std::string_view text) {
  return find_quantities(text, test_patterns().units).at(0);
}

Level level(const char* name, std::string_view text, bool is_part) {
  return {.subject = {.printed = name, .text = name}, .quantity = figure(text), .is_part = is_part};
}

TEST(Fits, HoldsALevelItsChangeAndItsRateTogether) {
  EXPECT_TRUE(fits(figure("520.00万元"), figure("20.00万元"), figure("4.00%")));
  EXPECT_TRUE(fits(figure("0.5亿元"), figure("1000万元"), figure("25%")));
  EXPECT_FALSE(fits(figure("8.00万元"), figure("20.00万元"), figure("4.00%")));
}

TEST(Fits, SaysNoWhereNothingIsKnown) {
  EXPECT_FALSE(fits(figure("20万元"), figure("20万元"), figure("100%")));  // from nothing
  EXPECT_FALSE(fits(figure("20人"), figure("5万元"), figure("33%")));
}

TEST(Levels, KnowsTheWholeOfTheLastPart) {
  Levels levels;
  EXPECT_EQ(levels.whole_of_last(), nullptr);
  levels.add(level("收入预算", "520万元", false));
  EXPECT_EQ(levels.whole_of_last(), nullptr);
  levels.add(level("其他收入", "12万元", true));
  levels.add(level("上年结转", "8万元", true));
  ASSERT_NE(levels.whole_of_last(), nullptr);
  EXPECT_EQ(levels.whole_of_last()->subject.text, "收入预算");
}

TEST(Levels, ListsThePartsOfASentenceWithoutTheirWhole) {
  Levels levels;
  levels.add(level("“三公”经费", "9万元", false));
  levels.add(level("公务接待费", "2万元", true));
  levels.add(level("会议费", "7万元", true));
  const std::vector<Name> listed = levels.listed_in(0);
  ASSERT_EQ(listed.size(), 2U);
  EXPECT_EQ(listed[0].text, "公务接待费");
  EXPECT_EQ(listed[1].text, "会议费");
}

}  // namespace
}  // namespace mingxi::facts
