#include "layout/tables/hanging_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/table_page.h"

namespace mingxi::layout {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> cells_on(const PrintedPage& page) {
  std::vector<std::string> texts;
  for (const Grid& grid : laid_out(document_of({page})).grids)
    for (const GridCell& cell : grid.cells) texts.push_back(cell.text.utf8());
  return texts;
}

TEST(ReturnHangingLines, GivesTheEndOfANameBackToTheRowAbove) {
  PrintedPage page;
  page.size(9).grid({50, 250, 350}, {101, 121, 141});
  page.print(54, 115, U"机关事业单位基本养老").print(254, 115, U"60.00");
  page.print(54, 126, U"保险缴费");  // over the rule at 121, closer to the line above
  page.print(54, 139, U"职业年金缴费").print(254, 135, U"30.00");
  EXPECT_THAT(cells_on(page),
              ElementsAre("机关事业单位基本养老保险缴费", "60.00", "职业年金缴费", "30.00"));
}

TEST(ReturnHangingLines, LeavesTheFirstOfTwoLinesThatFillTheirRow) {
  PrintedPage page;
  page.size(9).grid({50, 250, 350}, {101, 121, 141});
  page.print(54, 113, U"基本工资").print(254, 113, U"60.00");
  page.print(54, 127, U"机关事业单位基本养老");
  page.print(54, 138, U"保险缴费").print(254, 135, U"30.00");
  EXPECT_THAT(cells_on(page),
              ElementsAre("基本工资", "60.00", "机关事业单位基本养老保险缴费", "30.00"));
}

TEST(IsDrawing, KnowsTheLegendOfAChartAndAnEmptyFrame) {
  PrintedPage legend;
  legend.size(9).grid({100, 112, 180, 192, 260}, {700, 712});
  legend.print(116, 709, U"基本支出").print(196, 709, U"项目支出");
  EXPECT_THAT(cells_on(legend), ElementsAre());
  EXPECT_THAT(cells_on(PrintedPage().grid({100, 300}, {100, 300})), ElementsAre());
}

TEST(IsDrawing, LeavesAHeaderWithoutRows) {
  PrintedPage header;
  header.size(9).grid({100, 180, 260}, {700, 712, 724});
  header.print(104, 709, U"项目").print(184, 709, U"金额");
  EXPECT_THAT(cells_on(header), ElementsAre("项目", "金额", "", ""));
}

TEST(TableNotes, TakeATitleAtTheFootOfAPageForTheTableOnTheNext) {
  PrintedPage first;
  first.grid({50, 250, 350}, {100, 120, 140}).print(54, 115, U"会议").print(254, 115, U"3.00");
  first.print_centred(760, U"培训费明细表").print(300, 780, U"单位：万元");
  PrintedPage second;
  second.grid({50, 250, 350}, {60, 80, 100}).print(54, 75, U"培训").print(254, 75, U"2.00");
  const Layout layout = laid_out(document_of({first, second}));
  EXPECT_EQ(layout.tables.size(), 2U);
  ASSERT_EQ(layout.grids.size(), 2U);
  std::vector<std::string> above;
  for (const Line& line : layout.grids[1].above) above.push_back(line.text.utf8());
  EXPECT_THAT(above, ElementsAre("培训费明细表", "单位：万元"));
}

}  // namespace
}  // namespace mingxi::layout
