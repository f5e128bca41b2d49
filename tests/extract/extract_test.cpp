#include "extract/extract.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "messages/checks.h"
#include "output/document_json/document_json.h"
#include "facts/prose/statements.h"
#include "model/error.h"
#include "extract/explain.h"
#include "extract/load_patterns.h"
#include "extract/extractor.h"
#include "support/files.h"
#include "support/pdf_builder.h"
#include "read/read.h"

namespace mingxi::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kBudget =
    "            青禾市云杉区档案馆2023年部门预算\n"
    "\n"
    "第一部分  部门概况\n"
    "\n"
    "    一、主要职责\n"
    "    负责档案的收集和保管。\n"
    "\f"
    "第二部分  2023年部门预算情况说明\n"
    "\n"
    "    一、收入预算情况说明\n"
    "    2023年收入总计88.5万元，比2022年增加8.5万元，增长10.6\n"
    "3%。\n"
    "    二、会议费\n"
    "    2023年预算数1.5万元，占76.23。\n";

const patterns::Patterns& test_patterns() {
  static const patterns::Patterns result = load_patterns("");
  return result;
}

Extraction extracted(const std::string& name, std::string_view bytes) {
  const TemporaryFolder folder;
  return extract(read::read(folder.write(name, bytes)), test_patterns());
}

std::vector<std::string> checks_of(const Extraction& extraction) {
  std::vector<std::string> checks;
  for (const Finding& finding : extraction.findings)
    checks.push_back(messages::name_of(finding.check));
  return checks;
}

TEST(Extract, ReadsATextFileIntoTracedFacts) {
  const Extraction extraction = extracted("budget.txt", kBudget);
  EXPECT_EQ(extraction.status, Status::kOk);
  EXPECT_EQ(extraction.identity.publisher, "青禾市云杉区档案馆");
  EXPECT_EQ(extraction.identity.fiscal_year, 2023);
  EXPECT_EQ(extraction.identity.page_count, 2);
  std::vector<std::string> lines;
  for (const Fact& fact : extraction.facts) lines.push_back(facts::described(fact));
  ASSERT_THAT(lines, ElementsAre("level 2023 budget 88.5 万元 «收入总计»",
                                 "change 2023 budget 8.5 万元 «收入总计» to 2022",
                                 "change_rate 2023 budget 10.63 % «收入总计» to 2022",
                                 "level 2023 budget 1.5 万元 «会议费» economic:30215",
                                 "share 2023 budget 76.23 «会议费» of 收入总计 economic:30215"));
  for (const Fact& fact : extraction.facts) {
    EXPECT_EQ(fact.evidence.page, 2);
    EXPECT_EQ(fact.origin, Origin::kNarrative);
    EXPECT_EQ(fact.text_source, TextSource::kPlain);
    EXPECT_EQ(fact.confidence, 1);
    ASSERT_TRUE(fact.section.has_value());
  }
  const auto title = [&](std::size_t fact) {
    return extraction.sections.at(static_cast<std::size_t>(*extraction.facts[fact].section)).title;
  };
  EXPECT_EQ(title(0), "收入预算情况说明");
  EXPECT_EQ(title(3), "会议费");
  EXPECT_THAT(extraction.facts[2].evidence.boxes, SizeIs(2)) << "10.6⏎3% stands on two lines";
  EXPECT_EQ(extraction.facts[2].evidence.quote, "增长10.63%");
}

TEST(Extract, FindsAFigureWithoutItsUnit) {
  const Extraction extraction = extracted("budget.txt", kBudget);
  ASSERT_THAT(checks_of(extraction), ElementsAre("unit_missing"));
  const Finding& finding = extraction.findings.front();
  EXPECT_EQ(finding.id, "n1");
  EXPECT_NE(finding.message, "");
  EXPECT_NE(finding.message_en, "");
  ASSERT_THAT(finding.evidence, SizeIs(1));
  EXPECT_EQ(finding.evidence.front().page, 2);
  EXPECT_FALSE(finding.evidence.front().boxes.empty());
}

TEST(Extract, FindsWordingOfTheFormLeftIn) {
  EXPECT_THAT(
      checks_of(extracted(
          "a.txt", "青禾市档案馆2023年部门预算\n\n    会议费0万元，比上年增（减）0万元。\n")),
      ElementsAre("template_leftover"));
}

TEST(Extract, FindsUnitsWithoutTheirNumber) {
  const Extraction extraction =
      extracted("a.txt",
                "青禾市档案馆2023年部门预算\n\n    "
                "会议费3万元，比上年减少　万元。单位：万元，保留两位小数。\n");
  ASSERT_THAT(checks_of(extraction), ElementsAre("number_missing"));
  EXPECT_EQ(extraction.findings.front().evidence.front().quote, "比上年减少万元");
  EXPECT_FALSE(extraction.findings.front().evidence.front().boxes.empty());
}

TEST(Extract, ReportsABlankFormOnce) {
  std::string form = "青禾市档案馆2023年部门预算\n\n";
  for (const char* name : {"会议费", "培训费", "差旅费", "印刷费", "电费", "水费"}) {
    form += "    " + std::string(name) + "　　万元，主要用于日常工作。\n";
  }
  const Extraction extraction = extracted("a.txt", form);
  ASSERT_THAT(checks_of(extraction), ElementsAre("form_blank"));
  EXPECT_NE(extraction.findings.front().message.find("6处"), std::string::npos);
}

TEST(Extract, GivesTheSameBytesForTheSameDocument) {
  const TemporaryFolder folder;
  const std::string file = folder.write("budget.txt", kBudget);
  EXPECT_EQ(output::document_json(extract(read::read(file), test_patterns()), {}),
            output::document_json(extract(read::read(file), test_patterns()), {}));
}

TEST(Extract, CountsVisibleAndInvisibleCharacters) {
  const Extraction extraction = extracted(
      "a.pdf", pdf_of("BT /F1 10 Tf 20 200 Td (Seen and read) Tj 3 Tr 0 -40 Td (Hid) Tj ET"));
  ASSERT_THAT(extraction.pages, SizeIs(1));
  EXPECT_EQ(extraction.pages[0].characters, 11);
  EXPECT_EQ(extraction.pages[0].invisible_characters, 3);
  EXPECT_EQ(extraction.pages[0].text_source, TextSource::kEmbedded);
  EXPECT_EQ(extraction.status, Status::kOk);
}

TEST(Extract, FindsTextThatCannotBeSeenAndDoesNotReadIt) {
  const std::string shown = chinese(u"青禾市档案馆部门预算说明书");
  const std::string hidden = chinese(u"会议费2万元");
  const Extraction extraction = extracted(
      "a.pdf",
      pdf_of("BT /F2 10 Tf 20 200 Td " + shown + " Tj 3 Tr 0 -40 Td " + hidden + " Tj ET"));
  EXPECT_THAT(checks_of(extraction), ElementsAre("invisible_text"));
  EXPECT_THAT(extraction.facts, IsEmpty());
  ASSERT_THAT(extraction.findings.at(0).evidence, SizeIs(1));
  EXPECT_EQ(extraction.findings[0].evidence[0].page, 1);
}

TEST(Extract, SaysThatAPageImageHasNoText) {
  const Extraction extraction = extracted("a.pdf", pdf_of("q 200 0 0 300 0 0 cm /Image Do Q"));
  EXPECT_EQ(extraction.status, Status::kNoText);
  EXPECT_THAT(checks_of(extraction), ElementsAre("no_text"));
  EXPECT_EQ(extraction.findings[0].severity, Severity::kWarning);
  EXPECT_EQ(extraction.findings[0].evidence.at(0).page, 1);
  EXPECT_THAT(extraction.facts, IsEmpty());
}

TEST(Extract, SaysThatADrawingHasNoText) {
  for (const char* const drawing :
       {"1 w 20 20 m 180 20 l S", "0 g 20 20 m 60 90 120 90 160 20 c f", ""}) {
    const Extraction extraction = extracted("a.pdf", pdf_of(drawing));
    EXPECT_EQ(extraction.status, Status::kNoText);
    ASSERT_THAT(checks_of(extraction), ElementsAre("no_text")) << drawing;
    EXPECT_EQ(extraction.findings[0].severity, Severity::kWarning);
    EXPECT_EQ(extraction.findings[0].evidence.at(0).page, 1);
  }
}

TEST(Extract, SaysNothingOfABlankPageAmongOthers) {
  const std::string words = "BT /F1 10 Tf 20 200 Td (Words that can be read) Tj ET";
  const Extraction extraction = extracted(
      "a.pdf", pdf_of(std::vector<PdfPage>{{.content = words}, {.content = "0 0 9 9 re f"}}));
  EXPECT_EQ(extraction.status, Status::kOk);
  EXPECT_THAT(extraction.findings, IsEmpty());
}

TEST(Extract, ReadsAShortText) {
  const Extraction extraction = extracted("a.txt", "会议费2万元。\n");
  EXPECT_EQ(extraction.status, Status::kOk);
  EXPECT_THAT(extraction.facts, SizeIs(1));
  EXPECT_THAT(checks_of(extraction), IsEmpty());
}

TEST(Extract, NamesThePagesThatAreImages) {
  const std::string image = "q 200 0 0 300 0 0 cm /Image Do Q";
  const std::string words = "BT /F1 10 Tf 20 200 Td (Words that can be read) Tj ET";
  const Extraction extraction = extracted(
      "a.pdf",
      pdf_of(std::vector<PdfPage>{
          {.content = words}, {.content = image}, {.content = image}, {.content = words}}));
  ASSERT_THAT(checks_of(extraction), ElementsAre("no_text"));
  std::vector<int> pages;
  for (const Evidence& evidence : extraction.findings[0].evidence) pages.push_back(evidence.page);
  EXPECT_THAT(pages, ElementsAre(2, 3));
  EXPECT_NE(extraction.findings[0].message_en.find("2-3"), std::string::npos);
  EXPECT_EQ(extraction.status, Status::kPartial);
}

TEST(Extract, ThrowsForADocumentThatCannotBeUsed) {
  EXPECT_THROW(Extractor().read("no such file.pdf"), Error);
  EXPECT_THROW(extracted("a.pdf", "<html>"), Error);
}

TEST(Explain, ShowsTheFiguresOfALineAndWhatItIsTakenFor) {
  const TemporaryFolder folder;
  const std::vector<ExplainedLine> lines =
      explain(read::read(folder.write("budget.txt", kBudget)), 2, test_patterns());
  std::vector<std::string> parts;
  for (const ExplainedLine& line : lines) parts.push_back(line.part);
  ASSERT_THAT(parts, ElementsAre("heading", "heading", "prose", "prose", "heading", "prose"));
  ASSERT_THAT(lines[2].figures, SizeIs(3)) << "the figure over two lines belongs where it begins";
  EXPECT_EQ(lines[2].figures[0].rule, "statements/level");
  EXPECT_EQ(lines[2].figures[0].meaning, "level 2023 budget 88.5 万元 «收入总计»");
  EXPECT_EQ(lines[2].figures[0].name, "own");
  EXPECT_EQ(lines[2].figures[2].text, "增长10.63%");
  EXPECT_THAT(lines[3].figures, IsEmpty());
  EXPECT_THAT(lines[5].figures, SizeIs(2));
}

TEST(Explain, RefusesAPageThatDoesNotExist) {
  const TemporaryFolder folder;
  const std::string file = folder.write("budget.txt", kBudget);
  for (const int page : {0, -1, 3}) {
    try {
      explain(read::read(file), page, test_patterns());
      ADD_FAILURE() << "page " << page << " was explained";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kNotFound);
      EXPECT_EQ(error.where(), file);
    }
  }
}

TEST(Extract, LeavesTheYearOpenWhereTheDocumentNamesNone) {
  const Extraction extraction = extracted("note.txt", "收入比上年增加5万元。\n");
  ASSERT_EQ(extraction.facts.size(), 1u);
  EXPECT_EQ(extraction.facts.front().relative_to, std::nullopt);
  EXPECT_EQ(extraction.facts.front().period, 0);
}

TEST(Extract, IsPartialWhereTheReaderReportsAnError) {
  const std::string printed = "BT /F1 10 Tf 20 200 Td (a line of some length) Tj ET ";
  EXPECT_EQ(extracted("whole.pdf", pdf_of(printed)).status, Status::kOk);
  const Extraction extraction = extracted("error.pdf", pdf_of(printed + "nonsense"));
  EXPECT_EQ(extraction.status, Status::kPartial);
  ASSERT_THAT(extraction.findings, SizeIs(1));
  EXPECT_EQ(extraction.findings[0].check, Check::kReader);
  EXPECT_EQ(extraction.findings[0].state, FindingState::kUnreadable);
  EXPECT_EQ(extraction.findings[0].message_en,
            "The PDF reader reported an error: Unknown operator 'nonsense'.");
}

}  // namespace
}  // namespace mingxi::extract
