#include "model/traced_text.h"

#include <cmath>

namespace mingxi {

void TracedText::append(const TracedText& other) {
  utf8_ += other.utf8_;
  glyphs_.insert(glyphs_.end(), other.glyphs_.begin(), other.glyphs_.end());
}

void TracedText::erase(std::size_t first, std::size_t last) {
  utf8_.erase(first, last - first);
  glyphs_.erase(glyphs_.begin() + static_cast<std::ptrdiff_t>(first),
                glyphs_.begin() + static_cast<std::ptrdiff_t>(last));
}

std::vector<GlyphId> TracedText::glyphs(std::size_t first, std::size_t last) const {
  std::vector<GlyphId> result;
  result.reserve(last - first);
  for (std::size_t i = first; i < last; ++i) {
    if (result.empty() || result.back() != glyphs_[i]) result.push_back(glyphs_[i]);
  }
  return result;
}

TracedText TracedText::part(std::size_t first, std::size_t last) const {
  TracedText result;
  result.utf8_ = utf8_.substr(first, last - first);
  result.glyphs_.assign(glyphs_.begin() + static_cast<std::ptrdiff_t>(first),
                        glyphs_.begin() + static_cast<std::ptrdiff_t>(last));
  return result;
}

std::string printed(const Document& document, const std::vector<GlyphId>& glyphs) {
  constexpr std::size_t kMaxBytes = 4;  // of a character
  std::string result;
  result.reserve(glyphs.size() * kMaxBytes);
  GlyphCursor cursor(document);
  for (const GlyphId id : glyphs) {
    const char32_t c = cursor.glyph(id).code_point;
    const bool blank =
        c <= U' ' || c == U'\u00A0' || c == U'\u3000' || (c >= 0x2000 && c <= 0x200F);
    if (!blank) append_utf8(result, c);
  }
  return result;
}

std::vector<PlacedBox> boxes_of(const Document& document, const std::vector<GlyphId>& glyphs) {
  std::vector<PlacedBox> result;
  double baseline = 0;
  GlyphCursor cursor(document);
  for (const GlyphId id : glyphs) {
    const Page& page = cursor.page(id);
    const Glyph& glyph = cursor.glyph(id);
    const bool same_line = !result.empty() && result.back().page == page.number &&
                           std::abs(glyph.baseline - baseline) < 0.5 * glyph.font_size;
    if (same_line) {
      result.back().box = united(result.back().box, glyph.box);
    } else {
      result.push_back({page.number, glyph.box});
      baseline = glyph.baseline;
    }
  }
  for (PlacedBox& placed : result) placed.box = rounded(placed.box);
  return result;
}

void append_utf8(std::string& to, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
  const auto byte = [&to](char32_t value) { to.push_back(static_cast<char>(value)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6));
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 0x3F));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

}  // namespace mingxi
