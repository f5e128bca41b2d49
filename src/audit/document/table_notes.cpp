// 无。 alone under a table that has figures: left over from the form.

#include <algorithm>

#include "audit/core/places.h"
#include "audit/core/stages.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kLongest = 16;  // bytes of such a line
constexpr double kUnderTable = 60;    // points: farther down, a line is not of the table

}  // namespace

void check_table_notes(const Audited& audited, Ledger& ledger) {
  const auto is_nothing = [&](const TracedText& text) {
    return !text.empty() && text.size() <= kLongest &&
           audited.patterns.form.context.nothing_alone.matches(text.utf8());
  };
  const auto report = [&](const TracedText& text) {
    const Evidence place = evidence_at(audited.document, text, 0, text.size());
    ledger.report(finding_of(Check::kTemplateLeftover, Severity::kWarning, FindingState::kNoted,
                             said(Sentence::kNothingUnderTable, {{"words", place.quote}})),
                  {place});
  };
  for (std::size_t i = 0; i < audited.extraction.tables.size(); ++i) {
    if (audited.extraction.tables[i].state != TableState::kData) continue;
    const Grid& last = audited.layout.grids[audited.layout.tables[i].grids.back()];
    const auto line = std::find_if(last.below.begin(), last.below.end(),
                                   [&](const Line& each) { return is_nothing(each.text); });
    if (line != last.below.end()) {
      report(line->text);
      continue;
    }
    for (const Paragraph& paragraph : audited.layout.paragraphs) {
      if (paragraph.role == ParagraphRole::kContents || !is_nothing(paragraph.text)) continue;
      const GlyphId first = paragraph.text.glyph(0);
      const double gap = glyph_of(audited.document, first).box.top - last.box.bottom;
      if (page_of(audited.document, first).number == last.page && gap >= 0 && gap < kUnderTable)
        report(paragraph.text);
    }
  }
}

}  // namespace mingxi::audit
