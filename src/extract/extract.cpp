#include "extract/extract.h"

#include <iterator>

#include "audit/audit.h"
#include "layout/layout.h"
#include "facts/prose/statement_draft.h"
#include "facts/prose/statements.h"
#include "facts/tables/table_facts.h"
#include "extract/corrections.h"
#include "extract/file_places.h"
#include "extract/reading_findings.h"
#include "extract/unread.h"
#include "facts/identity.h"
#include "facts/prose/quantities.h"
#include "facts/tables/tables.h"
#include "facts/tables/units.h"

namespace mingxi::extract {
namespace {

constexpr std::size_t kIdentityPages = 3;  // a cover, contents and a first page name the document

std::vector<Line> first_lines(const Document& document) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < std::min(document.pages.size(), kIdentityPages); ++i) {
    for (Line& line : layout::lines_in_reading_order(document.pages[i]))
      lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<facts::Numbers> recognise(const Layout& layout, const patterns::Patterns& patterns) {
  std::vector<facts::Numbers> result(layout.paragraphs.size());
  for (std::size_t i = 0; i < result.size(); ++i) {
    const Paragraph& paragraph = layout.paragraphs[i];
    if (paragraph.role != ParagraphRole::kBody && paragraph.role != ParagraphRole::kHeading)
      continue;
    result[i] = facts::read_numbers(paragraph.text.utf8(), patterns.units);
  }
  return result;
}

facts::ParagraphQuantities quantities_of(const std::vector<facts::Numbers>& numbers) {
  facts::ParagraphQuantities result;
  result.reserve(numbers.size());
  for (const facts::Numbers& each : numbers) result.push_back(each.quantities);
  return result;
}

std::vector<PageSummary> summaries(const Document& document) {
  std::vector<PageSummary> result;
  for (const Page& page : document.pages) {
    PageSummary summary{.number = page.number,
                        .width = rounded(page.width),
                        .height = rounded(page.height),
                        .text_source = page.text_source};
    for (const Glyph& glyph : page.glyphs) {
      if (glyph.code_point <= U' ' || glyph.code_point == 0xA0 || glyph.code_point == 0x3000)
        continue;
      if (glyph.visibility == Visibility::kVisible)
        ++summary.characters;
      else if (glyph.visibility < Visibility::kDoubled)
        ++summary.invisible_characters;
    }
    result.push_back(summary);
  }
  return result;
}

void place_on_paper(const Document& document, Extraction& extraction) {
  const auto place = [&document](int page, Box& box) {
    box = on_paper(document.pages[static_cast<std::size_t>(page - 1)], box);
  };
  const auto place_all = [&place](Evidence& evidence) {
    for (PlacedBox& placed : evidence.boxes) place(placed.page, placed.box);
  };
  for (Fact& fact : extraction.facts) place_all(fact.evidence);
  for (Finding& finding : extraction.findings)
    for (Evidence& evidence : finding.evidence) place_all(evidence);
  for (auto& [field, evidence] : extraction.identity.evidence) place_all(evidence);
  for (Table& table : extraction.tables)
    for (Cell& cell : table.cells) place(cell.page, cell.box);
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    if (document.pages[i].turn.quarters % 2 != 0)
      std::swap(extraction.pages[i].width, extraction.pages[i].height);
  }
}

}  // namespace

Extraction extract(const Document& document, const Layout& layout,
                   const patterns::Patterns& patterns, const std::vector<Correction>& corrections) {
  Extraction extraction{
      .source = document.source,
      .identity = facts::identify(document, layout, first_lines(document), patterns),
      .pages = summaries(document),
      .sections = layout.sections};
  const std::vector<facts::Numbers> numbers = recognise(layout, patterns);
  facts::Statements statements = facts::link_statements(document, layout, extraction.identity,
                                                        quantities_of(numbers), patterns);
  extraction.facts = std::move(statements.facts);
  extraction.findings = std::move(statements.findings);
  extraction.tables = facts::recognise_tables(document, layout, patterns.tables);
  facts::TableFacts of_tables =
      facts::link_tables(document, layout, extraction.tables, extraction.identity, patterns);
  facts::infer_units(extraction.tables, of_tables);
  std::ranges::move(facts::decide_doubts(extraction.facts, statements.doubtful, of_tables.facts),
                    std::back_inserter(extraction.findings));
  std::ranges::move(of_tables.facts, std::back_inserter(extraction.facts));
  facts::number_facts(extraction.facts);
  apply_corrections(corrections, extraction);
  audit::audit(document, layout, statements.places, of_tables.unread, patterns, extraction);
  add_unreadable(document, layout, numbers, of_tables.unread, extraction);
  add_unread_regions(document, layout, patterns, extraction);
  add_reading_findings(document, extraction);
  if (std::ranges::any_of(document.pages, [](const Page& page) { return page.turn != Turn{}; }))
    place_on_paper(document, extraction);
  name_file_places(document, extraction);
  return extraction;
}

Extraction extract(const Document& document, const patterns::Patterns& patterns,
                   const std::vector<Correction>& corrections) {
  return extract(document, layout::lay_out(document, patterns.layout), patterns, corrections);
}

}  // namespace mingxi::extract
