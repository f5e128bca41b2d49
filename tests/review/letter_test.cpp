#include "review/letter.h"

#include <gmock/gmock.h>

#include "review/crop.h"

namespace mingxi::review {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

/// A table of two rows under a heading, with a wrong sum in the second.
Extraction extraction() {
  Extraction document;
  document.source.sha256 = "a";
  document.identity.title = "某局<2026>年预算";
  document.pages.push_back({.number = 1, .width = 100, .height = 100});
  document.tables.push_back(
      {.id = "t1",
       .pages = {1},
       .rows = 2,
       .columns = 2,
       .header_rows = {0},
       .cells = {{.row = 0, .column = 0, .text = "科目", .box = {10, 10, 50, 20}},
                 {.row = 0, .column = 1, .text = "合计", .box = {50, 10, 90, 20}},
                 {.row = 1, .column = 0, .text = "工资", .box = {10, 60, 50, 70}},
                 {.row = 1, .column = 1, .text = "5", .box = {50, 60, 90, 70}}}});
  document.facts.push_back(
      {.id = "f1",
       .subject = "工资",
       .header = {"合计"},
       .unit = "万元",
       .amount_yuan = Decimal{50000, 0},
       .table = "t1",
       .row = 1,
       .evidence = {.page = 1, .quote = "5", .boxes = {{1, {80, 62, 88, 68}}}}});
  document.findings.push_back({.id = "n1",
                               .key = "k1",
                               .check = {Check::kSum, "class"},
                               .severity = Severity::kError,
                               .state = FindingState::kInconsistent,
                               .message = "不成立",
                               .message_en = "fails",
                               .formula = "5 = 2 + 2",
                               .expected = Decimal{40000, 0},
                               .printed = Decimal{50000, 0},
                               .difference = Decimal{10000, 0},
                               .facts = {{.id = "f1"}},
                               .evidence = {document.facts[0].evidence}});
  document.checks.held = 7;
  document.checks.failed = 1;
  return document;
}

TEST(Letter, GivesFindingFormulaNumbersAndProposal) {
  const std::string html = letter(extraction(), {}, {});
  for (const char* text : {"某局&lt;2026&gt;年预算", "共核对 8 项，成立 7 项", "5 = 2 + 2",
                           "印作 5万元，按算式应为 4万元，相差 1万元", "将 5万元 更正为 4万元"})
    EXPECT_THAT(html, HasSubstr(text));
  EXPECT_THAT(letter(extraction(), {.language = messages::Language::kEnglish}, {}),
              HasSubstr("Of 8 checks 7 hold"));
}

TEST(Letter, LeavesOutWhatWasNotRead) {
  Extraction document = extraction();
  document.findings[0].severity = Severity::kWarning;
  document.findings[0].state = FindingState::kUnreadable;
  EXPECT_THAT(letter(document, {}, {}), Not(HasSubstr("5 = 2 + 2")));
}

TEST(Letter, LeavesOutFalseAlarmsAndTakesInNotes) {
  LetterOptions options;
  options.decisions.findings = {{.key = "k1", .mark = Mark::kFalseAlarm, .note = ""}};
  EXPECT_THAT(letter(extraction(), options, {}), Not(HasSubstr("5 = 2 + 2")));
  options.decisions.findings = {{.key = "k1", .mark = Mark::kConfirmed, .note = "已电话核实"}};
  EXPECT_THAT(letter(extraction(), options, {}), HasSubstr("复核备注：已电话核实"));
}

TEST(Crop, ShowsTheRowWithTheHeadsOfItsColumns) {
  const Extraction document = extraction();
  const std::vector<PageBand> bands =
      bands_of(document, document.findings[0].evidence[0], &document.facts[0]);
  EXPECT_THAT(bands, ElementsAre(PageBand{1, {10, 10, 90, 20}}, PageBand{1, {10, 60, 90, 70}}));
  const PageImage page{.width = 200, .height = 200, .rgb = std::vector<std::uint8_t>(120'000, 255)};
  const PageImage crop = crop_of(document, bands, document.findings[0].evidence[0],
                                 [&](int) -> const PageImage& { return page; });
  EXPECT_EQ(crop.width, 172);           // 80 points and 3 around, at 2 pixels a point
  EXPECT_EQ(crop.height, 32 + 6 + 32);  // two bands and the gap
  // The frame is drawn around the figure, not over it.
  EXPECT_TRUE(std::ranges::find(crop.rgb, 0xB0) != crop.rgb.end());
}

}  // namespace
}  // namespace mingxi::review
