#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "layout/layout.h"
#include "support/printed_page.h"
#include "support/table_page.h"

namespace mingxi::layout {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// "0,1 2x1 合计" for each cell of a grid: row, column, rows x columns, text.
std::vector<std::string> cells_of(const Grid& grid) {
  std::vector<std::string> result;
  for (const GridCell& cell : grid.cells) {
    result.push_back(std::to_string(cell.row) + "," + std::to_string(cell.column) + " " +
                     std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span));
    if (!cell.text.empty()) result.back() += " " + cell.text.utf8();
  }
  return result;
}

/// The cells of the only grid of a page, with their texts.
std::vector<std::string> cells_on(const Page& page) {
  const Layout layout = laid_out(document_of({page}));
  EXPECT_THAT(layout.grids, SizeIs(1));
  return layout.grids.empty() ? std::vector<std::string>() : cells_of(layout.grids[0]);
}

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

TEST(FindGrids, ReadsCellsLeftToRightAndTopToBottom) {
  EXPECT_THAT(cells_on(PrintedPage()
                           .grid({100, 200, 300}, {80, 110, 140})
                           .print(210, 130, U"1.00")
                           .print(110, 100, U"项目")
                           .print(110, 130, U"甲")
                           .print(210, 100, U"合计")),
              ElementsAre("0,0 1x1 项目", "0,1 1x1 合计", "1,0 1x1 甲", "1,1 1x1 1.00"));
}

TEST(FindGrids, MergesFieldsWithoutASideBetweenThem) {
  PrintedPage page;  // 项目 over two rows, 支出 over two columns
  page.rule(100, 80, 400, 80).rule(200, 110, 400, 110).rule(100, 140, 400, 140);
  page.rule(100, 170, 400, 170).rule(100, 80, 100, 170).rule(200, 80, 200, 170);
  page.rule(300, 110, 300, 170).rule(400, 80, 400, 170);
  page.print(110, 115, U"项目").print(290, 100, U"支出").print(210, 130, U"基本");
  page.print(310, 130, U"项目");
  EXPECT_THAT(cells_on(page), ElementsAre("0,0 2x1 项目", "0,1 1x2 支出", "1,1 1x1 基本",
                                          "1,2 1x1 项目", "2,0 1x1", "2,1 1x1", "2,2 1x1"));
}

TEST(FindGrids, TakesDoubledRulesForOne) {
  PrintedPage page;
  page.grid({100, 200, 300}, {80, 110, 140}).grid({101.5, 201.5, 301.5}, {81.5, 111.5, 141.5});
  page.print(110, 100, U"项目");
  EXPECT_THAT(cells_on(page), ElementsAre("0,0 1x1 项目", "0,1 1x1", "1,0 1x1", "1,1 1x1"));
}

TEST(FindGrids, ClosesATableThatIsOpenAtTheTop) {
  PrintedPage page;
  for (const double x : {100.0, 200.0, 300.0}) page.rule(x, 80, x, 140);
  page.rule(100, 110, 300, 110).rule(100, 140, 300, 140);
  page.print(110, 100, U"项目").print(110, 130, U"甲");
  const std::vector<Grid> grids = find_grids(page);
  ASSERT_THAT(grids, SizeIs(1));
  EXPECT_TRUE(grids[0].is_open_above);
  EXPECT_FALSE(grids[0].is_open_below);
  EXPECT_THAT(cells_on(page), ElementsAre("0,0 1x1 项目", "0,1 1x1", "1,0 1x1 甲", "1,1 1x1"));
}

TEST(FindGrids, ClosesATableThatIsOpenAtTheBottom) {
  PrintedPage page;
  for (const double x : {100.0, 200.0, 300.0}) page.rule(x, 80, x, 140);
  page.rule(100, 80, 300, 80).rule(100, 110, 300, 110);
  const std::vector<Grid> grids = find_grids(page);
  ASSERT_THAT(grids, SizeIs(1));
  EXPECT_TRUE(grids[0].is_open_below);
  EXPECT_FALSE(grids[0].is_open_above);
  EXPECT_EQ(grids[0].rows(), 2);
}

TEST(FindGrids, ClosesATableThatIsOpenAtItsSides) {
  PrintedPage page;
  for (const double y : {80.0, 110.0, 140.0}) page.rule(100, y, 400, y);
  page.rule(200, 80, 200, 140).rule(300, 80, 300, 140);
  page.print(110, 100, U"项目").print(310, 100, U"备注");
  EXPECT_THAT(cells_on(page), ElementsAre("0,0 1x1 项目", "0,1 1x1", "0,2 1x1 备注", "1,0 1x1",
                                          "1,1 1x1", "1,2 1x1"));
}

TEST(FindGrids, JoinsDigitsWrappedInACell) {
  EXPECT_THAT(cells_on(PrintedPage()
                           .grid({100, 140, 300}, {80, 120})
                           .print(104, 95, U"1682.7")
                           .print(104, 110, U"6")
                           .print(150, 95, U"社会保障和")
                           .print(150, 110, U"就业支出")),
              ElementsAre("0,0 1x1 1682.76", "0,1 1x1 社会保障和就业支出"));
}

TEST(FindGrids, CutsAnLIntoRectanglesThatShareNoPlace) {
  PrintedPage page;  // the corner at the bottom right is outside
  page.rule(100, 80, 300, 80).rule(100, 110, 300, 110).rule(100, 140, 200, 140);
  page.rule(100, 80, 100, 140).rule(200, 80, 200, 140).rule(300, 80, 300, 110);
  EXPECT_THAT(cells_on(page), ElementsAre("0,0 1x1", "0,1 1x1", "1,0 1x1"));
}

TEST(FindGrids, CutsACellInTheShapeOfAnLIntoRectangles) {
  PrintedPage page;  // one set of fields: the first column and the bottom row
  page.rule(100, 80, 300, 80).rule(200, 110, 300, 110).rule(100, 140, 300, 140);
  page.rule(100, 80, 100, 140).rule(200, 80, 200, 110).rule(300, 80, 300, 140);
  const std::vector<Grid> grids = find_grids(page);
  ASSERT_THAT(grids, SizeIs(1));
  std::vector<int> covered(4, 0);
  for (const GridCell& cell : grids[0].cells)
    for (int row = cell.row; row < cell.row + cell.row_span; ++row)
      for (int column = cell.column; column < cell.column + cell.column_span; ++column)
        ++covered[static_cast<std::size_t>(2 * row + column)];
  EXPECT_THAT(covered, ElementsAre(1, 1, 1, 1));
}

TEST(FindGrids, GivesTextsOfTwoTablesToTheirOwn) {
  const Layout layout = laid_out(document_of({PrintedPage()
                                                  .grid({100, 200, 300}, {80, 110})
                                                  .print(110, 100, U"甲")
                                                  .grid({320, 420, 520}, {80, 110})
                                                  .print(330, 100, U"乙")
                                                  .grid({100, 200, 300}, {300, 330})
                                                  .print(110, 320, U"丙")}));
  ASSERT_THAT(layout.grids, SizeIs(3));
  EXPECT_EQ(layout.grids[0].cells[0].text.utf8(), "甲");
  EXPECT_EQ(layout.grids[1].cells[0].text.utf8(), "乙");
  EXPECT_EQ(layout.grids[2].cells[0].text.utf8(), "丙");
}

TEST(FindGrids, GivesNoTwoCellsOnePlaceWhateverIsDrawn) {
  std::uint32_t state = 1;
  const auto next = [&state](std::uint32_t below) {
    state = state * 1664525 + 1013904223;
    return (state >> 8) % below;
  };
  for (int i = 0; i < 300; ++i) {
    PrintedPage page;
    for (int k = 0; k < 40; ++k) {
      const double x = 100 + 20.0 * next(8);
      const double y = 100 + 20.0 * next(8);
      page.rule(x, y, x + 20.0 * next(6), y).rule(x, y, x, y + 20.0 * next(6));
    }
    for (const Grid& grid : find_grids(page)) {
      std::vector<int> covered(static_cast<std::size_t>(grid.rows() * grid.columns()), 0);
      for (const GridCell& cell : grid.cells) {
        ASSERT_GE(cell.row_span, 1);
        ASSERT_GE(cell.column_span, 1);
        ASSERT_LE(cell.row + cell.row_span, grid.rows());
        ASSERT_LE(cell.column + cell.column_span, grid.columns());
        for (int row = cell.row; row < cell.row + cell.row_span; ++row)
          for (int column = cell.column; column < cell.column + cell.column_span; ++column)
            ++covered[static_cast<std::size_t>(row * grid.columns() + column)];
      }
      EXPECT_THAT(covered, ::testing::Each(::testing::Le(1))) << "page " << i;
    }
  }
}

TEST(FindGrids, CopesWithAHundredThousandRulings) {
  PrintedPage page;
  for (int i = 0; i < 50000; ++i) {
    const double x = 10 + (i * 37 % 5700) / 10.0;
    const double y = 10 + (i * 53 % 8200) / 10.0;
    page.rule(10, y, 580, y).rule(x, 10, x, 830);
  }
  const std::vector<Grid> grids = find_grids(page);
  ASSERT_THAT(grids, SizeIs(1));
  EXPECT_LE(grids[0].cells.size(), 595u * 842u);
}

}  // namespace
}  // namespace mingxi::layout
