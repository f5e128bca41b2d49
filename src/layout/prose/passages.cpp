// Where does a paragraph end? A line that could have taken the first word of the next one, and did
// not, is the last of its paragraph. An indented line is the first of one; so is a numbered line.
// Documents without indentation, with hanging items or with blank lines everywhere differ in which
// of these signs they give, none in all; a sentence without its end outweighs a weak sign.

#include "layout/prose/passages.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "text/characters.h"
#include "layout/prose/numbering.h"

namespace mingxi::layout {
namespace {

// In font sizes.
constexpr double kFirstLineIndent = 1.2;  // less is a line out of true, more an indent (mostly 2)
constexpr double kSameEdge = 0.5;
constexpr double kFullSlack = 0.3;   // a justified line ends within this of the edge
constexpr double kLostIndent = 2.0;  // first lines of texts that were stripped of blanks
constexpr double kSlightlyShort = 3.0;

constexpr double kSameSize = 1.15;               // ratio of font sizes within a paragraph
constexpr double kSameSizeOcr = 1.5;             // sizes that a recogniser guessed
constexpr double kWideGap = 1.75;                // in pitches of the page
constexpr double kHeadingGap = 2.6;              // in font sizes, between the lines of one heading
constexpr double kLargerThanText = 1.12;         // ratio of font sizes
constexpr std::size_t kLongestHeadingLine = 40;  // characters

/// A line as its neighbours see it.
struct Place {
  const PageText* page = nullptr;
  const TextLine* text_line = nullptr;
  bool is_centred = false;
  bool is_numbered = false;
  bool is_left_open = false;
  bool ends_sentence = false;  // and is not left open

  const Line& line() const { return text_line->line; }
  /// How far it is indented, in font sizes.
  double indent() const { return (line().box.left - page->block.left) / page->block.font_size; }
};

Place place_of(const PageText& page, const TextLine& text_line,
               const patterns::LayoutPatterns& patterns) {
  const std::string_view text = text_line.line.text.utf8();
  const bool is_open = text::is_left_open(text);
  return {&page,
          &text_line,
          is_centred(text_line.line, page),
          numbering_of(text, patterns).has_value(),
          is_open,
          !is_open && text::ends_a_sentence(text)};
}

bool cannot_begin_a_line(char32_t c) {
  constexpr std::u32string_view kClosing = U"，。、；：！？,.;:!?)）”’》」』】〕%％";
  return kClosing.find(c) != std::u32string_view::npos;
}

bool cannot_end_a_line(char32_t c) {
  constexpr std::u32string_view kOpening = U"(（“‘《「『【〔";
  return kOpening.find(c) != std::u32string_view::npos;
}

double width_of(char32_t c) { return c < 0x100 ? 0.5 : 1.0; }

/// The width, in font sizes, of what stays together at the beginning of a line: a number or word,
/// or one character, with the brackets and marks that belong to it.
double first_word_width(std::string_view text) {
  double width = 0;
  bool in_word = false;
  bool has_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    const bool latin = text::is_digit(c) || text::is_latin_letter(c);
    const bool joins = in_word && (latin || c == U'.' || c == U',' || c == U'%' || c == U'-');
    if (has_word && !joins && !cannot_begin_a_line(c)) break;
    width += width_of(c);
    if (cannot_end_a_line(c)) continue;
    in_word = latin || joins;
    has_word = true;
  }
  return width;
}

/// How far the line ends before the right edge, in font sizes.
double shortfall(const Place& place) {
  return (place.page->block.right - place.line().box.right) / place.page->block.font_size;
}

bool sizes_differ(const Place& a, const Place& b) {
  const auto [small, large] = std::minmax(a.line().font_size, b.line().font_size);
  const bool guessed = a.page->source == TextSource::kOcr || b.page->source == TextSource::kOcr;
  return large > (guessed ? kSameSizeOcr : kSameSize) * small;
}

bool is_large(const Place& place) {
  return place.line().font_size > kLargerThanText * place.page->block.font_size &&
         !text::is_longer_than(place.line().text.utf8(), kLongestHeadingLine);
}

bool is_title_line(const Place& place) {
  return (place.is_centred || is_large(place)) && !place.ends_sentence && !place.is_left_open;
}

/// Whether two lines set as titles are one heading.
bool is_one_heading(const Place& a, const Place& b, const patterns::LayoutPatterns& patterns) {
  if (a.page != b.page || b.is_numbered || a.ends_sentence) return false;
  const double gap = (b.line().baseline - a.line().baseline) / a.line().font_size;
  const std::string_view text = a.line().text.utf8();
  const auto numbering = numbering_of(text, patterns);
  const bool is_part_number = numbering && numbering->level == 1 && numbering->bytes == text.size();
  if (is_part_number && is_title_line(b)) return true;  // wherever on the page
  // One table title below another is another.
  if (patterns.lines.ends_in_table.matches(text) && text == b.line().text.utf8()) return false;
  return gap < kHeadingGap && is_title_line(b) && !sizes_differ(a, b);
}

bool ends_with_mark(std::string_view text) {
  constexpr std::u32string_view kMarks = U"，。；：、！？;:";
  return kMarks.find(text::last_code_point(text)) != std::u32string_view::npos;
}

bool is_apart(const Place& a, const Place& b) {
  if (a.page != b.page) return false;
  const double gap = b.line().baseline - a.line().baseline;
  return gap > kWideGap * std::max(a.page->block.pitch, a.line().font_size);
}

/// Whether the paragraph of a goes on in b. a_is_first: a is its only line so far.
bool goes_on(const Place& a, const Place& b, bool a_is_first,
             const patterns::LayoutPatterns& patterns) {
  if (a.text_line->role != b.text_line->role || a.text_line->role == LineRole::kContents)
    return false;
  if (a.text_line->role == LineRole::kProse && (is_title_line(a) || a.is_numbered) &&
      is_one_heading(a, b, patterns))
    return true;
  if (sizes_differ(a, b) || a.is_centred || b.is_centred) return false;
  if (a.text_line->role == LineRole::kNote &&
      (a.page != b.page || is_unit_line(a.line().text.utf8(), patterns)))
    return false;

  const double room = shortfall(a);
  const double word = first_word_width(b.line().text.utf8());
  const bool indents = b.page->block.indents_first_lines;
  const bool is_full = word > room - kFullSlack;
  const bool is_broken_off = (is_full && !a.ends_sentence) || a.is_left_open;
  // Further left than the line before, it goes on in a narrower block.
  const bool is_indented =
      b.indent() > kFirstLineIndent && b.indent() > a.indent() - kFirstLineIndent;

  if (patterns.lines.list_item.matches(b.line().text.utf8()) && !is_broken_off) return false;
  if (b.is_numbered && !(is_broken_off && indents && !is_indented)) return false;
  // Where first lines are indented, a sentence that stops in its middle goes on in the next line.
  const bool is_in_sentence = indents && !is_indented && !a_is_first && !b.is_numbered &&
                              !ends_with_mark(a.line().text.utf8()) &&
                              patterns.lines.running_words.matches(a.line().text.utf8());
  const bool is_unfinished =
      is_broken_off || is_in_sentence ||
      (!a.ends_sentence &&
       room < word + kSlightlyShort + (a_is_first && !indents ? kLostIndent : 0));
  if (is_apart(a, b) && !is_unfinished) return false;
  if (is_indented) {
    const bool is_below = std::abs(a.indent() - b.indent()) < kSameEdge;
    return is_broken_off && is_below &&
           (!a_is_first || patterns.lines.running_words.matches(a.line().text.utf8()));
  }
  return is_full || is_unfinished;
}

void append_line(TracedText& text, const TracedText& line) {
  if (!text.empty() && text::is_latin_letter(text::last_code_point(text.utf8())) &&
      text::is_latin_letter(text::first_code_point(line.utf8())))
    text.append(" ", text.glyph(text.size() - 1));
  text.append(line);
}

}  // namespace

std::vector<Passage> join_passages(const std::vector<PageText>& pages,
                                   const patterns::LayoutPatterns& patterns) {
  std::vector<Passage> passages;
  Place prose;  // the last line of prose
  std::size_t prose_passage = 0;
  TracedText prose_text;  // of that passage; copied when it is whole, so that it is copied once
  Place before;           // the last line of all
  const auto finish_prose = [&] {
    if (prose.page != nullptr) passages[prose_passage].text = prose_text;
    prose_text.erase(0, prose_text.size());
  };
  for (const PageText& page : pages) {
    for (const TextLine& text_line : page.lines) {
      if (text_line.role == LineRole::kRunningHead) continue;
      const Place place = place_of(page, text_line, patterns);
      const bool is_prose = text_line.role == LineRole::kProse;
      const Place& last = is_prose ? prose : before;
      const std::size_t index = is_prose ? prose_passage : passages.size() - 1;
      if (last.page != nullptr && goes_on(last, place, passages[index].line_count == 1, patterns)) {
        ++passages[index].line_count;
      } else {
        if (is_prose) finish_prose();
        passages.push_back({&page, &text_line.line, 1, text_line.role, {}});
        if (is_prose) prose_passage = passages.size() - 1;
      }
      append_line(is_prose ? prose_text : passages.back().text, text_line.line.text);
      before = place;
      if (is_prose) prose = place;
    }
  }
  finish_prose();
  return passages;
}

}  // namespace mingxi::layout
