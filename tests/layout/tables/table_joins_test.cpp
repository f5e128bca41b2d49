#include "layout/tables/table_joins.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "layout/layout.h"
#include "support/printed_page.h"
#include "support/table_page.h"

namespace mingxi::layout {
namespace {

using ::testing::ElementsAre;

/// A page with a table of three columns, its rows 24 points high, below its title if it has one.
PrintedPage table_page(std::u32string_view title,
                       const std::vector<std::vector<std::u32string>>& rows) {
  PrintedPage page;
  if (!title.empty()) page.print_centred(70, title);
  std::vector<double> ys = {100};
  for (const auto& row : rows) {
    double x = 106;
    for (const std::u32string& text : row) {
      page.print(x, ys.back() + 16, text);
      x += 130;
    }
    ys.push_back(ys.back() + 24);
  }
  page.grid({100, 230, 360, 490}, ys);
  return page;
}

const std::vector<std::u32string> kHeader = {U"科目编码", U"科目名称", U"合计"};
const std::vector<std::u32string> kFirst = {U"2010601", U"行政运行", U"12.50"};
const std::vector<std::u32string> kLater = {U"2010650", U"事业运行", U"3.00"};

/// "1,2 repeated_header" for each table: the pages of its parts, and why they belong together.
std::vector<std::string> tables_of(std::vector<Page> pages) {
  const Layout layout = laid_out(document_of(std::move(pages)));
  std::vector<std::string> result;
  for (const GridSequence& table : layout.tables) {
    std::string line;
    for (const std::size_t grid : table.grids)
      line += (line.empty() ? "" : ",") + std::to_string(layout.grids[grid].page);
    for (const TableJoin& join : table.joins) line += " " + join.reason;
    result.push_back(line);
  }
  return result;
}

TEST(JoinGrids, JoinsAPartWithTheSameHeader) {
  EXPECT_THAT(
      tables_of({table_page(U"支出总表", {kHeader, kFirst}), table_page(U"", {kHeader, kLater})}),
      ElementsAre("1,2 repeated_header"));
}

TEST(JoinGrids, JoinsAPartWithTheSameTitleAndHeader) {
  EXPECT_THAT(tables_of({table_page(U"支出总表", {kHeader, kFirst}),
                         table_page(U"支出总表", {kHeader, kLater})}),
              ElementsAre("1,2 repeated_title"));
}

TEST(JoinGrids, JoinsATableUnderTheHeadingOfItsPart) {
  PrintedPage first = table_page(U"支出总表", {kHeader, kFirst});
  first.print_centred(50, U"二、表格部分");
  EXPECT_THAT(tables_of({first, table_page(U"支出总表", {kHeader, kLater})}),
              ElementsAre("1,2 repeated_title"));
}

TEST(JoinGrids, JoinsAPartWhoseTitleSaysThatItGoesOn) {
  EXPECT_THAT(tables_of({table_page(U"支出总表", {kHeader, kFirst}),
                         table_page(U"支出总表（续表）", {kHeader, kLater})}),
              ElementsAre("1,2 repeated_title"));
}

TEST(JoinGrids, JoinsAPartWithoutTitleAndHeader) {
  EXPECT_THAT(tables_of({table_page(U"支出总表", {kHeader, kFirst}), table_page(U"", {kLater}),
                         table_page(U"", {kLater})}),
              ElementsAre("1,2,3 same_columns same_columns"));
}

TEST(JoinGrids, JoinsASingleRowOfTheSum) {
  EXPECT_THAT(tables_of({table_page(U"支出总表", {kHeader, kFirst}),
                         table_page(U"", {{U"", U"合计", U"12.50"}})}),
              ElementsAre("1,2 same_columns"));
}

TEST(JoinGrids, JoinsARowThatThePageBreaks) {
  PrintedPage first = table_page(U"支出总表", {kHeader, kFirst});
  for (const double x : {100.0, 230.0, 360.0, 490.0}) first.rule(x, 148, x, 190);
  first.print(236, 170, U"一般行政");
  EXPECT_THAT(tables_of({first, table_page(U"", {{U"", U"管理事务", U""}})}),
              ElementsAre("1,2 open_row"));
}

TEST(JoinGrids, KeepsATableWithAnotherTitleApart) {
  EXPECT_THAT(tables_of({table_page(U"收入总表", {kHeader, kFirst}),
                         table_page(U"支出总表", {kHeader, kLater})}),
              ElementsAre("1", "2"));
}

TEST(JoinGrids, KeepsATableWithOtherColumnsApart) {
  EXPECT_THAT(tables_of({table_page(U"支出总表", {kHeader, kFirst}),
                         PrintedPage().grid({60, 300, 540}, {100, 124, 148})}),
              ElementsAre("1", "2"));
}

TEST(JoinGrids, KeepsApartWhatAPageSeparates) {
  EXPECT_THAT(tables_of({table_page(U"支出总表", {kHeader, kFirst}), PrintedPage(),
                         table_page(U"", {kLater})}),
              ElementsAre("1", "3"));
}

TEST(JoinGrids, GoesOnWithTheLastTableOfAPageAlone) {
  PrintedPage page = table_page(U"收入总表", {kHeader, kFirst});
  page.print_centred(300, U"支出总表").grid({60, 300, 540}, {320, 344, 368});
  EXPECT_THAT(tables_of({page, table_page(U"", {kLater})}), ElementsAre("1", "1", "2"));
}

}  // namespace
}  // namespace mingxi::layout
