// Blanks are decided by room, never by blank glyphs: fonts, justification and the tools that write
// PDFs put blanks between digits of one number, and leave them out between words.

#include "layout/line_text.h"

#include <algorithm>
#include <string_view>

#include "text/normalise.h"

namespace mingxi::layout {
namespace {

enum class Script : std::uint8_t { kOther, kDigit, kLatin };

constexpr Script script_of(char32_t c) {
  if (c >= 0x3000 && c < 0xFF00) return Script::kOther;  // nearly all
  if (c >= 0xFF10 && c <= 0xFF5A) c -= 0xFEE0;
  if (c >= U'0' && c <= U'9') return Script::kDigit;
  if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0x24F))
    return Script::kLatin;
  return Script::kOther;
}

// Room, in font sizes, beyond the usual gap of the line. Latin word spaces are 0.25 wide. Between
// digits half a size is what one blank of most fonts (and one column of plain text) takes.
constexpr double kWordRoom = 0.2;
constexpr double kNumberRoom = 0.6;

constexpr bool is_comma_like(char32_t c) {
  return c == U',' || c == U'.' || c == U';' || c == U':' || c == U')' || c == U'\'';
}

constexpr bool is_superscript(char32_t c) {
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x2079);
}

/// What notes are numbered with: 1, [1], （注1）, ①, *.
constexpr bool can_be_of_note_mark(char32_t c) {
  constexpr std::u32string_view kOthers = U"*＊†‡[]()（）〔〕注";
  return script_of(c) == Script::kDigit || (c >= 0x2460 && c <= 0x2473) || is_superscript(c) ||
         kOthers.find(c) != std::u32string_view::npos;
}

/// Whether a glyph is part of a note mark, raised and small beside the text it is set into. The
/// raised 2 of m² is none.
bool is_note_mark(const Glyph& glyph, const Glyph& body, const Glyph* before) {
  constexpr double kSmall = 0.88;
  constexpr double kRaised = 0.15;  // font sizes
  if (!can_be_of_note_mark(glyph.code_point)) return false;
  const bool is_raised = glyph.font_size <= kSmall * body.font_size &&
                         glyph.baseline <= body.baseline - kRaised * body.font_size;
  if (!is_raised && !is_superscript(glyph.code_point)) return false;
  return before == nullptr || script_of(before->code_point) != Script::kLatin;
}

/// A glyph set as most are, if more than half are set alike (Boyer and Moore 1981).
class Majority {
 public:
  void vote(const Glyph& glyph) {
    if (count_ == 0) glyph_ = &glyph;
    const bool is_alike =
        glyph.baseline == glyph_->baseline && glyph.font_size == glyph_->font_size;
    count_ += is_alike ? 1 : -1;
  }
  /// Requires a vote.
  const Glyph& glyph() const { return *glyph_; }

 private:
  const Glyph* glyph_ = nullptr;
  int count_ = 0;
};

}  // namespace

double LineSetter::usual_gap(std::span<const std::uint32_t> glyphs) {
  gaps_.clear();
  for (std::size_t i = 1; i < glyphs.size(); ++i)
    gaps_.push_back(page_.glyphs[glyphs[i]].box.left - page_.glyphs[glyphs[i - 1]].box.right);
  // Few gaps have no usual one.
  if (gaps_.size() < 4) return 0;
  const auto middle = gaps_.begin() + static_cast<std::ptrdiff_t>(gaps_.size() / 2);
  std::nth_element(gaps_.begin(), middle, gaps_.end());
  return std::max(*middle, 0.0);
}

Line LineSetter::set(std::span<const std::uint32_t> glyphs) {
  text_.erase(0, text_.size());
  Line line;
  line.page = page_.number;
  line.box = page_.glyphs[glyphs.front()].box;
  Majority majority;
  for (const std::uint32_t index : glyphs) majority.vote(page_.glyphs[index]);
  const Glyph& body = majority.glyph();
  const bool has_marks = page_.text_source == TextSource::kEmbedded;
  double usual = -1;
  Script script_before = Script::kOther;
  const Glyph* before = nullptr;
  for (const std::uint32_t index : glyphs) {
    const Glyph& glyph = page_.glyphs[index];
    if (has_marks && is_note_mark(glyph, body, before)) continue;
    Script script = script_of(glyph.code_point);
    // A comma goes with the word before it.
    if (script_before == Script::kLatin && is_comma_like(glyph.code_point)) script = Script::kLatin;
    if (script != Script::kOther && script == script_before) {
      const double gap = glyph.box.left - before->box.right;
      const double room = (script == Script::kDigit ? kNumberRoom : kWordRoom) * glyph.font_size;
      if (gap > room) {
        if (usual < 0) usual = usual_gap(glyphs);
        if (gap > room + usual && !is_comma_like(glyph.code_point))
          text_.append(" ", text_.glyph(text_.size() - 1));
      }
    }
    text::append_normalised(text_, glyph.code_point, page_.first_glyph + index);
    line.box = united(line.box, glyph.box);
    script_before = script;
    before = &glyph;
  }
  line.baseline = body.baseline;
  line.font_size = body.font_size;
  line.text = text_;  // a copy is as large as needed
  return line;
}

}  // namespace mingxi::layout
