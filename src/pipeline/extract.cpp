#include "pipeline/extract.h"

#include <iterator>

#include "audit/audit.h"
#include "layout/layout.h"
#include "link/reading.h"
#include "link/statements.h"
#include "link/table_facts.h"
#include "pipeline/decide.h"
#include "pipeline/reading_findings.h"
#include "recognise/identity.h"
#include "recognise/quantities.h"
#include "recognise/tables.h"

namespace mingxi {
namespace {

constexpr std::size_t kIdentityPages = 3;  // a cover, contents and a first page name the document

std::vector<Line> first_lines(const Document& document) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < std::min(document.pages.size(), kIdentityPages); ++i) {
    for (Line& line : find_lines(document.pages[i], {})) lines.push_back(std::move(line));
  }
  return lines;
}

ParagraphQuantities recognise(const Layout& layout, const Pack& pack) {
  ParagraphQuantities result(layout.paragraphs.size());
  for (std::size_t i = 0; i < result.size(); ++i) {
    const Paragraph& paragraph = layout.paragraphs[i];
    if (paragraph.role != ParagraphRole::kBody && paragraph.role != ParagraphRole::kHeading)
      continue;
    result[i] = find_quantities(paragraph.text.utf8(), pack.units);
  }
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
      else if (glyph.visibility != Visibility::kDoubled)
        ++summary.invisible_characters;
    }
    result.push_back(summary);
  }
  return result;
}

}  // namespace

Extraction extract(const Document& document, const Layout& layout, const Pack& pack,
                   const std::vector<Correction>& corrections) {
  Extraction extraction{.source = document.source,
                        .identity = identify(document, layout, first_lines(document), pack),
                        .pages = summaries(document),
                        .sections = layout.sections};
  Statements statements =
      link_statements(document, layout, extraction.identity, recognise(layout, pack), pack);
  extraction.facts = std::move(statements.facts);
  extraction.findings = std::move(statements.findings);
  extraction.tables = recognise_tables(document, layout, pack.tables);
  std::vector<Fact> facts =
      link_tables(document, layout, extraction.tables, extraction.identity, pack);
  std::move(facts.begin(), facts.end(), std::back_inserter(extraction.facts));
  number_facts(extraction.facts);
  apply_corrections(corrections, extraction);
  audit(document, layout, statements.places, pack, extraction);
  add_reading_findings(document, extraction);
  return extraction;
}

Extraction extract(const Document& document, const Pack& pack,
                   const std::vector<Correction>& corrections) {
  return extract(document, lay_out(document), pack, corrections);
}

Extraction extract(const std::string& path, const Pack& pack, const ReadOptions& options) {
  return extract(read(path, options), pack);
}

}  // namespace mingxi
