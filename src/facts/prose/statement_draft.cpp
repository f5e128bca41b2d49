#include "facts/prose/statement_draft.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "messages/sentences.h"
#include "model/key.h"
#include "text/normalise.h"

namespace mingxi::facts {
namespace {

/// How sure a reading is.
double confidence_of(Doubt doubt) {
  switch (doubt) {
    case Doubt::kNone:
      return 1;
    case Doubt::kInherited:
      return 0.7;
    case Doubt::kEquallyGood:
      return 0.6;
    case Doubt::kNotRead:
      return 0.5;
  }
  return 1;
}

/// Whether a table prints the amount of the same year under the same name or code.
bool is_in_table(const Fact& fact, const std::vector<Fact>& of_tables) {
  if (!fact.amount_yuan) return false;
  const std::string name = text::normalised(fact.subject);
  return std::ranges::any_of(of_tables, [&](const Fact& row) {
    return row.amount_yuan == fact.amount_yuan && row.period == fact.period &&
           ((fact.code && row.code == fact.code) || text::normalised(row.subject) == name);
  });
}

}  // namespace

void negate(Quantity& quantity) {
  if (quantity.value.is_zero()) return;
  const bool is_negative = quantity.value < Decimal(0, 0);
  if (is_negative && quantity.kind == UnitKind::kPercent) return;
  quantity.value = quantity.value.negated();
  if (quantity.value_high) quantity.value_high = quantity.value_high->negated();
  if (quantity.amount_yuan) quantity.amount_yuan = quantity.amount_yuan->negated();
}

Fact fact_from(const StatementDraft& draft, const Paragraph& paragraph, const Document& document) {
  const Quantity& quantity = draft.quantity;
  const TracedText& text = paragraph.text;
  Fact fact{.subject = draft.subject.printed,
            .code = draft.subject.code,
            .body = draft.subject.body,
            .funding = draft.subject.funding,
            .measure = draft.measure,
            .period = draft.period,
            .basis = draft.basis,
            .relative_to = draft.relative_to,
            .relative_basis = draft.relative_basis,
            .bound = quantity.bound,
            .value = quantity.value,
            .value_high = quantity.value_high,
            .amount_yuan = quantity.amount_yuan,
            .decimals = quantity.decimals,
            .subject_from = draft.subject.from,
            .rule = std::string(draft.rule)};
  // 培训20次 is no expenditure.
  const bool is_count = quantity.kind == UnitKind::kCount;
  if (is_count && fact.code && fact.code->starts_with("economic:")) fact.code.reset();
  fact.unit = quantity.unit;
  const std::size_t unit = quantity.number_last - std::min(quantity.number_last, fact.unit.size());
  if (fact.unit.ends_with(')') && text.utf8().compare(unit, fact.unit.size(), fact.unit) == 0) {
    // As printed: the brackets of 台（件、套） are of full width.
    fact.unit = printed(document, text.glyphs(unit, quantity.number_last));
  }
  if (!quantity.currency.empty()) fact.currency = quantity.currency;
  fact.value_state = quantity.value.is_zero() ? ValueState::kZero : ValueState::kNumber;
  if (paragraph.section >= 0) fact.section = paragraph.section;
  const auto glyph_ids = text.glyphs(quantity.number_first, quantity.number_last);
  if (!glyph_ids.empty()) {
    const Page& page = page_of(document, glyph_ids.front());
    fact.evidence = {.page = page.number,
                     .quote = printed(document, text.glyphs(draft.quote_first, draft.quote_last)),
                     .boxes = boxes_of(document, glyph_ids)};
    take_source(fact, document, glyph_ids);
  }
  return fact;
}

void take_source(Fact& fact, const Document& document, const std::vector<GlyphId>& glyph_ids) {
  fact.text_source = page_of(document, glyph_ids.front()).text_source;
  // A number is read as one; what is after it, such as 万, is read with the text.
  const OcrReading* draft = ocr_reading_of(document, glyph_ids.front());
  if (draft == nullptr) return;
  fact.text_source = TextSource::kOcr;  // of an image on a page of text, say
  fact.confidence *= draft->confidence;
  fact.alternatives = draft->alternatives;
}

std::vector<Finding> decide_doubts(std::vector<Fact>& facts,
                                   const std::vector<DoubtfulFact>& doubtful,
                                   const std::vector<Fact>& of_tables) {
  using messages::Sentence;
  constexpr std::pair<Doubt, Sentence> kReasons[] = {{Doubt::kInherited, Sentence::kNameInherited},
                                                     {Doubt::kNotRead, Sentence::kNameNotRead},
                                                     {Doubt::kEquallyGood, Sentence::kTwoNames}};
  std::vector<Finding> found;
  for (const auto& [doubt, sentence] : kReasons) {
    Finding finding{.check = Check::kUnverified, .state = FindingState::kUnverified};
    for (const DoubtfulFact& each : doubtful) {
      Fact& fact = facts[each.fact];
      if (each.doubt != doubt || is_in_table(fact, of_tables)) continue;
      fact.confidence *= confidence_of(doubt);
      finding.evidence.push_back(fact.evidence);
    }
    if (finding.evidence.empty()) continue;
    const messages::Said said =
        messages::said(sentence, {{"count", std::to_string(finding.evidence.size())},
                                  {"quote", finding.evidence.front().quote}});
    finding.message = said.chinese;
    finding.message_en = said.english;
    found.push_back(std::move(finding));
  }
  return found;
}

void number_facts(std::vector<Fact>& facts) {
  std::unordered_map<std::string, int> seen;
  seen.reserve(facts.size());
  int number = 0;
  for (Fact& fact : facts) {
    fact.id = "f" + std::to_string(++number);
    std::string identity;
    identity.append(std::to_string(fact.evidence.page)).append("\n").append(fact.evidence.quote);
    const int number_of_same = ++seen[identity];
    fact.key = key_of(identity.append("\n").append(std::to_string(number_of_same)));
  }
}

}  // namespace mingxi::facts
