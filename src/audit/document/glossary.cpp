// Terms that a document gives amounts of are explained where it explains terms.

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "audit/core/stages.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

constexpr std::array<std::string_view, 2> kExplained = {"operating_cost", "three_public.total"};

/// The titles and text of the glossary; "" where there is none.
std::string glossary_of(const Audited& audited) {
  const patterns::Pattern& title = audited.patterns.form.context.glossary;
  const auto& sections = audited.layout.sections;
  std::set<int> within;
  for (const Section& section : sections)
    if (title.matches(text::normalised(section.title)) || within.contains(section.parent))
      within.insert(section.id);
  std::string text;
  for (const Paragraph& paragraph : audited.layout.paragraphs)
    if (within.contains(paragraph.section)) text += paragraph.text.utf8() + "\n";
  return text;
}

}  // namespace

void check_glossary(const Audited& audited, Ledger& ledger) {
  const std::string glossary = glossary_of(audited);
  constexpr std::size_t kMinBytes = 300;  // a glossary explains several terms
  if (glossary.size() < kMinBytes) return;
  std::set<std::string> told;
  for (std::size_t i = 0; i < audited.places.size(); ++i) {
    const Fact& fact = audited.extraction.facts[i];
    const bool is_amount = fact.concept_id && fact.measure == Measure::kLevel && fact.amount_yuan &&
                           !fact.value.is_zero() &&
                           std::ranges::find(kExplained, *fact.concept_id) != kExplained.end();
    if (!is_amount) continue;
    const std::string subject = text::normalised(fact.subject);
    for (const patterns::FormPattern& term : audited.patterns.form.sections) {
      if (!term.pattern.matches(subject) || term.pattern.matches(glossary)) continue;
      if (!told.insert(term.id).second) continue;
      const Said words = said(
          Sentence::kNotExplained,
          {{"name", term.id}, {"subject", fact.subject}, {"amount", as_printed(fact) + fact.unit}});
      ledger.report(
          finding_of(Check::kSectionMissing, Severity::kInfo, FindingState::kMissing, words),
          std::vector<const Fact*>{&fact});
    }
  }
}

}  // namespace mingxi::audit
