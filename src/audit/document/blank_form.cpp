#include "audit/document/blank_form.h"

#include <algorithm>
#include <string>

#include "audit/core/places.h"

namespace mingxi::audit {
namespace {

constexpr Check kCheck = Check::kFormBlank;
constexpr std::size_t kMaxOfAFilledForm = 5;  // placeholders that a careless writer leaves in

bool is_reported(const Extraction& extraction) {
  return std::any_of(extraction.findings.begin(), extraction.findings.end(),
                     [](const Finding& finding) { return finding.check == kCheck; });
}

std::vector<Evidence> placeholders(const Audited& audited) {
  const auto rules = audited.patterns.form.rules_of(patterns::Meaning::kPlaceholder);
  std::vector<Evidence> places;
  for (const Paragraph& paragraph : audited.layout.paragraphs) {
    if (paragraph.role != ParagraphRole::kBody) continue;
    for (const patterns::TextRule* rule : rules) {
      for (const patterns::Match& match : rule->wording.pattern.find_all(paragraph.text.utf8()))
        places.push_back(
            evidence_at(audited.document, paragraph.text, match.first(), match.last()));
    }
  }
  return places;
}

bool outnumber_figures(std::size_t placeholders, const Extraction& extraction) {
  return placeholders > kMaxOfAFilledForm && placeholders > extraction.facts.size();
}

}  // namespace

bool is_blank_form(const Audited& audited) {
  return is_reported(audited.extraction) ||
         outnumber_figures(placeholders(audited).size(), audited.extraction);
}

void report_blank_form(const Audited& audited, Ledger& ledger) {
  if (is_reported(audited.extraction)) return;
  std::vector<Evidence> places = placeholders(audited);
  Finding finding =
      finding_of(kCheck, Severity::kWarning, FindingState::kMissing,
                 said(Sentence::kFormNotFilledIn,
                      {{"count", std::to_string(places.size())}, {"words", places.front().quote}}));
  ledger.report(std::move(finding), std::move(places));
}

}  // namespace mingxi::audit
