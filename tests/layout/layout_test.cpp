#include "layout/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/printed_page.h"
#include "support/table_page.h"

namespace mingxi::layout {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

// The block of these pages: 60 to 540, 40 characters of 12 points; first lines are indented by two.
constexpr double kLeft = 60;
constexpr double kIndent = 84;
constexpr std::u32string_view kFortyCharacters =
    U"本部门年初预算安排的收入和支出按照有关规定编制并且经过批准以后向社会公开接受监督";

std::u32string full(std::u32string_view begin, std::size_t count = 40) {
  std::u32string line(begin);
  line += kFortyCharacters;
  line.resize(count);
  return line;
}

std::vector<std::string> texts_of(const Layout& layout, ParagraphRole role) {
  std::vector<std::string> texts;
  for (const Paragraph& paragraph : layout.paragraphs)
    if (paragraph.role == role) texts.push_back(paragraph.text.utf8());
  return texts;
}

std::vector<std::string> body_of(std::vector<Page> pages) {
  return texts_of(laid_out(document_of(std::move(pages))), ParagraphRole::kBody);
}

std::vector<std::string> titles_of(const Layout& layout) {
  std::vector<std::string> titles;
  for (const Section& section : layout.sections) titles.push_back(section.title);
  return titles;
}

/// Two paragraphs that show the block, from y 100 to 220; they begin with 甲 and 乙.
PrintedPage prose_page(double down = 0) {
  PrintedPage page;
  double y = 100 + down;
  for (const std::u32string_view begin : {U"甲", U"乙"}) {
    page.print(kIndent, y, full(begin, 38));
    page.print(kLeft, y + 24, full(U"中"));
    page.print(kLeft, y + 48, U"完。");
    y += 72;
  }
  return page;
}

TEST(LayOut, JoinsTheLinesOfAParagraph) {
  const std::vector<std::string> body = body_of({prose_page()});
  ASSERT_EQ(body.size(), 2u);
  EXPECT_TRUE(body[0].starts_with("甲") && body[0].ends_with("完。")) << body[0];
  EXPECT_TRUE(body[1].starts_with("乙")) << body[1];
}

TEST(LayOut, JoinsANumberSplitOverALine) {
  PrintedPage page = prose_page();
  page.print(kIndent, 244, full(U"", 34) + U"2946.25 万")
      .print(kLeft, 268, U"元，减少1,")
      .print(kLeft, 292, U"066.60万元。");
  EXPECT_THAT(body_of({page}), Contains(::testing::EndsWith("2946.25万元，减少1,066.60万元。")));
}

TEST(LayOut, JoinsASentenceOverThePageBreakPastThePageNumber) {
  PrintedPage first = prose_page();
  first.print(kIndent, 700, full(U"丙", 38)).print(290, 810, U"- 1 -");
  PrintedPage second;
  second.print(kLeft, 100, U"和支出。").print(290, 810, U"- 2 -");
  const std::vector<std::string> body = body_of({first, second});
  ASSERT_EQ(body.size(), 3u);
  EXPECT_TRUE(body[2].starts_with("丙") && body[2].ends_with("和支出。")) << body[2];
}

TEST(LayOut, LeavesOutLinesThatRepeatAtThePageEdge) {
  std::vector<Page> pages;
  for (int i = 0; i < 4; ++i) {
    PrintedPage page = prose_page(100);
    page.print(60, 50, U"某市财政局2026年部门预算").print_centred(810, U"第 3 页 共 9 页");
    pages.push_back(page);
  }
  const Layout layout = laid_out(document_of(pages));
  EXPECT_THAT(layout.running_heads, ElementsAre("某市财政局2026年部门预算"));
  for (const Paragraph& paragraph : layout.paragraphs)
    EXPECT_THAT(paragraph.text.utf8(), Not(::testing::HasSubstr("财政局")));
}

TEST(LayOut, TakesNoNumberAtALineStartForANumbering) {
  PrintedPage page = prose_page();
  page.print(kIndent, 244, full(U"支出为上年的", 38)).print(kLeft, 268, U"1.2倍，即12万元。");
  EXPECT_THAT(body_of({page}), Contains(::testing::EndsWith("1.2倍，即12万元。")));
}

TEST(LayOut, ReadsTextWithoutIndentationAndWithBlankLinesBetweenAllLines) {
  PrintedPage page;
  double y = 60;
  const auto line = [&page, &y](std::u32string_view text) { page.print(0, y += 24, text); };
  line(U"一、职责");
  line(full(U"（一）负责", 24));
  line(full(U"", 26));
  line(U"管理。");
  line(full(U"（二）拟订", 24));
  y += 48;  // a page break
  line(full(U"", 26));
  line(U"政策。");
  const Layout layout = laid_out(document_of({page}));
  EXPECT_THAT(titles_of(layout), ElementsAre("职责"));
  EXPECT_THAT(texts_of(layout, ParagraphRole::kBody),
              ElementsAre(::testing::EndsWith("管理。"), ::testing::EndsWith("政策。")));
}

TEST(LayOut, BuildsTheTreeOfSections) {
  PrintedPage page = prose_page();
  page.print_centred(244, U"第一部分 概况").print(kIndent, 268, U"一、收支情况");
  page.print(kIndent, 292, U"（一）收入").print(kIndent, 316, U"收入100万元。");
  page.print(kIndent, 340, U"二、采购").print(kIndent, 364, U"无。");
  const Layout layout = laid_out(document_of({page}));
  ASSERT_THAT(titles_of(layout), ElementsAre("概况", "收支情况", "收入", "采购"));
  EXPECT_EQ(layout.sections[1].parent, 0);
  EXPECT_EQ(layout.sections[2].parent, 1);
  EXPECT_EQ(layout.sections[3].parent, 0);
  EXPECT_EQ(layout.sections[3].level, 2);
  EXPECT_EQ(layout.paragraphs.back().section, 3);
}

TEST(LayOut, OpensASectionForARunInTitleAndKeepsItInTheText) {
  PrintedPage page = prose_page();
  page.print(kIndent, 244, U"（一）收入预算：2026年收入100万元。");
  const Layout layout = laid_out(document_of({page}));
  EXPECT_THAT(titles_of(layout), ElementsAre("收入预算"));
  EXPECT_EQ(layout.paragraphs.back().text.utf8(), "(一)收入预算：2026年收入100万元。");
  EXPECT_EQ(layout.paragraphs.back().role, ParagraphRole::kBody);
  EXPECT_EQ(layout.paragraphs.back().section, 0);
}

TEST(LayOut, TakesAStatementForNoHeading) {
  PrintedPage page = prose_page();
  page.print(kIndent, 244, U"（一）财政拨款收入12.72万元").print(kIndent, 268, U"1.事业收入0万元");
  EXPECT_THAT(laid_out(document_of({page})).sections, IsEmpty());
}

TEST(LayOut, JoinsAHeadingOverTwoLines) {
  PrintedPage page = prose_page();
  page.size(18)
      .print(66, 260, U"第二部分某市某区财政局二〇二四年度部门决算")
      .print_centred(284, U"情况说明");
  EXPECT_THAT(titles_of(laid_out(document_of({page}))),
              ElementsAre("某市某区财政局二〇二四年度部门决算情况说明"));
}

TEST(LayOut, JoinsThePartNumberWithTheTitleFarBelow) {
  PrintedPage page;
  page.size(22).print(62, 100, U"第一部分").print_centred(345, U"部门概况");
  const Layout layout = laid_out(document_of({prose_page(), page}));
  EXPECT_THAT(titles_of(layout), ElementsAre("部门概况"));
}

TEST(LayOut, KeepsTheTextOfTablesAndTheirTitlesOutOfTheProse) {
  PrintedPage page = prose_page();
  page.print_centred(300, U"部门收支总表").print(420, 320, U"单位：万元");
  page.grid({60, 300, 540}, {330, 360, 390}).print(70, 350, U"本年收入").print(310, 350, U"100");
  page.print(60, 410, U"注：本表反映收支情况。");
  page.print(kIndent, 450, U"收入100万元。");
  const Layout layout = laid_out(document_of({page}));
  EXPECT_THAT(layout.sections, IsEmpty());
  EXPECT_THAT(texts_of(layout, ParagraphRole::kNote),
              ElementsAre("部门收支总表", "单位：万元", "注：本表反映收支情况。"));
  EXPECT_EQ(texts_of(layout, ParagraphRole::kBody).back(), "收入100万元。");
  EXPECT_EQ(layout.paragraphs.size(), 6u);
}

TEST(LayOut, SetsTheLabelsOfAChartAside) {
  PrintedPage page = prose_page();
  page.size(16).print_centred(260, U"支出分类").size(9);
  page.print(300, 290, U"82%").print(350, 310, U"工资福利支出").print(350, 330, U"资本性支出");
  const Layout layout = laid_out(document_of({page}));
  EXPECT_THAT(layout.sections, IsEmpty());
  EXPECT_THAT(texts_of(layout, ParagraphRole::kNote),
              ElementsAre("支出分类", "82%", "工资福利支出", "资本性支出"));
}

TEST(LayOut, DistinguishesCoverAndContentsFromTheText) {
  PrintedPage cover;
  cover.size(26).print_centred(300, U"某市财政局2026年部门预算");
  PrintedPage contents;
  contents.print_centred(80, U"目　录");
  contents.print(60, 110, U"第一部分 概况…………………………1").print(60, 134, U"一、职责…………………………1");
  PrintedPage text;
  text.print_centred(80, U"第一部分 概况").print(kIndent, 110, U"一、职责");
  text.print(kIndent, 134, full(U"负责", 38)).print(kLeft, 158, U"工作。");
  const Layout layout = laid_out(document_of({cover, contents, text}));
  EXPECT_THAT(texts_of(layout, ParagraphRole::kCover), ElementsAre("某市财政局2026年部门预算"));
  EXPECT_THAT(
      texts_of(layout, ParagraphRole::kContents),
      ElementsAre("目录", ::testing::StartsWith("第一部分"), ::testing::StartsWith("一、")));
  EXPECT_THAT(titles_of(layout), ElementsAre("概况", "职责"));
}

TEST(LayOut, EndsContentsWithoutPageNumbersWhereTheFirstEntryComesAgain) {
  PrintedPage first;
  first.print_centred(60, U"目").print_centred(90, U"录");
  first.print(60, 120, U"第一部分 概况").print(60, 144, U"一、主要职责");
  PrintedPage second;
  second.print(60, 80, U"第二部分 预算表").print(60, 104, U"1、收支总表");
  PrintedPage text;
  text.print_centred(80, U"第一部分 单位概况").print(kIndent, 110, U"一、主要职责");
  text.print(kIndent, 134, full(U"负责", 38)).print(kLeft, 158, U"工作。");
  const Layout layout = laid_out(document_of({first, second, text}));
  EXPECT_EQ(texts_of(layout, ParagraphRole::kContents).size(), 6u);
  EXPECT_THAT(titles_of(layout), ElementsAre("单位概况", "主要职责"));
}

TEST(LayOut, LeavesOutPageNumbersOfATextThatLostItsPageBreaks) {
  PrintedPage page = prose_page();
  page.print(kIndent, 244, full(U"丙", 38))
      .print(290, 292, U"- 1 -")
      .print(kLeft, 340, U"和支出。");
  page.print(kIndent, 364, full(U"丁", 38)).print(kLeft, 388, U"完。");
  Page text = page;
  text.text_source = TextSource::kPlain;
  EXPECT_THAT(body_of({text}), Contains(::testing::AllOf(::testing::StartsWith("丙"),
                                                         ::testing::EndsWith("和支出。"))));
}

TEST(LayOut, JoinsALineThatBeginsFurtherLeftThanTheIndentedOneBefore) {
  PrintedPage page = prose_page();  // a narrower block within: from 84, its first line from 108
  page.print(108, 244, full(U"丙", 36)).print(84, 268, U"元，其他收入35万元。");
  EXPECT_THAT(body_of({page}), Contains(::testing::EndsWith("元，其他收入35万元。")));
  EXPECT_EQ(body_of({page}).size(), 3u);
}

TEST(LayOut, EndsARunInSectionBeforeItsNextSibling) {
  PrintedPage page = prose_page();
  page.print(kIndent, 244, U"三、支出预算").print(kIndent, 268, U"（一）基本支出。预算100万元。");
  page.print(kIndent, 292, U"（二）年终结转结余资金0万元");
  const Layout layout = laid_out(document_of({page}));
  EXPECT_THAT(titles_of(layout), ElementsAre("支出预算", "基本支出"));
  EXPECT_EQ(layout.paragraphs.back().section, 0);
}

TEST(LayOut, HasNothingToSayOfAnEmptyDocument) {
  EXPECT_EQ(laid_out(Document{}), Layout{});
  EXPECT_EQ(laid_out(document_of({PrintedPage()})), Layout{});
}

}  // namespace
}  // namespace mingxi::layout
