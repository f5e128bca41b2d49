// Words printed twice in a row, and sentences that are printed several times, once without the full
// stop between two of them. What is printed elsewhere in the document says what was meant.

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "audit/core/places.h"
#include "audit/core/stages.h"
#include "text/characters.h"
#include "text/punctuation.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kHan = 3;           // bytes of a Han character
constexpr std::size_t kShortestWord = 2;  // characters of a word that is doubled
constexpr std::size_t kLongestWord = 5;
constexpr std::size_t kShortestCell = 24;  // bytes: shorter cells are codes and names side by side
constexpr int kAround = 8;                 // characters quoted on each side
constexpr std::size_t kShown = 4;          // places quoted in a message
constexpr int kCharacters = 36;            // of each
constexpr std::size_t kSide = 6 * kHan;    // bytes on each side of a full stop
constexpr std::size_t kMinWithStop = 2;    // places that have the stop
constexpr std::string_view kStop = text::kSentenceEnds.front();

bool is_prose(const Paragraph& paragraph) {
  return paragraph.role == ParagraphRole::kBody || paragraph.role == ParagraphRole::kHeading;
}

bool is_all_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += kHan)
    if (!text::is_han(text, at)) return false;
  return !text.empty();
}

class Repetition {
 public:
  Repetition(const Audited& audited, Ledger& ledger)
      : audited_(audited),
        ledger_(ledger),
        by_chance_(audited.patterns.form.context.doubled_by_chance) {
    for (const Paragraph& paragraph : audited.layout.paragraphs)
      if (is_prose(paragraph)) texts_.push_back(&paragraph.text);
    for (const Grid& grid : audited.layout.grids)
      for (const GridCell& cell : grid.cells)
        if (cell.text.size() >= kShortestCell) texts_.push_back(&cell.text);
  }

  void check() {
    check_words();
    check_stops();
  }

 private:
  /// Whether a word is alone on one side somewhere: 空航 of 低空航空航天 does not.
  bool is_a_word(std::string_view word) const {
    for (const TracedText* each : texts_) {
      const std::string_view text = each->utf8();
      for (std::size_t at = text.find(word); at != std::string_view::npos;
           at = text.find(word, at + kHan)) {
        const bool begins = at == 0 || !text::is_han(text, characters_before(text, at, 1));
        if (begins && !text.substr(at + word.size()).starts_with(word)) return true;
      }
    }
    return false;
  }

  /// The bytes of the longest word that is printed twice from here on; 0 for none.
  static std::size_t doubled_at(std::string_view text, std::size_t at) {
    for (std::size_t length = kLongestWord; length >= kShortestWord; --length) {
      const std::size_t size = length * kHan;
      const std::string_view word = text.substr(at, size);
      if (text.size() < at + 2 * size || text.substr(at + size, size) != word) continue;
      const bool is_one_character = word.substr(kHan) == word.substr(0, size - kHan);
      if (!is_one_character && is_all_han(word)) return size;
    }
    return 0;
  }

  /// Whether two words happen to meet: 党组织 and 组织活力.
  bool fits(std::string_view text, std::size_t first, std::size_t last) const {
    const std::size_t from = characters_before(text, first, 1);
    return by_chance_.matches(text.substr(from, characters_after(text, last, 1) - from));
  }

  void check_words() {
    std::vector<Evidence> places;
    for (const TracedText* each : texts_) {
      const std::string_view text = each->utf8();
      for (std::size_t at = 0; at < text.size(); at += character_at(text, at).size()) {
        const std::size_t size = doubled_at(text, at);
        if (size == 0 || !is_a_word(text.substr(at, size))) continue;
        const std::size_t last = at + 2 * size;
        if (fits(text, at, last)) continue;
        places.push_back(evidence_at(audited_.document, *each, characters_before(text, at, kAround),
                                     characters_after(text, last, kAround)));
        at = last - kHan;
      }
    }
    tell(Check::kWording, Sentence::kWordsDoubled, std::move(places));
  }

  /// The words on both sides of each full stop, and how often the stop is there.
  std::map<std::string, std::size_t> joints() const {
    std::map<std::string, std::size_t> result;
    for (const TracedText* each : texts_) {
      const std::string_view text = each->utf8();
      for (std::size_t at = text.find(kStop); at != std::string_view::npos;
           at = text.find(kStop, at + kStop.size())) {
        if (at < kSide || at + kStop.size() + kSide > text.size()) continue;
        const std::string_view before = text.substr(at - kSide, kSide);
        const std::string_view after = text.substr(at + kStop.size(), kSide);
        if (is_all_han(before) && is_all_han(after))
          ++result[std::string(before) + std::string(after)];
      }
    }
    return result;
  }

  void check_stops() {
    std::vector<Evidence> places;
    for (const auto& [joint, count] : joints()) {
      if (count < kMinWithStop) continue;
      for (const TracedText* each : texts_) {
        const std::string_view text = each->utf8();
        const std::size_t at = text.find(joint);
        if (at == std::string_view::npos) continue;
        places.push_back(evidence_at(audited_.document, *each, at, at + joint.size()));
      }
    }
    tell(Check::kPunctuation, Sentence::kStopMissing, std::move(places));
  }

  void tell(Check check, Sentence sentence, std::vector<Evidence> places) {
    if (places.empty()) return;
    const Said words = said(sentence, {{"words", quoted(places, kShown, kCharacters)},
                                       {"count", std::to_string(places.size())}});
    ledger_.report(finding_of(check, Severity::kInfo, FindingState::kNoted, words),
                   std::move(places));
  }

  const Audited& audited_;
  Ledger& ledger_;
  const patterns::Pattern& by_chance_;
  std::vector<const TracedText*> texts_;
};

}  // namespace

void check_repetition(const Audited& audited, Ledger& ledger) {
  Repetition(audited, ledger).check();
}

}  // namespace mingxi::audit
