#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "layout/layout.h"
#include "support/printed_page.h"

namespace mingxi {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(FindGrids, FindsWhereRulingsCross) {
  const Page page = PrintedPage().grid({100, 200, 300}, {80, 110, 140});
  const std::vector<Grid> regions = find_grids(page);
  ASSERT_THAT(regions, SizeIs(1));
  EXPECT_NEAR(regions[0].box.left, 100, 1);
  EXPECT_NEAR(regions[0].box.bottom, 140, 1);
}

TEST(FindGrids, TakesNoUnderlineForATable) {
  const Page page = PrintedPage().rule(100, 110, 300, 110).rule(60, 780, 530, 780);
  EXPECT_THAT(find_grids(page), IsEmpty());
}

TEST(FindGrids, JoinsPiecesThatDoNotQuiteMeet) {
  PrintedPage page;
  for (double x = 100; x < 300; x += 50) {
    for (double y = 80; y <= 140; y += 30) page.rule(x + 1, y, x + 49, y);
  }
  for (double x = 100; x <= 300; x += 50) {
    for (double y = 80; y < 140; y += 30) page.rule(x, y + 1, x, y + 29);
  }
  EXPECT_THAT(find_grids(page), SizeIs(1));
}

TEST(FindGrids, KeepsTwoTablesApart) {
  const Page page =
      PrintedPage().grid({100, 200, 300}, {80, 110}).grid({100, 200, 300}, {300, 330});
  EXPECT_THAT(find_grids(page), SizeIs(2));
}

TEST(FindGrids, TakesTheFrameOfAPageForNoTable) {
  PrintedPage page;
  page.grid({40, 555}, {40, 800});
  for (double y = 100; y < 400; y += 24) page.print(60, y, U"本部门的收入与支出情况说明如下");
  EXPECT_THAT(find_grids(page), IsEmpty());
}

TEST(FindGrids, FindsTheTableInTheFrameOfAPage) {
  PrintedPage page;
  page.grid({40, 555}, {40, 800}).grid({100, 200, 300}, {500, 530, 560});
  for (double y = 100; y < 400; y += 24) page.print(60, y, U"本部门的收入与支出情况说明如下");
  const std::vector<Grid> regions = find_grids(page);
  ASSERT_THAT(regions, SizeIs(1));
  EXPECT_NEAR(regions[0].box.top, 500, 1);
}

TEST(FindGrids, TakesTheSidesOfCellsThatRunOverTheWholePage) {
  PrintedPage page;
  page.grid({300, 400, 500}, {80, 110, 140}).rule(60, 80, 60, 140).rule(150, 80, 150, 140);
  const std::vector<Grid> regions = find_grids(page);
  ASSERT_THAT(regions, SizeIs(1));
  EXPECT_NEAR(regions[0].box.left, 60, 1);
}

TEST(FindGrids, TakesThreeSidesAlikeForATable) {
  const Page page =
      PrintedPage().rule(60, 80, 60, 500).rule(300, 80, 300, 500).rule(500, 80, 500, 500);
  EXPECT_THAT(find_grids(page), SizeIs(1));
}

TEST(FindGrids, StandsAHundredThousandRulings) {
  PrintedPage page;
  for (int i = 0; i < 50000; ++i) {
    const double x = 10 + (i * 37 % 5700) / 10.0;
    const double y = 10 + (i * 53 % 8200) / 10.0;
    page.rule(10, y, 580, y).rule(x, 10, x, 830);
  }
  EXPECT_THAT(find_grids(page), SizeIs(1));
}

}  // namespace
}  // namespace mingxi
