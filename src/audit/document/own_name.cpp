// The name of the document's body with its last character left out: 青禾市林业 for 青禾市林业局.

#include <string>
#include <string_view>
#include <vector>

#include "audit/core/places.h"
#include "audit/core/stages.h"
#include "text/characters.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kHan = 3;  // bytes of a Han character
constexpr std::size_t kShortestName = 6 * kHan;
constexpr std::size_t kMinFull = 4;  // places of the whole name, to each cut short
constexpr std::size_t kShown = 4;
constexpr int kCharacters = 24;
constexpr int kAround = 10;

class OwnName {
 public:
  OwnName(const Audited& audited, std::string name)
      : audited_(audited),
        name_(std::move(name)),
        goes_on_(audited.patterns.form.context.after_own_name) {}

  void look_at(const TracedText& traced) {
    const std::string_view text = traced.utf8();
    const std::string_view cut = std::string_view(name_).substr(0, name_.size() - kHan);
    for (std::size_t at = text.find(cut); at != std::string_view::npos;
         at = text.find(cut, at + cut.size())) {
      if (text.substr(at).starts_with(name_)) {
        ++full_;
      } else if (goes_on_.matches(text.substr(at + cut.size()))) {
        places_.push_back(evidence_at(audited_.document, traced, at,
                                      characters_after(text, at + cut.size(), kAround)));
      }
    }
  }

  void report(Ledger& ledger) {
    if (places_.empty() || full_ < kMinFull * places_.size()) return;
    const Said words = said(Sentence::kOwnNameCutShort,
                            {{"words", quoted(places_, kShown, kCharacters)}, {"name", name_}});
    ledger.report(finding_of(Check::kWording, Severity::kInfo, FindingState::kNoted, words),
                  std::move(places_));
  }

 private:
  const Audited& audited_;
  std::string name_;
  const patterns::Pattern& goes_on_;  ///< what cannot be part of a longer name
  std::size_t full_ = 0;
  std::vector<Evidence> places_;
};

}  // namespace

void check_own_name(const Audited& audited, Ledger& ledger) {
  const std::string name = text::normalised(audited.extraction.identity.publisher.value_or(""));
  if (name.size() < kShortestName || !text::is_han(name, name.size() - kHan)) return;
  OwnName own(audited, name);
  for (const Paragraph& paragraph : audited.layout.paragraphs) own.look_at(paragraph.text);
  for (const Grid& grid : audited.layout.grids) {
    for (const auto* lines : {&grid.above, &grid.below})
      for (const Line& line : *lines) own.look_at(line.text);
    for (const GridCell& cell : grid.cells) own.look_at(cell.text);
  }
  own.report(ledger);
}

}  // namespace mingxi::audit
