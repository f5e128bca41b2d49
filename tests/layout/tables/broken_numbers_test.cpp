#include "layout/tables/broken_numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "layout/layout.h"
#include "support/printed_page.h"
#include "support/table_page.h"

namespace mingxi::layout {
namespace {

using testing::ElementsAre;

/// The texts of the cells of each grid that are not blank, cell by cell.
std::vector<std::vector<std::string>> texts_of(const std::vector<Page>& pages) {
  std::vector<std::vector<std::string>> texts;
  for (const Grid& grid : laid_out(document_of(pages)).grids) {
    texts.emplace_back();
    for (const GridCell& cell : grid.cells)
      if (!cell.text.empty()) texts.back().push_back(cell.text.utf8());
  }
  return texts;
}

// Digits and points are 6 points wide: eight fill a cell of 52.
TEST(BrokenNumbers, ANumberThatFillsItsCellGoesOnInItsNextLine) {
  const Page page = PrintedPage()
                        .grid({50, 200, 252}, {100, 140, 180})
                        .print(60, 125, U"合计")
                        .print(202, 115, U"18,536.8")
                        .print(244, 132, U"8")
                        .print(60, 165, U"小计")
                        .print(202, 165, U"6,099.52");
  EXPECT_THAT(texts_of({page}), ElementsAre(ElementsAre("合计", "18,536.88", "小计", "6,099.52")));
}

TEST(BrokenNumbers, TwoNumbersInOneWideCellStayTwo) {
  const Page page = PrintedPage()
                        .grid({50, 200, 352}, {100, 140, 180})
                        .print(60, 125, U"合计")
                        .print(202, 115, U"100")
                        .print(202, 132, U"200")
                        .print(60, 165, U"小计");
  EXPECT_THAT(texts_of({page}), ElementsAre(ElementsAre("合计", "100 200", "小计")));
}

/// Two pages of a table of three columns, of which the last is narrow: the last row of the first
/// page and the first of the next.
std::vector<Page> pages_with(std::u32string_view end, std::u32string_view name,
                             std::u32string_view begin, std::u32string_view amount = U"") {
  PrintedPage first;
  first.grid({50, 200, 300, 352}, {700, 720, 740, 760})
      .print(60, 715, U"单位")
      .print(210, 715, U"总计")
      .print(306, 715, U"收入")
      .print(60, 735, U"甲局")
      .print(210, 735, U"7,199.52")
      .print(302, 735, U"6,099.52")
      .print(60, 755, U"乙中心")
      .print(210, 755, U"14,549.64")
      .print(302, 755, end);
  PrintedPage next;
  next.grid({50, 200, 300, 352}, {60, 80, 100})
      .print(60, 75, name)
      .print(210, 75, amount)
      .print(344, 75, begin)
      .print(60, 95, U"丙所")
      .print(210, 95, U"614.79")
      .print(316, 95, U"614.79");
  return {first, next};
}

TEST(BrokenNumbers, ANumberThatThePageBreaksIsPutTogetherWithItsRow) {
  EXPECT_THAT(texts_of(pages_with(U"12,437.3", U"分部", U"6")).front(),
              ElementsAre("单位", "总计", "收入", "甲局", "7,199.52", "6,099.52", "乙中心分部",
                          "14,549.64", "12,437.36"));
  EXPECT_THAT(texts_of(pages_with(U"12,437.3", U"分部", U"6"))[1],
              ElementsAre("丙所", "614.79", "614.79"));
}

TEST(BrokenNumbers, FiguresOfTwoRowsStayTwo) {
  for (const auto& pages : {
           pages_with(U"2,437.36", U"丁站", U"6"),           // whole as it is
           pages_with(U"37.3", U"丁站", U"6"),               // it had room
           pages_with(U"12,437.3", U"丁站", U"6", U"6.00"),  // a row with a total of its own
       })
    EXPECT_THAT(texts_of(pages).back(), testing::Contains("6"));
}

}  // namespace
}  // namespace mingxi::layout
