#include "text/terminal.h"

#include <gmock/gmock.h>

namespace mingxi::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ColumnsOf, CountsAChineseCharacterTwice) {
  EXPECT_EQ(columns_of("abc"), 3U);
  EXPECT_EQ(columns_of("合计：1.5万元"), 2U * 3 + 3 + 2 * 2);
  EXPECT_EQ(columns_of("（％"), 4U);
}

TEST(Wrapped, BreaksBetweenChineseCharactersAtTheLastColumn) {
  EXPECT_THAT(wrapped("收入合计支出合计", 8), ElementsAre("收入合计", "支出合计"));
  EXPECT_THAT(wrapped("收入合计支出合计", 9), ElementsAre("收入合计", "支出合计"));
}

TEST(Wrapped, BreaksEnglishAtBlanks) {
  EXPECT_THAT(wrapped("does not hold, off by 0.01", 12),
              ElementsAre("does not", "hold, off by", "0.01"));
}

TEST(Wrapped, KeepsANumberWithItsUnit) {
  EXPECT_THAT(wrapped("合计1728.14万元", 12), ElementsAre("合计", "1728.14万元"));
  EXPECT_THAT(wrapped("减少5.32%。", 8), ElementsAre("减少", "5.32%。"));
}

TEST(Wrapped, BeginsNoLineWithAClosingMarkAndEndsNoneWithAnOpeningOne) {
  EXPECT_THAT(wrapped("收入合计，支出", 8), ElementsAre("收入合", "计，支出"));
  EXPECT_THAT(wrapped("合计（万元）", 10), ElementsAre("合计", "（万元）"));
}

TEST(Wrapped, CutsWhatHasNoPlaceToBreak) {
  EXPECT_THAT(wrapped("0123456789", 4), ElementsAre("0123", "4567", "89"));
  EXPECT_THAT(wrapped("合", 1), ElementsAre("合"));
}

TEST(Wrapped, GivesNoLineForNoText) {
  EXPECT_THAT(wrapped("", 10), IsEmpty());
  EXPECT_THAT(wrapped("   ", 10), IsEmpty());
}

TEST(Shown, MakesControlCharactersVisible) {
  EXPECT_EQ(shown("合\x1b[31m计\n"), "合\\x1B[31m计\\x0A");
}

}  // namespace
}  // namespace mingxi::text
