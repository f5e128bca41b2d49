#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "read/pdf/struck.h"
#include "read/pdf/upright.h"
#include "read/pdf/watermarks.h"
#include "support/printed_page.h"

namespace mingxi::read {
namespace {

std::ptrdiff_t count(const Page& page, Visibility visibility) {
  return std::count_if(page.glyphs.begin(), page.glyphs.end(),
                       [visibility](const Glyph& glyph) { return glyph.visibility == visibility; });
}

TEST(MarkStruck, MarksTextThatALineIsDrawnThrough) {
  Page page = PrintedPage().print(50, 100, U"会议费3.00万元").rule(50, 96, 116, 96);
  page.rulings[0].box = {50, 96, 50 + 12.0 * 5 + 6 * 4, 96.5};
  mark_struck(page);
  EXPECT_EQ(count(page, Visibility::kStruck), 9);
  EXPECT_TRUE(page.rulings.empty());
}

TEST(MarkStruck, LeavesTextOnARuleAndUnderTheRulesOfATable) {
  Page page = PrintedPage().print(50, 100, U"会议费").rule(50, 101, 86, 101);  // underlined
  mark_struck(page);
  EXPECT_EQ(count(page, Visibility::kStruck), 0);
  page = PrintedPage().print(50, 100, U"会议费").rule(20, 96, 300, 96);  // goes on beside the text
  mark_struck(page);
  EXPECT_EQ(count(page, Visibility::kStruck), 0);
  page = PrintedPage().print(50, 100, U"会议费").rule(50, 96, 86, 96).rule(86, 80, 86, 110);
  mark_struck(page);  // a side of a cell
  EXPECT_EQ(count(page, Visibility::kStruck), 0);
}

TEST(SetUpright, TurnsAPageOfSidewaysText) {
  Page page = PrintedPage(600, 800)
                  .running(Direction::kDown)
                  .print(100, 100, U"部门支出总表收入合计项目支出基本支出本年支出");
  const Box first = page.glyphs[0].box;
  set_upright(page);
  EXPECT_EQ(page.turn.quarters, 3);
  EXPECT_EQ(page.width, 800);
  EXPECT_EQ(page.glyphs[0].direction, Direction::kRight);
  const Box back = on_paper(page, page.glyphs[0].box);
  EXPECT_NEAR(back.left, first.left, 0.02);
  EXPECT_NEAR(back.bottom, first.bottom, 0.02);
}

TEST(SetUpright, LeavesAPageWithTextBothWays) {
  Page page = PrintedPage()
                  .print(50, 100, U"部门支出总表收入合计项目支出基本支出")
                  .running(Direction::kDown)
                  .print(50, 200, U"合计项目支出");
  set_upright(page);
  EXPECT_EQ(page.turn.quarters, 0);
}

Page pale(Page page, std::size_t first) {
  for (std::size_t i = first; i < page.glyphs.size(); ++i) page.glyphs[i].is_pale = true;
  return page;
}

TEST(MarkWatermarks, MarksPaleTextOverTextAndWithTheSameWordsElsewhere) {
  std::vector<Page> pages = {pale(
      PrintedPage().print(50, 100, U"收入支出").print(55, 103, U"草案").print(300, 500, U"草案"),
      4)};
  mark_watermarks(pages);
  EXPECT_EQ(count(pages[0], Visibility::kWatermark), 4);
  EXPECT_EQ(count(pages[0], Visibility::kVisible), 4);
}

TEST(MarkWatermarks, LeavesPaleTextThatIsByItself) {
  std::vector<Page> pages = {
      pale(PrintedPage().print(50, 100, U"收入").print(50, 130, U"0.00"), 2)};
  mark_watermarks(pages);
  EXPECT_EQ(count(pages[0], Visibility::kWatermark), 0);
}

}  // namespace
}  // namespace mingxi::read
