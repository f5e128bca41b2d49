// Items of a list that are run into the item before them: (七)… 。(八)… , where the next paragraph
// begins with (九).

#include <cmath>
#include <optional>
#include <string_view>

#include "audit/core/places.h"
#include "audit/core/stages.h"
#include "text/numerals.h"
#include "text/punctuation.h"

namespace mingxi::audit {
namespace {

constexpr int kAround = 12;        // characters quoted
constexpr double kSameLine = 0.5;  // em between baselines
constexpr std::size_t kReach = 3;  // paragraphs to the next item

/// A number in brackets at a byte, (八), and where it ends.
struct Number {
  int value = 0;
  std::size_t last = 0;
};

std::optional<Number> number_at(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("(")) return std::nullopt;
  const auto number = text::read_words(text, at + 1);
  if (!number || number->value.places() != 0 || !text.substr(number->last).starts_with(")"))
    return std::nullopt;
  return Number{static_cast<int>(number->value.digits()), number->last + 1};
}

class RunIn {
 public:
  RunIn(const Audited& audited, Ledger& ledger)
      : audited_(audited), paragraphs_(audited.layout.paragraphs), ledger_(ledger) {}

  void check() {
    for (std::size_t p = 0; p < paragraphs_.size(); ++p) {
      const std::string_view text = paragraphs_[p].text.utf8();
      const auto own = number_at(text, 0);
      if (!own) continue;
      for (const std::string_view stop : {text::kSentenceEnds[0], text::kSentenceEnds[1]})
        for (std::size_t at = text.find(stop); at != std::string_view::npos;
             at = text.find(stop, at + stop.size())) {
          const std::size_t first = at + stop.size();
          const auto next = number_at(text, first);
          if (next && next->value == own->value + 1 && is_on_a_line(p, first) &&
              goes_on(p, next->value + 1))
            report(p, first, next->last);
        }
    }
  }

 private:
  /// Whether a byte is printed on the line of the character before it.
  bool is_on_a_line(std::size_t p, std::size_t at) const {
    const TracedText& text = paragraphs_[p].text;
    const GlyphId before = text.glyph(at - 1);
    const GlyphId own = text.glyph(at);
    const Glyph& a = glyph_of(audited_.document, before);
    const Glyph& b = glyph_of(audited_.document, own);
    return page_of(audited_.document, before).number == page_of(audited_.document, own).number &&
           std::abs(a.baseline - b.baseline) < kSameLine * b.font_size;
  }

  /// Whether the next item of the list begins a paragraph near by, and the one run in does not.
  bool goes_on(std::size_t p, int value) const {
    for (std::size_t k = p + 1; k < paragraphs_.size() && k <= p + kReach; ++k) {
      const auto number = number_at(paragraphs_[k].text.utf8(), 0);
      if (number) return number->value == value;
    }
    return false;
  }

  void report(std::size_t p, std::size_t first, std::size_t last) {
    const TracedText& text = paragraphs_[p].text;
    const Evidence place =
        evidence_at(audited_.document, text, first, characters_after(text.utf8(), last, kAround));
    ledger_.report(finding_of(Check::kWording, Severity::kWarning, FindingState::kNoted,
                              said(Sentence::kItemRunIn, {{"words", place.quote}})),
                   {place});
  }

  const Audited& audited_;
  const std::vector<Paragraph>& paragraphs_;
  Ledger& ledger_;
};

}  // namespace

void check_run_in(const Audited& audited, Ledger& ledger) { RunIn(audited, ledger).check(); }

}  // namespace mingxi::audit
