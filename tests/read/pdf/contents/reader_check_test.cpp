#include "read/pdf/reader_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "read/pdf/pdf.h"
#include "support/files.h"
#include "support/pdf_builder.h"

// Poppler's interpreter is the oracle: what ours reads must be the same to the last bit, and what
// it does not know it must leave to Poppler.

namespace mingxi::read {
namespace {

namespace fs = std::filesystem;

ReaderCheck check_of(const PdfPage& page) {
  return check_reader(pdf_of(std::vector<PdfPage>{page}), "test.pdf", {});
}

TEST(CheckReader, FindsOursEqualOnWhatItReads) {
  const std::string shown = "/F1 10.3 Tf 1 0.01 -0.02 1 20.7 260.33 Tm (A b) Tj ET ";
  const std::string contents[] = {
      "",
      "BT " + shown,
      "BT 0.13 Tc 1.7 Tw 93 Tz 11.9 TL 2.1 Ts " + shown + "BT " + shown,
      "BT /F1 10 Tf 20 260 Td [(A) -120.5 (b c) 33] TJ T* (d) ' 1 2 (e f) \" 3 4 TD (g) Tj ET",
      "BT /F2 10 Tf 20 260 Td 2 Tw " + chinese(u"\u0020\u4E07") + " Tj (x) Tj ET",
      "BT /F3 10 Tf 20 260 Td 0.5 Tc " + chinese(u"\u4E00\u4E8C") + " Tj ET",
      "BT /F3 10 Tf 20 260 Td [" + chinese(u"\u4E00") + " 200 " + chinese(u"\u4E8C") + "] TJ ET",
      "BT /F4 10 Tf 20 260 Td (AB) Tj 3 Tr (A) Tj 1 Tr 1 1 1 RG (B) Tj ET",
      "q 0.7 0 0 0.7 3 3 cm BT " + shown + "Q BT " + shown,
      "10 10 50.3 20 re W n BT " + shown + "20 20 m W n BT " + shown,
      "10 10.1 50 0.7 re f 20 20 m 90 20 l 90 60 l h S 1 w 5 5 40 40 re B* 3 3 m 9 9 l s",
      "10 10 m 20 20 30 20 40 10 c 50 0 60 10 v 70 20 80 10 y b 1 1 m h B",
      "0.5 g 10 10 50 20 re f 1 g 12 12 40 5 re f 0 0 0 1 k 0 0 0 0 K 5 5 9 9 re B",
      "/DeviceRGB cs 0.9 0.95 1 sc 10 10 50 20 re f /DeviceGray CS 0.5 SCN 1 1 m 9 1 l S",
      "q 50 0 0 50 20 100 cm /Image Do Q q 50 0 0 50 20 100 cm /Mask Do Q BT " + shown,
      "/Clear gs BT " + shown + "/Multiply gs q 50 0 0 50 20 100 cm /Image Do Q",
      "/Group Do q 0.5 0 0 0.5 7 7 cm /Clear gs /Group Do Q /Group Do BT " + shown,
      "q 30 0 0 30 20 100 cm BI /W 2 /H 3 /BPC 8 /CS /G ID EIxEIx EI Q BT " + shown,
      "q 30 0 0 30 20 100 cm BI /W 9 /H 1 /IM true ID xy\nEI Q BT " + shown,
      "/Span << /ActualText (xy) /Other [1 << /A 2 >>] >> BDC BT " + shown + "EMC",
      "/P /Unknown BDC /Span BMC BT " + shown + "EMC EMC /M MP q q q",
      "BT /F1 10 Tf 20 260 Td (A) Tj 5 5 m 9 9 l S (B) Tj ET",
  };
  for (const std::string& content : contents) {
    const ReaderCheck check = check_of({.content = content});
    EXPECT_EQ(line_of(check), "1\t0\tours\tequal\t") << content;
  }
}

TEST(CheckReader, FindsOursEqualOnPagesThatAreTurnedOrCut) {
  for (const int rotate : {0, 90, 180, 270, -90}) {
    const ReaderCheck check =
        check_of({.content = "BT /F1 9.7 Tf 20.3 60.1 Td (A b) Tj ET 30 30 60 0.7 re f",
                  .media_box = "-3.5 -7.25 200.1 300.3",
                  .crop_box = "10 20 150 250",
                  .rotate = rotate});
    EXPECT_EQ(line_of(check), "1\t0\tours\tequal\t") << rotate;
  }
}

TEST(CheckReader, LeavesToPopplerWhatOursDoesNotKnow) {
  const std::string contents[] = {
      "/Masked gs BT /F1 10 Tf (A) Tj ET",
      "/Pattern cs /Stripes scn BT /F1 10 Tf 20 60 Td (A) Tj ET",
      "/Fade sh BT /F1 10 Tf 20 60 Td (A) Tj ET",
      "/OC /Off BDC BT /F1 10 Tf 20 60 Td (A) Tj ET EMC",
      "q 9 0 0 9 20 100 cm BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 7F> EI Q",
  };
  for (const std::string& content : contents) {
    const ReaderCheck check = check_of({.content = content});
    EXPECT_EQ(check.declined.size(), 1) << content;
    EXPECT_EQ(check.first_difference, "") << content;
  }
  const ReaderCheck field = check_of({.content = "", .field = "BT /F1 10 Tf 2 5 Td (7) Tj ET"});
  EXPECT_EQ(field.declined.size(), 1);
  EXPECT_EQ(field.first_difference, "");
}

TEST(CheckReader, LeavesADocumentThatPopplerComplainsOfToPopplerAlone) {
  const std::string contents[] = {
      "BT (A) Tj ET", "BT /None 10 Tf (A) Tj ET", "Q", "1 2 l", "0 0 xy", "/None Do", "1 2 3",
      "(open"};
  for (const std::string& content : contents) {
    const ReaderCheck check = check_of({.content = content});
    EXPECT_EQ(check.first_difference, "") << content;
    EXPECT_FALSE(read_pdf(pdf_of(content), "test.pdf", {}).messages.empty()) << content;
  }
}

TEST(CheckReader, SaysWhereTheFirstDifferenceIs) {
  // Proven on two documents that are not the same: a check that cannot fail says nothing.
  ReaderCheck check{
      .pages = 2, .declined = {{2, "a pattern"}}, .first_difference = "page 1: glyph 7"};
  EXPECT_EQ(line_of(check), "2\t1\tours\tpage 1: glyph 7\t2: a pattern; ");
}

TEST(CheckReader, FindsOursEqualOnAllSamples) {
  std::size_t pages = 0;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(MINGXI_SOURCE_DIR) / "samples")) {
    if (entry.path().extension() != ".pdf") continue;
    const ReaderCheck check = check_reader(bytes_of(entry.path()), entry.path().string(), {});
    EXPECT_EQ(check.first_difference, "") << entry.path();
    pages += check.pages;
  }
  EXPECT_GT(pages, 0);
}

}  // namespace
}  // namespace mingxi::read
