// Half-width marks in Chinese text: commas, colons, semicolons and brackets, told once for all of
// them. A document that prints more of a mark half-width than full-width has a style of its own.

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "audit/core/places.h"
#include "audit/core/stages.h"
#include "text/characters.h"
#include "text/punctuation.h"

namespace mingxi::audit {
namespace {

constexpr int kAround = 14;        // characters quoted on each side
constexpr std::size_t kShown = 4;  // places quoted in a message
constexpr int kCharacters = 36;    // of each
constexpr std::size_t kStyle = 5;  // half-width marks of clauses: fewer are no style
constexpr double kHalf = 0.75;     // em: a wider glyph is full-width
constexpr std::size_t kHan = 3;    // bytes of a Han character
constexpr std::array<std::string_view, 3> kFullWidth = {text::kMarks[1], text::kMarks[3],
                                                        text::kMarks[4]};  // ，；：

bool is_of_ocr(const Audited& audited, const TracedText& text) {
  const Page& page = page_of(audited.document, text.glyph(0));
  return page.text_source == TextSource::kOcr || !page.ocr_readings.empty();
}

class HalfWidth {
 public:
  explicit HalfWidth(const Audited& audited)
      : audited_(audited), clause_mark_(audited.patterns.form.context.half_width) {}

  std::vector<Evidence> find() {
    for (const Paragraph& paragraph : audited_.layout.paragraphs) {
      if (paragraph.role != ParagraphRole::kBody || paragraph.text.empty()) continue;
      if (is_of_ocr(audited_, paragraph.text)) continue;
      look_for_marks(paragraph.text);
      look_for_brackets(paragraph.text);
    }
    std::vector<Evidence> places;
    const auto take = [&places](std::vector<Evidence>& half) {
      std::move(half.begin(), half.end(), std::back_inserter(places));
    };
    if (clause_marks_.half.size() < std::max(clause_marks_.full, kStyle)) take(clause_marks_.half);
    if (brackets_.half.size() < brackets_.full) take(brackets_.half);
    std::stable_sort(places.begin(), places.end(),
                     [](const Evidence& a, const Evidence& b) { return a.page < b.page; });
    return places;
  }

 private:
  /// The places of one kind of mark that is half-width, and how many are full-width.
  struct Marks {
    std::vector<Evidence> half;
    std::size_t full = 0;
  };

  Evidence place(const TracedText& text, std::size_t first, std::size_t last) const {
    return evidence_at(audited_.document, text, characters_before(text.utf8(), first, kAround),
                       characters_after(text.utf8(), last, kAround));
  }

  void look_for_marks(const TracedText& text) {
    const std::string& words = text.utf8();
    for (std::size_t at = 0; at < words.size(); at += character_at(words, at).size()) {
      const std::string_view c = character_at(words, at);
      if (std::find(kFullWidth.begin(), kFullWidth.end(), c) != kFullWidth.end())
        ++clause_marks_.full;
    }
    if (words.find_first_of(",;:") == std::string::npos) return;
    for (const patterns::Match& match : clause_mark_.find_all(words))
      clause_marks_.half.push_back(place(text, match.first(), match.last()));
  }

  /// Brackets around Chinese words, by how wide they are printed.
  void look_for_brackets(const TracedText& text) {
    const std::string& words = text.utf8();
    for (std::size_t at = words.find('('); at != std::string::npos; at = words.find('(', at + 1)) {
      const bool is_chinese = at >= kHan && text::is_han(words, at - kHan) &&
                              at + 1 < words.size() && text::is_han(words, at + 1);
      if (!is_chinese) continue;
      const Glyph& glyph = glyph_of(audited_.document, text.glyph(at));
      const bool is_narrow =
          glyph.code_point == U'(' && glyph.box.width() < kHalf * glyph.font_size;
      if (is_narrow)
        brackets_.half.push_back(place(text, at, at + 1));
      else
        ++brackets_.full;
    }
  }

  const Audited& audited_;
  const patterns::Pattern& clause_mark_;
  Marks clause_marks_, brackets_;
};

}  // namespace

void check_half_width(const Audited& audited, Ledger& ledger) {
  std::vector<Evidence> places = HalfWidth(audited).find();
  if (places.empty()) return;
  const Said words = said(
      Sentence::kHalfWidthMarks,
      {{"words", quoted(places, kShown, kCharacters)}, {"count", std::to_string(places.size())}});
  ledger.report(finding_of(Check::kPunctuation, Severity::kInfo, FindingState::kNoted, words),
                std::move(places));
}

}  // namespace mingxi::audit
