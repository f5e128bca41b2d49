#include "extract/scans.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "model/error.h"
#include "extract/extract.h"
#include "extract/load_patterns.h"
#include "extract/extractor.h"
#include "extract/scan_doubts.h"
#include "extract/scan_parts.h"
#include "extract/scan_print.h"
#include "extract/scan_sums.h"
#include "support/files.h"
#include "support/pdf_builder.h"
#include "support/printed_page.h"
#include "read/read.h"

namespace mingxi::extract {
namespace {

using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::u32string kSentence =
    U"某县商务局二〇二三年收入总计一千七百二十八万元比上年增加七十一万元支出总计一千七百二十八万元"
    U"其余各项见附表";

using testing::ElementsAre;

/// What of a page is read by OCR.
std::vector<ScanPart> parts_of(const Page& page) {
  std::vector<ScanPart> parts;
  for (const PartToRead& part : parts_to_read(page)) parts.push_back(part.part);
  return parts;
}

TEST(PartsToRead, OfAPageThatIsAnImage) {
  Page page = PrintedPage().print(280, 800, U"- 12 -");
  EXPECT_THAT(parts_of(page), IsEmpty()) << "a page with little on it is no scan";
  page.images.push_back({.box = {0, 0, 595, 842}});
  EXPECT_THAT(parts_of(page), ElementsAre(ScanPart::kUnderText));
  page.images.back().box = {20, 20, 100, 60};
  EXPECT_THAT(parts_of(page), IsEmpty()) << "an emblem";
}

TEST(PartsToRead, OfASearchableScanWhoseTextNobodySees) {
  Page page = PrintedPage().seen(Visibility::kInvisible).print(20, 100, kSentence);
  page.images.push_back({.box = {0, 0, 595, 842}});
  EXPECT_THAT(parts_of(page), ElementsAre(ScanPart::kUnderText));
}

TEST(PartsToRead, OfAScanUnderTheLinesOfAStampButNotOfABackground) {
  PrintedPage printed;
  for (const double y : {20.0, 40.0, 820.0}) printed.print(20, y, kSentence);
  Page page = printed;
  page.images = {{.box = {0, 0, 595, 430}}, {.box = {0, 430, 595, 842}}};
  EXPECT_THAT(parts_of(page), ElementsAre(ScanPart::kUnderText)) << "a scan in two strips";
  for (double y = 60; y < 800; y += 24) printed.print(20, y, kSentence);
  Page text = printed;
  text.images = page.images;
  EXPECT_THAT(parts_of(text), IsEmpty());
}

TEST(PartsToRead, OfATableThatIsAnImageOnAPageOfText) {
  Page page = PrintedPage().print(20, 100, kSentence).print(20, 130, kSentence);
  page.images.push_back({.box = {60, 300, 530, 600}});
  EXPECT_THAT(parts_to_read(page),
              ElementsAre(PartToRead{ScanPart::kPicture, {60, 300, 530, 600}}));
}

TEST(PartsToRead, WhereTheCharactersAreUnknown) {
  EXPECT_THAT(parts_of(PrintedPage().print(20, 100, kSentence)), IsEmpty());
  for (const char32_t unknown : {U'\uE123', U'\uFFFD'})
    EXPECT_THAT(parts_of(PrintedPage().print(20, 100, std::u32string(60, unknown))),
                ElementsAre(ScanPart::kWhole));
  EXPECT_THAT(parts_of(PrintedPage().print(20, 100, kSentence + U"\uFFFD")),
              ElementsAre(ScanPart::kUnmapped));
  EXPECT_THAT(parts_of(PrintedPage().print(20, 100, U"\uF06C" + kSentence)), IsEmpty())
      << "a bullet";
}

/// A piece printed at a place, read one way or several.
ocr::OcrPiece piece_at(double x, double y, std::vector<std::u32string> readings) {
  ocr::OcrPiece piece{.readings = {}, .is_agreed = readings.size() == 1};
  for (const std::u32string& reading : readings) {
    const Page printed = PrintedPage().print(x, y, reading);
    piece.readings.push_back({.glyphs = printed.glyphs, .confidence = 0.95});
  }
  return piece;
}

/// A table of two classes and their sum, of which one amount is read in two ways.
std::vector<Scan> table_with(std::vector<std::u32string> disputed) {
  const Page ruled = PrintedPage().grid({50, 250, 400}, {100, 130, 160, 190, 220});
  ocr::ScannedPage read{.frame = {.width = 595, .height = 842, .rulings = ruled.rulings},
                        .pieces = {}};
  const auto add = [&read](double x, double y, std::vector<std::u32string> readings) {
    read.pieces.push_back(piece_at(x, y, std::move(readings)));
  };
  add(200, 60, {U"一般公共预算支出表"});
  add(330, 90, {U"单位：万元"});
  add(60, 120, {U"项目"});
  add(300, 120, {U"合计"});
  add(60, 150, {U"201一般公共服务支出"});
  add(300, 150, std::move(disputed));
  add(60, 180, {U"208社会保障和就业支出"});
  add(300, 180, {U"20.30"});
  add(60, 210, {U"合计"});
  add(300, 210, {U"80.50"});
  return {{.page = 0, .read = std::move(read)}};
}

const Fact* fact_of(const Extraction& extraction, std::string_view value) {
  for (const Fact& fact : extraction.facts)
    if (fact.value.text() == value) return &fact;
  return nullptr;
}

TEST(PrintScans, TheTextOfAStampStaysAndIsNotReadAgain) {
  Document document = document_of({PrintedPage().print(50, 20, U"某市公开平台下载")});
  ocr::ScannedPage read{.frame = {.width = 595, .height = 842}, .pieces = {}};
  read.pieces = {piece_at(50, 20, {U"某市公升平台下载"}), piece_at(50, 100, {U"收入预算"})};
  print_scans(
      {{.page = 0, .read = read, .part = {ScanPart::kUnderText}, .before = document.pages.front()}},
      document);
  std::u32string text;
  for (const Glyph& glyph : document.pages.front().glyphs) text += glyph.code_point;
  EXPECT_EQ(text, U"某市公开平台下载收入预算");
  EXPECT_EQ(document.pages.front().ocr_readings.size(), 1U);
}

TEST(PrintScans, ACharacterWithoutUnicodeIsTheOneReadInItsPlace) {
  Document document = document_of({PrintedPage().print(50, 20, U"2026\uFFFD收入预算")});
  ocr::ScannedPage read{.frame = {.width = 595, .height = 842}, .pieces = {}};
  read.pieces = {piece_at(50, 20, {U"2O26年收人预算"})};
  print_scans(
      {{.page = 0, .read = read, .part = {ScanPart::kUnmapped}, .before = document.pages.front()}},
      document);
  std::u32string text;
  for (const Glyph& glyph : document.pages.front().glyphs) text += glyph.code_point;
  EXPECT_EQ(text, U"2026年收入预算") << "what has Unicode stays";
}

/// A grid of three columns with an amount in each cell of two of them.
ocr::ScannedPage scanned_columns(double last_column) {
  const Page ruled = PrintedPage().grid({50, 200, 300, 400}, {100, 130, 160, 190, 220, 250});
  ocr::ScannedPage read{.frame = {.width = 595, .height = 842, .rulings = ruled.rulings},
                        .pieces = {}};
  for (double y = 120; y < 250; y += 30) {
    read.pieces.push_back(piece_at(250, y, {U"60.20"}));
    read.pieces.push_back(piece_at(y < 170 ? last_column : 350, y, {U"60.20"}));
  }
  return read;
}

TEST(DoubtPieces, WhereTheAmountsOfAColumnHaveNoCommonEdge) {
  ocr::ScannedPage straight = scanned_columns(350);
  doubt_pieces(straight);
  EXPECT_TRUE(straight.pieces.front().is_agreed);
  ocr::ScannedPage lost = scanned_columns(310);
  doubt_pieces(lost);
  EXPECT_FALSE(lost.pieces.front().is_agreed);
}

TEST(DoubtPieces, UnderASeal) {
  ocr::ScannedPage read = scanned_columns(350);
  read.frame.seals = {{330, 100, 440, 170}};
  doubt_pieces(read);
  EXPECT_TRUE(read.pieces.front().is_agreed);
  EXPECT_FALSE(read.pieces[1].is_agreed);
}

TEST(SettledBySums, TheReadingWithWhichASumHoldsIsVerified) {
  const patterns::Patterns patterns = load_patterns("");
  for (const auto& readings : {std::vector<std::u32string>{U"60.20", U"80.20"},
                               std::vector<std::u32string>{U"80.20", U"60.20"}}) {
    Document document = document_of({PrintedPage()});
    std::vector<Scan> scans = table_with(readings);
    choose_by_sums(scans, document, patterns);
    const Extraction extraction = extract(document, patterns);
    const Fact* fact = fact_of(extraction, "60.20");
    ASSERT_NE(fact, nullptr);
    EXPECT_GE(fact->confidence, kVerified);
    EXPECT_THAT(fact->alternatives, IsEmpty());
    EXPECT_EQ(fact->text_source, TextSource::kOcr);
  }
}

TEST(SettledBySums, WithoutASumTheFirstReadingStaysInDoubt) {
  const patterns::Patterns patterns = load_patterns("");
  Document document = document_of({PrintedPage()});
  std::vector<Scan> scans = table_with({U"61.20", U"81.20"});
  choose_by_sums(scans, document, patterns);
  const Extraction extraction = extract(document, patterns);
  const Fact* fact = fact_of(extraction, "61.20");
  ASSERT_NE(fact, nullptr);
  EXPECT_LT(fact->confidence, kVerified);
  EXPECT_THAT(fact->alternatives, testing::ElementsAre("81.20"));
  EXPECT_THAT(extraction.findings, Not(Contains(Field(&Finding::severity, Severity::kError))));
  EXPECT_THAT(extraction.findings,
              Contains(Field(&Finding::message, HasSubstr("1 个数字识别存疑"))));
}

TEST(Extract, WithoutOcrAScanGoesOnWithAFinding) {
  const TemporaryFolder folder;
  const std::string scan = folder.write("scan.pdf", pdf_of("q 200 0 0 300 0 0 cm /Image Do Q"));
  const Extraction extraction =
      Extractor({.ocr = {.program = "/nowhere/mingxi-ocr"}}).extract(scan);
  EXPECT_EQ(extraction.status, Status::kNoText);
  EXPECT_THAT(extraction.findings, Contains(Field(&Finding::check, Check::kOcr)));
}

const std::string kSample = MINGXI_SOURCE_DIR "/samples/budget_pdf/budget.pdf";
constexpr int kTablePage = 9;  // of the sample

/// A page of the sample as a scanner gives it; the ending of the name says as what.
std::string scan_in(const TemporaryFolder& folder, const std::string& quality,
                    const std::string& name) {
  const std::string scan = (folder.path() / name).string();
  const std::string command = std::string(MINGXI_SCAN) + " " + kSample + " " +
                              std::to_string(kTablePage) + " 200 " + quality + " " + scan;
  EXPECT_EQ(std::system(command.c_str()), 0);
  return scan;
}

Extraction extracted(const std::string& path, const OcrOptions& ocr) {
  return Extractor({.ocr = ocr}).extract(path);
}

/// What is known of each figure of a page, by value.
std::vector<std::string> values_of(const Extraction& extraction, int page) {
  std::vector<std::string> values;
  for (const Fact& fact : extraction.facts)
    if (fact.evidence.page == page) values.push_back(fact.value.text());
  std::sort(values.begin(), values.end());
  return values;
}

TEST(Extractor, ReadsAPoorScanOfATableAsTheOriginal) {
  const TemporaryFolder folder;
  const std::string scan = scan_in(folder, "degraded", "scan.pdf");
  const std::string cache = (folder.path() / "cache").string();
  const Extraction extraction = extracted(scan, {.program = MINGXI_OCR, .cache = cache});
  EXPECT_EQ(extraction.status, Status::kOk);
  EXPECT_EQ(extraction.pages.front().text_source, TextSource::kOcr);
  ASSERT_EQ(extraction.tables.size(), 1U);
  EXPECT_EQ(extraction.tables.front().kind, TableKind::kB01);
  const std::vector<std::string> expected = values_of(extracted(kSample, {}), kTablePage);
  ASSERT_FALSE(expected.empty());
  EXPECT_EQ(values_of(extraction, 1), expected);
  EXPECT_THAT(extraction.findings, Not(Contains(Field(&Finding::severity, Severity::kError))));
}

TEST(Extractor, TakesFromTheCacheWhatWasReadBefore) {
  const TemporaryFolder folder;
  const std::string scan = scan_in(folder, "clean", "scan.pdf");
  const std::string cache = (folder.path() / "cache").string();
  const OcrOptions ocr{.program = MINGXI_OCR, .cache = cache};
  const Extraction extraction = extracted(scan, ocr);
  EXPECT_EQ(extracted(scan, ocr), extraction);
  int kept = 0;
  for (const auto& entry : std::filesystem::directory_iterator(cache)) {
    ocr::ScannedPage page = ocr::scanned_page_of(bytes_of(entry.path()));
    page.pieces.clear();
    folder.write("cache/" + entry.path().filename().string(), ocr::bytes_of(page));
    ++kept;
  }
  EXPECT_EQ(kept, 1);
  EXPECT_THAT(extracted(scan, ocr).facts, IsEmpty()) << "the page was read again";
}

TEST(Extractor, TurnsAPageOfAnImageFileAndSaysWhereItsInkIs) {
  const TemporaryFolder folder;
  const Extraction upright =
      extracted(scan_in(folder, "clean", "upright.png"), {.program = MINGXI_OCR});
  const Extraction turned =
      extracted(scan_in(folder, "upside_down", "turned.tif"), {.program = MINGXI_OCR});
  EXPECT_EQ(upright.source.media_type, "image/png");
  EXPECT_EQ(turned.source.media_type, "image/tiff");
  ASSERT_EQ(upright.pages.size(), 1U);
  ASSERT_EQ(values_of(turned, 1), values_of(upright, 1));
  ASSERT_FALSE(upright.facts.empty());
  const PageSummary& page = turned.pages.front();
  for (std::size_t i = 0; i < upright.facts.size(); ++i) {
    const Box& box = upright.facts[i].evidence.boxes.front().box;
    const Box& other = turned.facts[i].evidence.boxes.front().box;
    EXPECT_NEAR(other.middle_x(), page.width - box.middle_x(), 3) << upright.facts[i].subject;
    EXPECT_NEAR(other.middle_y(), page.height - box.middle_y(), 3) << upright.facts[i].subject;
  }
}

TEST(Extractor, RefusesAnImageThatIsNotToBeReadOrCannotBe) {
  const TemporaryFolder folder;
  const std::string cut = folder.write("cut.png", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR");
  const auto kind_of = [&](const OcrOptions& ocr) {
    try {
      Extractor({.ocr = ocr}).read(cut);
    } catch (const Error& error) {
      return error.kind();
    }
    return ErrorKind::kOutput;
  };
  EXPECT_EQ(kind_of({.program = MINGXI_OCR}), ErrorKind::kCorrupt);
  EXPECT_EQ(kind_of({.use = OcrUse::kNever}), ErrorKind::kUnsupported);
  EXPECT_EQ(kind_of({.program = ""}), ErrorKind::kEnvironment);
}

TEST(OnPaper, UndoesTheTurnsOfAScan) {
  const Box box{10, 20, 30, 24};
  const auto paper = [&box](int quarters, double degrees) {
    return on_paper({.width = 200, .height = 100, .turn = {quarters, degrees}}, box);
  };
  EXPECT_EQ(paper(0, 0), box);
  EXPECT_EQ(paper(1, 0), (Box{20, 170, 24, 190}));
  EXPECT_EQ(paper(2, 0), (Box{170, 76, 190, 80}));
  EXPECT_EQ(paper(3, 0), (Box{76, 10, 80, 30}));
  // 2 degrees clockwise brought it from 2.8 points lower, 80 points left of the middle.
  EXPECT_NEAR(paper(0, 2).middle_y(), 22 + 80 * 0.0349, 0.1);
}

}  // namespace
}  // namespace mingxi::extract
