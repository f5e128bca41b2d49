// Blanks are decided by room, never by blank glyphs: fonts, justification and the tools that write
// PDFs put blanks between digits of one number, and leave them out between words.

#include "layout/line_text.h"

#include <algorithm>

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
  double usual = -1;
  Script script_before = Script::kOther;
  const Glyph* before = nullptr;
  for (const std::uint32_t index : glyphs) {
    const Glyph& glyph = page_.glyphs[index];
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
    majority.vote(glyph);
    script_before = script;
    before = &glyph;
  }
  line.baseline = majority.glyph().baseline;
  line.font_size = majority.glyph().font_size;
  line.text = text_;  // a copy is as large as needed
  return line;
}

}  // namespace mingxi::layout
