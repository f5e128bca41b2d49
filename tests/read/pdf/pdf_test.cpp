#include "read/pdf/pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/error.h"
#include "model/traced_text.h"
#include "support/pdf_builder.h"

namespace mingxi::read {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Page read_page(const PdfPage& page) {
  return read_pdf(pdf_of(std::vector<PdfPage>{page}), "test.pdf", {}).pages.at(0);
}

Page read_page(const std::string& content) { return read_page(PdfPage{.content = content}); }

std::string text_of(const Page& page) {
  std::string text;
  for (const Glyph& glyph : page.glyphs) append_utf8(text, glyph.code_point);
  return text;
}

std::string text_of(const Page& page, Visibility visibility) {
  std::string text;
  for (const Glyph& glyph : page.glyphs)
    if (glyph.visibility == visibility) append_utf8(text, glyph.code_point);
  return text;
}

MATCHER_P4(BoxNear, left, top, right, bottom, "") {
  return std::abs(arg.left - left) < 0.2 && std::abs(arg.top - top) < 0.2 &&
         std::abs(arg.right - right) < 0.2 && std::abs(arg.bottom - bottom) < 0.2;
}

std::vector<Box> boxes_of(const std::vector<Ruling>& rulings) {
  std::vector<Box> boxes;
  for (const Ruling& ruling : rulings) boxes.push_back(ruling.box);
  std::ranges::sort(boxes, {}, [](const Box& box) { return std::pair(box.top, box.left); });
  return boxes;
}

TEST(ReadPdf, PlacesAGlyphByItsBaselineOnAPageWhoseYGrowsDown) {
  const Page page = read_page("BT /F1 10 Tf 20 260 Td (A1) Tj ET");
  EXPECT_EQ(page.width, 200);
  EXPECT_EQ(page.height, 300);
  EXPECT_EQ(page.text_source, TextSource::kEmbedded);
  ASSERT_THAT(page.glyphs, SizeIs(2));
  const Glyph& first = page.glyphs[0];
  EXPECT_EQ(first.code_point, U'A');
  EXPECT_EQ(first.direction, Direction::kRight);
  EXPECT_DOUBLE_EQ(first.baseline, 40);
  EXPECT_DOUBLE_EQ(first.font_size, 10);
  EXPECT_NEAR(first.box.left, 20, 0.01);
  EXPECT_NEAR(first.box.right, 26.67, 0.01);
  EXPECT_LT(first.box.top, 34);
  EXPECT_GT(first.box.bottom, 40);
  EXPECT_NEAR(page.glyphs[1].box.left, 26.67, 0.01);
}

TEST(ReadPdf, TurnsARotatedPageUpright) {
  struct Case {
    int rotate;
    std::string text_matrix;  // text that runs to the right once the page is turned
    double width;
  };
  for (const Case& c : {Case{0, "1 0 0 1 20 260", 200}, Case{90, "0 1 -1 0 40 20", 300},
                        Case{180, "-1 0 0 -1 180 40", 200}, Case{270, "0 -1 1 0 160 280", 300}}) {
    SCOPED_TRACE(c.rotate);
    const Page page = read_page(
        PdfPage{.content = "BT /F1 10 Tf " + c.text_matrix + " Tm (A1) Tj ET", .rotate = c.rotate});
    EXPECT_EQ(page.width, c.width);
    ASSERT_THAT(page.glyphs, SizeIs(2));
    EXPECT_EQ(page.glyphs[0].direction, Direction::kRight);
    EXPECT_NEAR(page.glyphs[0].baseline, 40, 0.01);
    EXPECT_NEAR(page.glyphs[0].box.left, 20, 0.01);
    EXPECT_NEAR(page.glyphs[1].box.left, 26.67, 0.01);
    EXPECT_LT(page.glyphs[0].box.top, page.glyphs[0].baseline);
  }
}

TEST(ReadPdf, GivesTheDirectionOfTurnedText) {
  struct Case {
    std::string text_matrix;
    Direction direction;
    double baseline;
  };
  for (const Case& c : {Case{"1 0 0 1 100 100", Direction::kRight, 200},
                        Case{"0 -1 1 0 100 100", Direction::kDown, 100},
                        Case{"-1 0 0 -1 100 100", Direction::kLeft, 200},
                        Case{"0 1 -1 0 100 100", Direction::kUp, 100}}) {
    SCOPED_TRACE(c.text_matrix);
    const Page page = read_page("BT /F1 10 Tf " + c.text_matrix + " Tm (A) Tj ET");
    ASSERT_THAT(page.glyphs, SizeIs(1));
    EXPECT_EQ(page.glyphs[0].direction, c.direction);
    EXPECT_NEAR(page.glyphs[0].baseline, c.baseline, 0.01);
  }
}

TEST(ReadPdf, CountsPointsFromTheCropBox) {
  const Page page = read_page(PdfPage{.content = "BT /F1 10 Tf 20 260 Td (A) Tj 0 30 Td (B) Tj ET",
                                      .crop_box = "10 20 150 280"});
  EXPECT_EQ(page.width, 140);
  EXPECT_EQ(page.height, 260);
  EXPECT_NEAR(page.glyphs[0].box.left, 10, 0.01);
  EXPECT_NEAR(page.glyphs[0].baseline, 20, 0.01);
  EXPECT_EQ(page.glyphs[1].visibility, Visibility::kOutsidePage);
}

TEST(ReadPdf, ReadsChineseWithoutAnEmbeddedFont) {
  const Page page = read_page("BT /F2 12 Tf 20 200 Td " + chinese(u"合计１２") + " Tj ET");
  EXPECT_EQ(text_of(page), "合计１２");
  EXPECT_NEAR(page.glyphs[1].box.left, 32, 0.01);
  EXPECT_NEAR(page.glyphs[1].box.right, 44, 0.01);
}

TEST(ReadPdf, ReadsTextWrittenDownwards) {
  const Page page = read_page("BT /F3 12 Tf 50 200 Td " + chinese(u"合计") + " Tj ET");
  ASSERT_THAT(page.glyphs, SizeIs(2));
  EXPECT_EQ(page.glyphs[0].direction, Direction::kDown);
  EXPECT_NEAR(page.glyphs[0].baseline, 50, 0.01);
  EXPECT_THAT(page.glyphs[0].box, BoxNear(44, 100, 56, 112));
  EXPECT_THAT(page.glyphs[1].box, BoxNear(44, 112, 56, 124));
}

TEST(ReadPdf, LeavesCharacterSpacingOutOfTheBox) {
  const Page page = read_page("BT /F1 10 Tf 5 Tc 20 200 Td (11) Tj ET");
  EXPECT_NEAR(page.glyphs[0].box.width(), 5.56, 0.01);
  EXPECT_NEAR(page.glyphs[1].box.left, 30.56, 0.01);
}

TEST(ReadPdf, GivesTheFontSizeAfterScaling) {
  const Page page = read_page("2 0 0 2 0 0 cm BT /F1 1 Tf 6 0 0 6 10 100 Tm (A) Tj ET");
  EXPECT_NEAR(page.glyphs[0].font_size, 12, 0.01);
}

TEST(ReadPdf, KeepsClippedTextOutOfSight) {
  const Page page = read_page(
      "q 0 150 200 150 re W n BT /F1 10 Tf 20 200 Td (in) Tj 0 -100 Td (out) Tj ET Q "
      "BT /F1 10 Tf 20 100 Td (free) Tj ET");
  EXPECT_EQ(text_of(page, Visibility::kVisible), "infree");
  EXPECT_EQ(text_of(page, Visibility::kClipped), "out");
}

TEST(ReadPdf, FindsTextOutsideThePage) {
  const Page page = read_page("BT /F1 10 Tf 20 200 Td (in) Tj 0 110 Td (out) Tj ET");
  EXPECT_EQ(text_of(page, Visibility::kOutsidePage), "out");
}

TEST(ReadPdf, FindsTextWithoutInk) {
  const Page page = read_page(
      "BT /F1 10 Tf 20 200 Td 3 Tr (a) Tj 7 Tr (b) Tj 0 Tr (c) Tj 1 Tr (d) Tj ET "
      "/Clear gs BT 0 Tr 20 100 Td (e) Tj ET");
  EXPECT_EQ(text_of(page, Visibility::kInvisible), "abe");
  EXPECT_EQ(text_of(page, Visibility::kVisible), "cd");
}

TEST(ReadPdf, SeesWhiteTextOnlyOnADarkFill) {
  const Page page = read_page(
      "0 0 0.5 rg 0 150 200 50 re f 1 g BT /F1 10 Tf 20 170 Td (on) Tj 0 -100 Td (off) Tj ET "
      "0 150 200 50 re f BT /F1 10 Tf 80 170 Td (over) Tj ET");
  EXPECT_EQ(text_of(page, Visibility::kWhite), "offover");
}

TEST(ReadPdf, SeesWhiteTextOnAShadingAndInACMYKDarkness) {
  const Page page = read_page(
      "q 0 150 200 50 re W n /Fade sh Q 0 0 0 1 k 0 50 200 50 re f "
      "0 0 0 0 k BT /F1 10 Tf 20 170 Td (a) Tj 0 -100 Td (b) Tj 0 -50 Td (c) Tj ET");
  EXPECT_EQ(text_of(page, Visibility::kVisible), "ab");
  EXPECT_EQ(text_of(page, Visibility::kWhite), "c");
  EXPECT_THAT(page.rulings, IsEmpty());
}

TEST(ReadPdf, SeesTextInAPatternColour) {
  const Page page = read_page("/Pattern cs /Stripes scn BT /F1 10 Tf 20 170 Td (a) Tj ET");
  EXPECT_EQ(text_of(page, Visibility::kVisible), "a");
  EXPECT_THAT(page.rulings, IsEmpty());
}

TEST(ReadPdf, HidesTextBehindAnImagePaintedLater) {
  const Page page = read_page(
      "BT /F1 10 Tf 20 200 Td (a) Tj 0 -100 Td (b) Tj ET q 100 0 0 50 10 180 cm /Image Do Q "
      "BT /F1 10 Tf 60 200 Td (c) Tj ET");
  EXPECT_EQ(text_of(page, Visibility::kHidden), "a");
  ASSERT_THAT(page.images, SizeIs(1));
  EXPECT_THAT(page.images[0].box, BoxNear(10, 70, 110, 120));
  EXPECT_EQ(page.images[0].glyphs_before, 2U);
}

TEST(ReadPdf, SeesTextThroughAStampAndAMultipliedImage) {
  const Page page = read_page(
      "BT /F1 10 Tf 20 200 Td (a) Tj ET q 100 0 0 50 10 180 cm /Mask Do /Multiply gs /Image Do Q");
  EXPECT_EQ(text_of(page, Visibility::kVisible), "a");
  EXPECT_THAT(page.images, SizeIs(2));
}

TEST(ReadPdf, StepsOverTheDataOfAnInlineImage) {
  const Page page = read_page(
      "q 10 0 0 10 0 0 cm BI /W 4 /H 1 /BPC 8 /CS /G ID ET Q EI Q BT /F1 10 Tf 20 200 Td (a) Tj "
      "ET");
  EXPECT_EQ(text_of(page), "a");
  EXPECT_THAT(page.images, SizeIs(1));
}

TEST(ReadPdf, KeepsTheSecondPrintingWhenAnImageHidesTheFirst) {
  const std::string title = "BT /F1 10 Tf 20 200 Td (T) Tj ET ";
  const Page page = read_page(title + "q 100 0 0 50 10 180 cm /Image Do Q " + title);
  EXPECT_EQ(page.glyphs.at(0).visibility, Visibility::kHidden);
  EXPECT_EQ(page.glyphs.at(1).visibility, Visibility::kVisible);
}

TEST(ReadPdf, CountsFakeBoldOnce) {
  const Page page = read_page(
      "BT /F1 10 Tf 20 200 Td (1100) Tj ET BT /F1 10 Tf 20.3 200 Td (1100) Tj ET "
      "BT /F1 10 Tf 20 199.8 Td (1100) Tj ET");
  EXPECT_EQ(text_of(page, Visibility::kVisible), "1100");
  EXPECT_EQ(text_of(page, Visibility::kDoubled), "11001100");
}

TEST(ReadPdf, NeverTakesNeighbouringDigitsForDoubled) {
  const Page page =
      read_page("BT /F1 6 Tf 20 200 Td (11111111) Tj 50 Tz -1 Tc 0 -50 Td (1111....) Tj ET");
  EXPECT_EQ(text_of(page, Visibility::kDoubled), "");
}

TEST(ReadPdf, TakesActualTextGlyphByGlyph) {
  const Page page = read_page(
      "/Span << /ActualText <FEFF5408 8BA1> >> BDC BT /F1 10 Tf 20 200 Td (xy) Tj ET EMC "
      "/Span << /ActualText (ffi) >> BDC BT /F1 10 Tf 20 100 Td (z) Tj ET EMC "
      "/Span << /ActualText () >> BDC BT /F1 10 Tf 20 50 Td (w) Tj ET EMC");
  EXPECT_EQ(text_of(page), "合计ffiw");
  EXPECT_NEAR(page.glyphs.at(2).box.width(), 5.0 / 3, 0.01);
  EXPECT_NEAR(page.glyphs.at(4).box.right, 25, 0.01);
}

TEST(ReadPdf, LeavesOutHiddenLayersAndSoftMasks) {
  const Page page = read_page(
      "/OC /Off BDC BT /F1 10 Tf 20 200 Td (a) Tj ET EMC /Masked gs BT /F1 10 Tf 20 150 Td (b) Tj "
      "ET");
  EXPECT_EQ(text_of(page), "b");
  EXPECT_THAT(page.rulings, IsEmpty());
}

TEST(ReadPdf, ForgetsWhatATransparentGroupPaints) {
  const Page seen = read_page("/Group Do");
  EXPECT_EQ(text_of(seen, Visibility::kVisible), "G");
  EXPECT_THAT(seen.rulings, SizeIs(1));
  const Page unseen = read_page("/Clear gs /Group Do");
  EXPECT_EQ(text_of(unseen, Visibility::kInvisible), "G");
  EXPECT_THAT(unseen.rulings, IsEmpty());
}

TEST(ReadPdf, TakesRulingsFromStrokesAndThinFills) {
  struct Case {
    std::string content;
    Box box;
  };
  for (const Case& c :
       {Case{"1 w 20 200 m 120 200 l S", {20, 99.5, 120, 100.5}},
        Case{"2 w 20 200 m 20 100 l S", {19, 100, 21, 200}},
        Case{"20 200 100 0.5 re f", {20, 99.5, 120, 100}},
        Case{"20 200 100 0.5 re f*", {20, 99.5, 120, 100}},
        Case{"20 100 0.5 100 re F", {20, 100, 20.5, 200}},
        Case{"0.5 g 20 200 100 0.5 re f", {20, 99.5, 120, 100}},
        Case{"0.5 0 0 0.5 0 0 cm 1 w 40 400 m 240 400 l S", {20, 99.75, 120, 100.25}}}) {
    SCOPED_TRACE(c.content);
    const Page page = read_page(c.content);
    ASSERT_THAT(page.rulings, SizeIs(1));
    EXPECT_THAT(page.rulings[0].box, BoxNear(c.box.left, c.box.top, c.box.right, c.box.bottom));
  }
}

TEST(ReadPdf, TakesFourRulingsFromAStrokedRectangle) {
  const Page page = read_page("1 w 20 100 100 50 re S");
  EXPECT_THAT(boxes_of(page.rulings),
              ElementsAre(BoxNear(20, 149.5, 120, 150.5), BoxNear(19.5, 150, 20.5, 200),
                          BoxNear(119.5, 150, 120.5, 200), BoxNear(20, 199.5, 120, 200.5)));
}

TEST(ReadPdf, TakesNoRulingsFromWhatIsNotALine) {
  for (const std::string content :
       {"1 g 20 200 100 0.5 re f", "1 G 20 200 m 120 200 l S", "20 100 100 50 re f",
        "20 200 0.5 0.5 re f", "/Clear gs 20 200 100 0.5 re f", "20 200 m 120 100 l S",
        "q 0 0 10 10 re W n 20 200 100 0.5 re f Q", "20 200 100 0.5 re n"}) {
    SCOPED_TRACE(content);
    EXPECT_THAT(read_page(content).rulings, IsEmpty());
  }
}

TEST(ReadPdf, SeesAWhiteRuleOnADarkFill) {
  const Page page = read_page("0 g 20 100 100 50 re f 1 g 20 120 100 1 re f");
  EXPECT_THAT(page.rulings, SizeIs(1));
}

TEST(ReadPdf, CutsARulingAtTheClip) {
  const Page page = read_page("q 50 0 50 300 re W n 20 200 100 0.5 re f Q");
  EXPECT_THAT(boxes_of(page.rulings), ElementsAre(BoxNear(50, 99.5, 100, 100)));
}

TEST(ReadPdf, ReadsWhatIsFilledIntoAForm) {
  const Page page = read_page(PdfPage{.content = "BT /F1 10 Tf 20 200 Td (a) Tj ET",
                                      .field = "/Tx BMC BT /F1 10 Tf 2 5 Td (12.5) Tj ET EMC"});
  EXPECT_EQ(text_of(page, Visibility::kVisible), "a12.5");
  EXPECT_NEAR(page.glyphs.at(1).box.left, 22, 0.01);
  EXPECT_NEAR(page.glyphs.at(1).baseline, 195, 0.01);
}

TEST(ReadPdf, ReadsAFontOfDrawingsAsTextAndNotAsRulings) {
  const Page page = read_page("BT /F4 20 Tf 20 200 Td (AB) Tj ET");
  EXPECT_EQ(text_of(page, Visibility::kVisible), "AB");
  EXPECT_THAT(page.rulings, IsEmpty());
  ASSERT_THAT(page.glyphs, SizeIs(2));
  EXPECT_NEAR(page.glyphs[0].font_size, 20, 0.01);
  EXPECT_NEAR(page.glyphs[0].baseline, 100, 0.01);
  EXPECT_NEAR(page.glyphs[0].box.left, 20, 0.01);
  EXPECT_NEAR(page.glyphs[0].box.right, 34, 0.01);
  EXPECT_NEAR(page.glyphs[1].box.left, 34, 0.01);
}

TEST(ReadPdf, LeavesNotesAndLinkBordersOut) {
  const Page page = read_page(PdfPage{
      .content = "BT /F1 10 Tf 20 200 Td (a) Tj ET",
      .annotations = "<< /Type /Annot /Subtype /Link /Rect [20 20 120 60] /Border [0 0 1] >> "
                     "<< /Type /Annot /Subtype /Text /Rect [20 100 40 120] /Contents (note) >>"});
  EXPECT_EQ(text_of(page), "a");
  EXPECT_THAT(page.rulings, IsEmpty());
}

TEST(ReadPdf, NumbersGlyphsThroughAllPages) {
  const std::vector<PdfPage> pages{{.content = "BT /F1 10 Tf 20 200 Td (abc) Tj ET"},
                                   {.content = ""},
                                   {.content = "BT /F1 10 Tf 20 200 Td (d) Tj ET"}};
  const Document document = read_pdf(pdf_of(pages), "test.pdf", {});
  ASSERT_THAT(document.pages, SizeIs(3));
  EXPECT_EQ(document.pages[1].text_source, TextSource::kNone);
  EXPECT_EQ(document.pages[2].first_glyph, 3U);
  EXPECT_EQ(document.pages[2].number, 3);
}

TEST(ReadPdf, TakesTheTitleIfItIsText) {
  const std::vector<PdfPage> pages{{.content = ""}};
  EXPECT_EQ(read_pdf(pdf_of(pages, "<FEFF98847B97>"), "", {}).title, "预算");
  EXPECT_EQ(read_pdf(pdf_of(pages, "(Budget)"), "", {}).title, "Budget");
  EXPECT_EQ(read_pdf(pdf_of(pages, "<D4A4CBE3>"), "", {}).title, "") << "GBK bytes";
}

TEST(ReadPdf, GathersMessagesByPageAndSaysNothingItself) {
  testing::internal::CaptureStderr();
  const std::vector<PdfPage> pages{{.content = ""}, {.content = "nonsense nonsense"}};
  const Document document = read_pdf(pdf_of(pages), "test.pdf", {});
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  ASSERT_THAT(document.messages, SizeIs(1));
  EXPECT_EQ(document.messages[0].page, 2);
  EXPECT_EQ(document.messages[0].count, 2);
}

ErrorKind kind_of_failure(const std::string& bytes) {
  try {
    read_pdf(bytes, "test.pdf", {});
  } catch (const Error& error) {
    EXPECT_EQ(error.where(), "test.pdf");
    return error.kind();
  }
  ADD_FAILURE() << "it was read";
  return ErrorKind::kNotFound;
}

TEST(ReadPdf, DistinguishesACutOffFileFromADamagedOne) {
  const std::string whole = pdf_of("BT /F1 10 Tf 20 200 Td (a) Tj ET");
  EXPECT_EQ(kind_of_failure(whole.substr(0, whole.size() / 2)), ErrorKind::kTruncated);
  EXPECT_EQ(kind_of_failure("%PDF-1.4\n%%EOF\n"), ErrorKind::kCorrupt);
}

TEST(ReadPdf, ReadsAFileThatLostOnlyItsTable) {
  const std::string whole = pdf_of("BT /F1 10 Tf 20 200 Td (a) Tj ET");
  std::string rebuilt = whole.substr(0, whole.find("startxref"));
  const Document document = read_pdf(rebuilt, "test.pdf", {});
  EXPECT_EQ(text_of(document.pages.at(0)), "a");
}

}  // namespace
}  // namespace mingxi::read
