#include "read/office/office.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "layout/layout.h"
#include "model/error.h"
#include "model/traced_text.h"
#include "read/office/docx/docx.h"
#include "read/office/flow/table_captions.h"
#include "read/office/html/html.h"
#include "read/office/xlsx/xlsx.h"
#include "read/read.h"
#include "support/zip_builder.h"

namespace mingxi::read {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A flow in short: paragraphs as they are, tables as rows of "a|b" with spans as "a(1x2)".
std::vector<std::string> shown(const Flow& flow) {
  std::vector<std::string> result;
  for (const FlowBlock& block : flow.blocks) {
    if (const auto* paragraph = std::get_if<FlowParagraph>(&block)) {
      result.push_back(paragraph->text);
    } else if (const auto* table = std::get_if<FlowTable>(&block)) {
      int row = -1;
      for (const FlowCell& cell : table->cells) {
        if (cell.row != row) result.emplace_back("#");
        row = cell.row;
        if (result.back() != "#") result.back() += "|";
        result.back() += cell.text;
        if (cell.row_span * cell.column_span > 1)
          result.back() +=
              "(" + std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span) + ")";
      }
    } else {
      result.emplace_back("---");
    }
  }
  return result;
}

std::string docx_of(const std::string& body, const std::string& numbering = "") {
  const std::string start = "<w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>";
  return zip_of(
      {{"word/document.xml", start + body + "</w:body></w:document>"},
       {"word/numbering.xml", "<w:numbering xmlns:w=\"w\">" + numbering + "</w:numbering>"}});
}

std::string paragraph(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string xlsx_of(const std::string& sheet, const std::string& state = "") {
  return zip_of(
      {{"xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"收入表\" r:id=\"a\"/>"
        "<sheet name=\"底稿\" r:id=\"b\"" +
            state + "/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<R><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/>"
        "<Relationship Id=\"b\" Target=\"worksheets/none.xml\"/></R>"},
       {"xl/sharedStrings.xml",
        "<sst><si><t>项目</t></si><si><r><t>预</t></r><r><t>算</t></r></si></sst>"},
       {"xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"#,##0.00\"/></numFmts>"
        "<borders><border/></borders><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>"
        "</styleSheet>"},
       {"xl/worksheets/sheet1.xml", "<worksheet>" + sheet + "</worksheet>"}});
}

ErrorKind refusal_of(const std::string& bytes) {
  try {
    read_contents(bytes, "a.bin");
  } catch (const Error& error) {
    return error.kind();
  }
  ADD_FAILURE() << "it was read";
  return ErrorKind::kPatterns;
}

TEST(ReadHtml, TakesTheArticleAndLeavesWhatLeadsElsewhere) {
  const Flow flow = read_html(
      "<html><head><title>甲局2025年预算_某市政府</title></head><body>"
      "<ul><li><a href=1>首页</a></li><li><a href=2>公开</a></li><li><a href=3>服务</a></li></ul>"
      "<div><h1>甲局2025年预算</h1><div><p>　　收入预算12万元，比上年增加2万元。</p>"
      "<p>　　支出预算12万元。<br>　　其中：基本支出10万元。</p></div></div>"
      "<script>var a = '支出99万元，都是假的数字。';</script>"
      "<div>主办：甲局</div></body></html>");
  EXPECT_THAT(shown(flow), ElementsAre("甲局2025年预算", "收入预算12万元，比上年增加2万元。",
                                       "支出预算12万元。", "其中：基本支出10万元。"));
  EXPECT_EQ(flow.title, "甲局2025年预算_某市政府");
}

TEST(ReadHtml, PlacesSpansAndTakesCaptionsOutOfTheTable) {
  EXPECT_THAT(
      shown(read_html(
          "<table><tr><td colspan=3>收入表</td></tr><tr><td colspan=3 align=right>单位：万元"
          "</td></tr><tr><td rowspan=2>项目</td><td colspan=2>预算</td></tr>"
          "<tr><td>上年</td><td>本年</td></tr><tr><td>合计</td><td>1</td><td>2</td></tr>"
          "</table>")),
      ElementsAre("收入表", "单位：万元", "#项目(2x1)|预算(1x2)", "#上年|本年", "#合计|1|2"));
}

TEST(ReadHtml, DoesNotTakeALayoutTableForData) {
  EXPECT_THAT(
      shown(read_html("<table><tr><td>左</td><td><p>甲局负责测绘工作的管理。</p><table><tr><td>项目"
                      "</td><td>金额</td></tr><tr><td>合计</td><td>3</td></tr></table>"
                      "</td></tr></table>")),
      ElementsAre("甲局负责测绘工作的管理。", "#项目|金额", "#合计|3"));
}

TEST(ReadHtml, ReportsDepthThatItDoesNotReach) {
  std::string deep;
  for (int i = 0; i < 50'000; ++i) deep += "<div><table><tr><td>";
  EXPECT_FALSE(read_html("<body>" + deep + "深。").is_whole);
  EXPECT_TRUE(read_html("<body><p>浅。").is_whole);
}

TEST(ReadDocx, CountsLists) {
  const std::string level =
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>"
      "<w:lvlText w:val=\"%1、\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/>"
      "<w:lvlText w:val=\"%1.%2\"/></w:lvl>";
  const std::string numbering =
      "<w:abstractNum w:abstractNumId=\"7\">" + level +
      "</w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num>";
  const auto numbered = [](const std::string& text, const std::string& depth) {
    return paragraph(text,
                     "<w:numPr><w:ilvl w:val=\"" + depth + "\"/><w:numId w:val=\"3\"/></w:numPr>");
  };
  EXPECT_THAT(
      shown(read_docx(docx_of(numbered("职责", "0") + numbered("甲", "1") + numbered("乙", "1") +
                                  numbered("预算", "0") + numbered("丙", "1"),
                              numbering),
                      "")),
      ElementsAre("一、职责", "一.1甲", "一.2乙", "二、预算", "二.1丙"));
}

TEST(ReadDocx, LeavesOutWhatDoesNotPrintAndTakesTextBoxes) {
  const Flow flow = read_docx(
      docx_of(
          "<w:p><w:r><w:t>收入1</w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del>"
          "<w:ins><w:r><w:t>2万元。</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t>"
          "</w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" +
          paragraph("框内") +
          "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
          "<w:txbxContent>" +
          paragraph("框内") +
          "</w:txbxContent></w:pict></mc:Fallback>"
          "</mc:AlternateContent></w:r></w:p>"),
      "");
  EXPECT_THAT(shown(flow), ElementsAre("收入12万元。", "框内"));
  EXPECT_THAT(flow.hidden, ElementsAre("paragraph 1"));
}

TEST(ReadDocx, JoinsMergedCells) {
  const auto cell = [](const std::string& text, const std::string& properties = "") {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
  };
  EXPECT_THAT(shown(read_docx(
                  docx_of("<w:tbl><w:tr>" + cell("项目", "<w:vMerge w:val=\"restart\"/>") +
                          cell("预算", "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" +
                          cell("", "<w:vMerge/>") + cell("上年") + cell("本年") + "</w:tr><w:tr>" +
                          cell("合计") + cell("1") + cell("2") + "</w:tr></w:tbl>"),
                  "")),
              ElementsAre("#项目(2x1)|预算(1x2)", "#上年|本年", "#合计|1|2"));
}

TEST(ReadXlsx, PrintsNumbersAsTheSheetShowsThemAndKeepsWhatIsStored) {
  const Flow flow =
      read_xlsx(xlsx_of("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
                        "t=\"s\"><v>1</v></c></row>"
                        "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>合计</t></is></c>"
                        "<c r=\"B2\" s=\"1\"><f>SUM(B3:B9)</f><v>1234.5678</v></c></row>"
                        "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>基本</t></is></c><c "
                        "r=\"B3\" s=\"1\"><v>5</v></c>"
                        "</row></sheetData>"),
                "");
  EXPECT_THAT(shown(flow), ElementsAre("收入表", "#项目|预算", "#合计|1,234.57", "#基本|5.00"));
  const auto& cells = std::get<FlowTable>(flow.blocks[1]).cells;
  EXPECT_EQ(cells[3].stored, "1234.5678");
  EXPECT_EQ(cells[3].place, "收入表!B2");
  EXPECT_EQ(cells[5].stored, "");
}

TEST(ReadXlsx, NamesWhatIsHiddenAndLeavesItOut) {
  const Flow flow = read_xlsx(
      xlsx_of("<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols><sheetData>"
              "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c "
              "r=\"C1\"><v>3</v></c></row>"
              "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>4</v></c></row>"
              "<row r=\"3\"><c r=\"A3\"><v>5</v></c><c r=\"B3\"><v>6</v></c></row></sheetData>",
              " state=\"hidden\""),
      "");
  EXPECT_THAT(flow.hidden, ElementsAre("收入表!C:C", "收入表!2:2", "底稿"));
  for (const std::string& line : shown(flow)) {
    EXPECT_EQ(line.find('3'), std::string::npos) << line;
    EXPECT_EQ(line.find('4'), std::string::npos) << line;
  }
}

TEST(ReadXlsx, TakesAMillionEmptyRows) {
  std::string rows;
  for (int i = 0; i < 1'000'000; ++i) rows += "<row/>";
  EXPECT_THAT(read_xlsx(xlsx_of("<sheetData>" + rows + "</sheetData>"), "").blocks, IsEmpty());
}

TEST(ApartFromCaptions, KeepsHeadersAndRowsOfFigures) {
  const FlowTable table{{{.row = 0, .column = 0, .column_span = 2, .text = "收入"},
                         {.row = 0, .column = 2, .column_span = 2, .text = "支出"},
                         {.row = 1, .column = 0, .text = "合计"},
                         {.row = 1, .column = 1, .text = "5"}}};
  EXPECT_EQ(apart_from_captions(table), (std::vector<FlowBlock>{table}));
}

TEST(ReadOffice, SetsATableBetweenRulingsWithItsPlaces) {
  const Document document = read_contents(
      "<html><body><table><tr><td>项目</td><td>金额</td></tr><tr><td>合计</td><td>1,234.50</td></"
      "tr></table>",
      "a.html");
  ASSERT_EQ(document.pages.size(), 1U);
  const Page& page = document.pages[0];
  EXPECT_EQ(document.source.media_type, "text/html");
  EXPECT_EQ(page.text_source, TextSource::kPlain);
  const std::vector<Grid> grids = layout::find_grids(page);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_EQ(grids[0].rows(), 2);
  EXPECT_EQ(grids[0].columns(), 2);
  ASSERT_EQ(page.file_places.size(), 4U);
  EXPECT_EQ(page.file_places[3].name, "table 1!B2");
}

TEST(ReadOffice, GivesATableWiderThanTheTextAPageOfItsOwn) {
  std::string cells;
  for (int i = 0; i < 12; ++i) cells += "<td>1,234,567.00</td>";
  const Document document = read_contents(
      "<html><body><p>甲局负责测绘工作的管理。</p><p>收入表</p><table><tr><td>项目</td>" + cells +
          "</tr><tr><td>合计</td>" + cells + "</tr></table><p>支出预算12万元。</p>",
      "a.html");
  ASSERT_EQ(document.pages.size(), 3U);
  EXPECT_GT(document.pages[1].width, document.pages[0].width);
  EXPECT_EQ(document.pages[1].glyphs.front().code_point, U'收');
  EXPECT_EQ(document.pages[2].width, document.pages[0].width);
}

TEST(ReadOffice, PrintsAnOfdWhereItIsPlaced) {
  const Document document = read_contents(
      zip_of({{"OFD.xml", "<O><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody></O>"},
              {"D/Document.xml",
               "<D><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox>"
               "</PageArea></CommonData><Pages><Page BaseLoc=\"P.xml\"/></Pages></D>"},
              {"D/P.xml",
               "<P><Content><Layer><TextObject Boundary=\"25.4 50.8 50 6\" Size=\"5\">"
               "<TextCode X=\"0\" Y=\"5\" DeltaX=\"g 2 5\">预算1</TextCode></TextObject>"
               "<PathObject Boundary=\"25.4 60 100 1\" LineWidth=\"0.5\"><AbbreviatedData>M 0 0 L "
               "100 0</AbbreviatedData></PathObject></Layer></Content></P>"}}),
      "a.ofd");
  ASSERT_EQ(document.pages.size(), 1U);
  const Page& page = document.pages[0];
  ASSERT_EQ(page.glyphs.size(), 3U);
  EXPECT_EQ(page.glyphs[1].code_point, U'算');
  EXPECT_NEAR(page.glyphs[0].box.left, 72, 0.01);
  EXPECT_NEAR(page.glyphs[1].box.left, 72 + 5 * 72 / 25.4, 0.01);
  EXPECT_NEAR(page.glyphs[0].baseline, 55.8 * 72 / 25.4, 0.01);
  ASSERT_EQ(page.rulings.size(), 1U);
  EXPECT_NEAR(page.rulings[0].box.width(), 100 * 72 / 25.4, 0.01);
  EXPECT_EQ(page.text_source, TextSource::kEmbedded);
}

TEST(ReadOffice, RefusesEntitiesAndWhatIsCut) {
  const std::string laughs =
      "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY f SYSTEM "
      "\"file:///etc/passwd\">]><w:document "
      "xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&f;&b;</w:t></w:r></w:p>"
      "</w:body></w:document>";
  EXPECT_EQ(refusal_of(zip_of({{"word/document.xml", laughs}})), ErrorKind::kCorrupt);
  EXPECT_EQ(refusal_of(zip_of({{"word/document.xml", "<w:document><w:body>"}})),
            ErrorKind::kCorrupt);
  EXPECT_EQ(refusal_of(zip_of({{"xl/workbook.xml", "not xml"}})), ErrorKind::kCorrupt);
  EXPECT_EQ(refusal_of(zip_of({{"OFD.xml", "<O/>"}})), ErrorKind::kCorrupt);
  EXPECT_EQ(refusal_of(zip_of({{"a.txt", "word/document.xml"}})), ErrorKind::kUnsupported);
}

}  // namespace
}  // namespace mingxi::read
