#include "facts/prose/text_defects.h"

#include <algorithm>
#include <string>
#include <utility>

#include "facts/prose/boundaries.h"
#include "messages/checks.h"
#include "messages/sentences.h"
#include "text/punctuation.h"

namespace mingxi::facts {

using messages::said;
using messages::Sentence;

namespace {

constexpr std::size_t kMaxOfAFilledForm = 5;  // numbers that a careless writer leaves out

Finding finding(Check check, const Evidence& evidence, Sentence what) {
  const messages::Said words = said(
      Sentence::kWordingFound, {{"words", text::in_quotes(evidence.quote)}, {"what", said(what)}});
  return {.check = check,
          .severity = messages::entry_of(check).severity,
          .state = FindingState::kNoted,
          .message = words.chinese,
          .message_en = words.english,
          .evidence = {evidence}};
}

Evidence evidence_of(const Paragraph& paragraph, const Document& document, std::size_t first,
                     std::size_t last) {
  const auto glyph_ids = paragraph.text.glyphs(first, last);
  return {.page = page_of(document, glyph_ids.front()).number,
          .quote = printed(document, glyph_ids),
          .boxes = boxes_of(document, glyph_ids)};
}

/// Whether the place of a finding is in this paragraph.
bool is_in(const Finding& finding, const Paragraph& paragraph, const Document& document) {
  const PlacedBox& place = finding.evidence.front().boxes.front();
  const auto boxes = boxes_of(document, paragraph.text.glyphs(0, paragraph.text.size()));
  return std::any_of(boxes.begin(), boxes.end(), [&](const PlacedBox& box) {
    return box.page == place.page && holds(box.box, place.box.middle_x(), place.box.middle_y());
  });
}

/// Wording of the form that was left in; what is in one paragraph is one place.
void add_leftover(Evidence evidence, const Paragraph& paragraph, const Document& document,
                  std::vector<Finding>& into) {
  constexpr Check kCheck = Check::kTemplateLeftover;
  if (!into.empty() && into.back().check == kCheck && is_in(into.back(), paragraph, document)) {
    Evidence before = std::move(into.back().evidence.front());
    into.pop_back();
    before.quote += "…" + evidence.quote;
    before.boxes.insert(before.boxes.end(), evidence.boxes.begin(), evidence.boxes.end());
    evidence = std::move(before);
  }
  into.push_back(finding(kCheck, evidence, Sentence::kFormWordingLeft));
}

/// Without the mark after the unit.
std::size_t end_of_unit(const std::string& text, const patterns::Match& match) {
  std::size_t last = match.last();
  for (const std::string_view mark : {"，", "。", "；", "、", "(", ")"}) {
    if (std::string_view(text).substr(0, last).ends_with(mark)) return last - mark.size();
  }
  return last;
}

/// Behind each unit without its number.
std::vector<std::size_t> ends_of_units(const std::string& text,
                                       const patterns::StatementRules& rules) {
  std::vector<std::size_t> ends;
  std::size_t from = 0;
  while (const auto match = rules.missing_number.find(text, from)) {
    from = match->last();
    const std::size_t end = end_of_unit(text, *match);
    const auto number = std::string_view(text).substr(match->first(), end - match->first());
    if (!rules.expressions.number_or_note.matches(number)) ends.push_back(end);
  }
  return ends;
}

}  // namespace

void find_text_defects(const StatementDraft& draft, const patterns::Match& match,
                       const patterns::StatementRule& rule, const Paragraph& paragraph,
                       const Document& document, std::vector<Finding>& into) {
  const bool has_unit =
      draft.quantity.kind != UnitKind::kNone || rule.role == patterns::StatementRole::kScore;
  const bool is_of_the_form = rule.either >= 0 && match.group(rule.either);
  if (has_unit && !is_of_the_form) return;
  const Evidence evidence = evidence_of(paragraph, document, draft.quote_first, draft.quote_last);
  if (!has_unit && !draft.quantity.value.is_zero()) {
    into.push_back(finding(Check::kUnitMissing, evidence, Sentence::kUnitNotPrinted));
  }
  if (is_of_the_form) add_leftover(evidence, paragraph, document, into);
}

std::vector<Finding> find_missing_numbers(const Document& document, const Layout& layout,
                                          const patterns::StatementRules& rules,
                                          std::size_t figures) {
  std::vector<Finding> found;
  for (const Paragraph& paragraph : layout.paragraphs) {
    if (paragraph.role != ParagraphRole::kBody) continue;
    for (const std::size_t last : ends_of_units(paragraph.text.utf8(), rules)) {
      const std::size_t first = phrase_start(paragraph.text.utf8(), 0, last);
      found.push_back(finding(Check::kNumberMissing, evidence_of(paragraph, document, first, last),
                              Sentence::kNumberNotPrinted));
    }
  }
  if (found.size() <= kMaxOfAFilledForm || found.size() <= figures) return found;
  Finding& blank = found.front();
  blank.check = Check::kFormBlank;
  const messages::Said words =
      said(Sentence::kNumbersNotFilledIn,
           {{"words", blank.evidence.front().quote}, {"count", std::to_string(found.size())}});
  blank.message = words.chinese;
  blank.message_en = words.english;
  found.resize(1);
  return found;
}

}  // namespace mingxi::facts
