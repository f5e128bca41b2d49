#include <algorithm>
#include <string>

#include "audit/document/blank_form.h"
#include "audit/core/places.h"
#include "audit/document/punctuation.h"
#include "text/punctuation.h"
#include "audit/core/stages.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kShown = 4;  // places quoted in a message
constexpr int kCharacters = 36;    // of each
constexpr int kAround = 30;        // characters quoted on each side of a match

/// Whether a finding of this check already is in the paragraph.
bool is_reported(const Audited& audited, const CheckName& check, const TracedText& text) {
  const auto boxes = boxes_of(audited.document, text.glyphs(0, text.size()));
  for (const Finding& finding : audited.extraction.findings) {
    if (finding.check != check) continue;
    for (const Evidence& evidence : finding.evidence)
      for (const PlacedBox& reported : evidence.boxes)
        for (const PlacedBox& box : boxes)
          if (box.page == reported.page &&
              holds(box.box, reported.box.middle_x(), reported.box.middle_y()))
            return true;
  }
  return false;
}

bool ends_a_sentence(std::string_view text) {
  return std::any_of(text::kSentenceEnds.begin(), text::kSentenceEnds.end(),
                     [text](std::string_view mark) { return text.ends_with(mark); });
}

/// The matches of one rule, in reading order.
class Places {
 public:
  Places(const Audited& audited, const patterns::TextRule& rule) : audited_(audited), rule_(rule) {}

  std::vector<Evidence> find() {
    for (const Paragraph& paragraph : audited_.layout.paragraphs) {
      const auto place = place_of(paragraph.role);
      if (place && rule_.is_looked_for_in(*place)) look_at(paragraph.text);
    }
    for (const Grid& grid : audited_.layout.grids) {
      if (rule_.is_looked_for_in(TextPlace::kTitle))
        for (const Line& line : grid.above) look_at(line.text);
      if (rule_.is_looked_for_in(TextPlace::kCell))
        for (const GridCell& cell : grid.cells) look_at(cell.text);
    }
    return std::move(places_);
  }

 private:
  using TextPlace = patterns::TextPlace;

  static std::optional<TextPlace> place_of(ParagraphRole role) {
    switch (role) {
      case ParagraphRole::kBody:
        return TextPlace::kBody;
      case ParagraphRole::kHeading:
        return TextPlace::kHeading;
      case ParagraphRole::kContents:
        return TextPlace::kContents;
      case ParagraphRole::kCover:
        return TextPlace::kTitle;
      case ParagraphRole::kNote:
        return std::nullopt;
    }
    return std::nullopt;
  }

  void look_at(const TracedText& traced) {
    const std::string& words = traced.utf8();
    const auto matches = rule_.find_all(words, audited_.extraction.identity);
    if (matches.empty()) return;
    // Statements that leave it open whether they rise or fall are reported as they are read.
    if (rule_.meaning == patterns::Meaning::kOpenDirection &&
        is_reported(audited_, rule_.check, traced))
      return;
    for (const patterns::Match& match : matches) {
      const bool is_to_the_end = ends_a_sentence(std::string_view(words).substr(0, match.last()));
      const std::size_t start = is_to_the_end
                                    ? clause_start(words, match.first(), text::kSentenceEnds)
                                    : clause_start(words, match.first(), text::kClauseEnds);
      const bool is_long =
          characters_after(words, match.first(), kAround) < match.last();  // says it all
      const std::size_t first =
          is_long ? match.first()
                  : std::max(start, characters_before(words, match.first(), kAround));
      const std::size_t last = is_to_the_end
                                   ? match.last()
                                   : std::min(clause_end(words, match.last(), text::kClauseEnds),
                                              characters_after(words, match.last(), kAround));
      places_.push_back(evidence_at(audited_.document, traced, std::min(first, match.first()),
                                    std::max(last, match.last())));
    }
  }

  const Audited& audited_;
  const patterns::TextRule& rule_;
  std::vector<Evidence> places_;
};

void report(const patterns::TextRule& rule, std::vector<Evidence> places, Ledger& ledger) {
  const Said words = quoted(places, kShown, kCharacters);
  const Said what{rule.says, rule.says_en};
  const std::string count = std::to_string(places.size());
  Said says = places.size() == 1 ? said(Sentence::kWordingFound, {{"words", words}, {"what", what}})
                                 : said(Sentence::kWordingFoundOften,
                                        {{"words", words}, {"count", count}, {"what", what}});
  ledger.report(finding_of(rule.check, rule.severity, FindingState::kNoted, std::move(says)),
                std::move(places));
}

void check_text_rules(const Audited& audited, Ledger& ledger) {
  for (const patterns::TextRule& rule : audited.patterns.form.text_rules) {
    if (!rule.applies_to(audited.extraction.identity)) continue;
    std::vector<Evidence> places = Places(audited, rule).find();
    if (places.empty()) continue;
    if (rule.is_each) {
      for (Evidence& place : places) report(rule, {std::move(place)}, ledger);
    } else {
      report(rule, std::move(places), ledger);
    }
  }
}

}  // namespace

void check_form(const Audited& audited, Ledger& ledger) {
  if (is_blank_form(audited)) return report_blank_form(audited, ledger);
  check_text_rules(audited, ledger);
  check_punctuation(audited, ledger);
  check_half_width(audited, ledger);
}

}  // namespace mingxi::audit
