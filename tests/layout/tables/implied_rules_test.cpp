#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "layout/layout.h"
#include "support/printed_page.h"
#include "support/table_page.h"

namespace mingxi::layout {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char32_t* kNames[] = {U"行政运行", U"档案馆", U"住房公积金", U"合计"};
constexpr const char32_t* kTotals[] = {U"312.40", U"88.65", U"36.08", U"437.13"};
constexpr const char32_t* kBasics[] = {U"312.40", U"0.00", U"36.08", U"348.48"};

/// A header and four rows of a name and two figures, from y = 100 in steps of 20.
PrintedPage table_text() {
  PrintedPage page;
  page.print(100, 100, U"科目名称").print(250, 100, U"合计").print(350, 100, U"基本支出");
  for (int i = 0; i < 4; ++i) {
    const double y = 120 + 20.0 * i;
    page.print(100, y, kNames[i]);
    page.print(290 - 6.0 * static_cast<double>(std::char_traits<char32_t>::length(kTotals[i])), y,
               kTotals[i]);
    page.print(398 - 6.0 * static_cast<double>(std::char_traits<char32_t>::length(kBasics[i])), y,
               kBasics[i]);
  }
  return page;
}

std::string text_at(const Grid& grid, int row, int column) {
  for (const GridCell& cell : grid.cells)
    if (cell.row == row && cell.column == column) return cell.text.utf8();
  return "none";
}

TEST(ImpliedRules, ReadsATableOfThreeRules) {
  const Page page =
      table_text().rule(95, 85, 400, 85).rule(95, 106, 400, 106).rule(95, 190, 400, 190);
  const Layout layout = lay_out(document_of({page}), table_pack().layout);
  ASSERT_THAT(layout.grids, SizeIs(1));
  EXPECT_EQ(layout.grids[0].rows(), 5);
  EXPECT_EQ(layout.grids[0].columns(), 3);
  EXPECT_EQ(text_at(layout.grids[0], 0, 2), "基本支出");
  EXPECT_EQ(text_at(layout.grids[0], 4, 1), "437.13");
  EXPECT_THAT(layout.unread, IsEmpty());
}

TEST(ImpliedRules, PartsTheRowsOfATableWithoutRulesBetweenThem) {
  PrintedPage page = table_text();
  page.grid({95, 230, 320, 405}, {85, 106, 190});
  const Layout layout = lay_out(document_of({page}), table_pack().layout);
  ASSERT_THAT(layout.grids, SizeIs(1));
  EXPECT_EQ(layout.grids[0].rows(), 5);
  EXPECT_EQ(text_at(layout.grids[0], 2, 0), "档案馆");
  EXPECT_EQ(text_at(layout.grids[0], 2, 1), "88.65");
}

TEST(ImpliedRules, ReportsATableWithoutAnyRule) {
  const Layout layout = lay_out(document_of({table_text()}), table_pack().layout);
  EXPECT_THAT(layout.grids, IsEmpty());
  EXPECT_THAT(layout.unread, SizeIs(1));
}

TEST(ImpliedRules, LeavesProseBetweenRulesAlone) {
  PrintedPage page;
  page.rule(50, 60, 500, 60).rule(50, 200, 500, 200);
  for (double y = 80; y < 180; y += 20)
    page.print(60, y, U"收入预算478.35万元，比上年增加21.15万元。");
  const Layout layout = lay_out(document_of({page}), table_pack().layout);
  EXPECT_THAT(layout.grids, IsEmpty());
  EXPECT_THAT(layout.unread, IsEmpty());
}

TEST(LayOut, ReadsTwoColumnsOneAfterTheOther) {
  PrintedPage page;
  for (int i = 0; i < 5; ++i) {
    page.size(12).print(40, 100 + 20.0 * i, U"左边的收入与支出情况说明如下本年");
    page.print(310, 100 + 20.0 * i, U"右边的机关运行经费与政府采购情况");
  }
  const Layout layout = lay_out(document_of({page}), table_pack().layout);
  std::string text;
  for (const Paragraph& paragraph : layout.paragraphs) text += paragraph.text.utf8();
  EXPECT_LT(text.rfind("左边"), text.find("右边"));
}

TEST(LayOut, ASentenceOnThePageBesideATableStaysProse) {
  PrintedPage page(842, 595);
  page.grid({450, 600, 780}, {100, 130, 160, 190})
      .print(460, 120, U"项目")
      .print(460, 150, U"合计")
      .print(40, 120, U"第二部分预算情况说明")
      .print(40, 150, U"二〇二六年收入预算为621.70万元，比上年增加15.30万元。");
  const Layout layout = lay_out(document_of({page}), table_pack().layout);
  EXPECT_THAT(layout.paragraphs,
              ::testing::Contains(::testing::Field(&Paragraph::role, ParagraphRole::kBody)));
}

}  // namespace
}  // namespace mingxi::layout
