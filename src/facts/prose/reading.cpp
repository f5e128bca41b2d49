#include "facts/prose/reading.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "messages/sentences.h"
#include "model/key.h"

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

}  // namespace

void negate(Quantity& quantity) {
  if (quantity.value.is_zero()) return;
  const bool is_negative = quantity.value < Decimal(0, 0);
  if (is_negative && quantity.kind == UnitKind::kPercent) return;
  quantity.value = quantity.value.negated();
  if (quantity.value_high) quantity.value_high = quantity.value_high->negated();
  if (quantity.amount_yuan) quantity.amount_yuan = quantity.amount_yuan->negated();
}

Fact fact_from(const Reading& reading, const Paragraph& paragraph, const Document& document) {
  const Quantity& quantity = reading.quantity;
  const TracedText& text = paragraph.text;
  Fact fact{.subject = reading.subject.printed,
            .code = reading.subject.code,
            .body = reading.subject.body,
            .funding = reading.subject.funding,
            .measure = reading.measure,
            .period = reading.period,
            .basis = reading.basis,
            .relative_to = reading.relative_to,
            .relative_basis = reading.relative_basis,
            .bound = quantity.bound,
            .value = quantity.value,
            .value_high = quantity.value_high,
            .amount_yuan = quantity.amount_yuan,
            .decimals = quantity.decimals,
            .subject_from = reading.subject.from,
            .confidence = confidence_of(reading.doubt),
            .rule = std::string(reading.rule)};
  if (fact.relative_to && fact.relative_to->empty()) fact.relative_to.reset();
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
  const auto ink = text.glyphs(quantity.number_first, quantity.number_last);
  if (!ink.empty()) {
    const Page& page = page_of(document, ink.front());
    fact.evidence = {
        .page = page.number,
        .quote = printed(document, text.glyphs(reading.quote_first, reading.quote_last)),
        .boxes = boxes_of(document, ink)};
    take_source(fact, document, ink);
  }
  return fact;
}

void take_source(Fact& fact, const Document& document, const std::vector<GlyphId>& ink) {
  fact.text_source = page_of(document, ink.front()).text_source;
  // A number is read as one; what is after it, such as 万, is read with the text.
  const OcrReading* reading = ocr_reading_of(document, ink.front());
  if (reading == nullptr) return;
  fact.text_source = TextSource::kOcr;  // of an image on a page of text, say
  fact.confidence *= reading->confidence;
  fact.alternatives = reading->alternatives;
}

std::vector<Finding> find_unverified(const std::vector<Fact>& facts,
                                     const std::vector<DoubtfulFact>& doubtful) {
  using messages::Sentence;
  constexpr std::pair<Doubt, Sentence> kReasons[] = {{Doubt::kInherited, Sentence::kNameInherited},
                                                     {Doubt::kNotRead, Sentence::kNameNotRead},
                                                     {Doubt::kEquallyGood, Sentence::kTwoNames}};
  std::vector<Finding> found;
  for (const auto& [doubt, sentence] : kReasons) {
    Finding finding{.check = "unverified", .state = FindingState::kUnverified};
    for (const DoubtfulFact& each : doubtful) {
      if (each.doubt == doubt) finding.evidence.push_back(facts[each.fact].evidence);
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
