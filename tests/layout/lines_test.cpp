#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "layout/layout.h"
#include "support/printed_page.h"
#include "support/table_page.h"

namespace mingxi::layout {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> texts_of(const Page& page) {
  std::vector<std::string> texts;
  for (const Line& line : find_lines(page, find_grids(page))) texts.push_back(line.text.utf8());
  return texts;
}

TEST(FindLines, ReadsTopToBottomWhateverTheDrawingOrder) {
  const Page page = PrintedPage().print(50, 120, U"支出总计").print(50, 100, U"收入总计");
  EXPECT_THAT(texts_of(page), ElementsAre("收入总计", "支出总计"));
}

TEST(FindLines, ReadsLeftToRightWhateverTheDrawingOrder) {
  const Page page =
      PrintedPage().print(98, 100, U"万元").print(50, 100, U"收入").print(74, 100, U"1234");
  EXPECT_THAT(texts_of(page), ElementsAre("收入1234万元"));
}

TEST(FindLines, FindsNothingOnAnEmptyPage) { EXPECT_THAT(texts_of(PrintedPage()), IsEmpty()); }

TEST(FindLines, LeavesOutARaisedNoteMark) {
  const Page page = PrintedPage()
                        .print(50, 100, U"收入")
                        .size(7)
                        .print(74, 95, U"1")
                        .size(12)
                        .print(78, 100, U"总计")
                        .print(50, 118, U"支出");
  EXPECT_THAT(texts_of(page), ElementsAre("收入总计", "支出"));
}

TEST(FindLines, LeavesOutNoteMarksBesideNumbers) {
  const Page page = PrintedPage()
                        .print(50, 100, U"36.00")
                        .size(10)
                        .print(80, 96, U"1")
                        .size(12)
                        .print(90, 100, U"12²万元");
  EXPECT_THAT(texts_of(page), ElementsAre("36.00 12万元"));
}

TEST(FindLines, KeepsTheRaisedDigitOfAUnit) {
  const Page page = PrintedPage()
                        .print(50, 100, U"40m")
                        .size(7)
                        .print(68, 95, U"2")
                        .size(12)
                        .print(80, 100, U"，");
  EXPECT_THAT(texts_of(page), ElementsAre("40m2，"));
}

TEST(FindLines, GivesANumberOverARuleToTheCellItIsAlignedIn) {
  PrintedPage page;
  page.grid({100, 160, 200, 260}, {80, 110});
  page.size(10).print(102, 100, U"项目").print(132, 100, U"12,400,000.00");  // ends at 197
  const Layout layout = lay_out(document_of({page}), table_pack().layout);
  ASSERT_THAT(layout.grids, ::testing::SizeIs(1));
  EXPECT_EQ(layout.grids[0].cells[0].text.utf8(), "项目");
  EXPECT_EQ(layout.grids[0].cells[1].text.utf8(), "12,400,000.00");
}

TEST(FindLines, KeepsTouchingNumbersOfTwoCellsApart) {
  PrintedPage page;
  page.grid({100, 150, 200}, {80, 110});
  page.size(10).print(105, 100, U"68,441.81").print(150, 100, U"54,304.22");
  const Layout layout = lay_out(document_of({page}), table_pack().layout);
  ASSERT_THAT(layout.grids, ::testing::SizeIs(1));
  EXPECT_EQ(layout.grids[0].cells[0].text.utf8(), "68,441.81");
  EXPECT_EQ(layout.grids[0].cells[1].text.utf8(), "54,304.22");
}

TEST(FindLines, TakesDigitsOnABaselineOfTheirOwn) {
  const Page page = PrintedPage()
                        .print(50, 100, U"预算")
                        .print(98, 100, U"年")
                        .print(50, 120, U"支出")
                        .print(74, 104, U"2026")
                        .print(74, 124, U"2025");
  EXPECT_THAT(texts_of(page), ElementsAre("预算2026年", "支出2025"));
}

TEST(FindLines, KeepsTwoLinesBesideATallerNeighbourApart) {
  const Page page = PrintedPage()
                        .print(200, 92, U"一般公共")
                        .print(200, 108, U"预算拨款")
                        .print(50, 100, U"科目");
  EXPECT_THAT(texts_of(page), ElementsAre("一般公共", "科目", "预算拨款"));
}

TEST(FindLines, LeavesOutWhatIsNotSeenOrRunsAnotherWay) {
  const Page page = PrintedPage()
                        .print(50, 100, U"看得见")
                        .seen(Visibility::kClipped)
                        .print(50, 120, U"被裁掉")
                        .seen(Visibility::kVisible)
                        .running(Direction::kDown)
                        .print(50, 140, U"竖排");
  EXPECT_THAT(texts_of(page), ElementsAre("看得见"));
}

struct Spacing {
  const char32_t* printed;
  const char* read;
};

class LineText : public ::testing::TestWithParam<Spacing> {};

TEST_P(LineText, HoldsOnlyTheBlanksThatSeparate) {
  EXPECT_THAT(texts_of(PrintedPage().print(50, 100, GetParam().printed)),
              ElementsAre(GetParam().read));
}

INSTANTIATE_TEST_SUITE_P(
    Blanks, LineText,
    ::testing::Values(Spacing{U"202 6 年", "2026年"}, Spacing{U"1 , 066.60 万元", "1,066.60万元"},
                      Spacing{U"共  计　合 计", "共计合计"}, Spacing{U"12  34", "12 34"},
                      Spacing{U"Word Processor", "Word Processor"}, Spacing{U"A, B", "A, B"},
                      Spacing{U"2026 年 GDP 增长", "2026年GDP增长"},
                      Spacing{U"（１）５．０％", "(1)5.0%"}));

TEST(FindLines, JudgesGapsByTheUsualGapOfAJustifiedLine) {
  const Page page = PrintedPage().spacing(8).print(50, 100, U"其中：一般公共预算2026年");
  EXPECT_THAT(texts_of(page), ElementsAre("其中：一般公共预算2026年"));
}

TEST(FindLines, DoesNotCrossTheEdgeOfARegion) {
  const Page page = PrintedPage()
                        .print(50, 100, U"左边")
                        .print(104, 100, U"格内")
                        .grid({100, 200, 300}, {80, 110, 140});
  EXPECT_THAT(texts_of(page), ElementsAre("左边", "格内"));
}

TEST(FindLines, TracesEveryByteToItsGlyph) {
  Page page = PrintedPage().print(62, 100, U"２").print(50, 100, U"第");
  page.first_glyph = 40;
  const std::vector<Line> lines = find_lines(page, {});
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_THAT(lines[0].text.glyphs(0, lines[0].text.size()), ElementsAre(41, 40));
  EXPECT_EQ(lines[0].baseline, 100);
  EXPECT_EQ(lines[0].font_size, 12);
  EXPECT_EQ(lines[0].box.left, 50);
}

}  // namespace
}  // namespace mingxi::layout
