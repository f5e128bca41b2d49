#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace mingxi {

/// UTF-8 text in which every byte remembers the glyph that printed it.
///
/// Joining, normalising and matching work on the text and carry the glyphs along, so whatever is
/// found in the text can be shown on the page:
///
///     printed   ５  ．  ０  万            four full-width glyphs, 0 to 3
///     utf8      5   .   0   E4 B8 87      normalised, six bytes
///     glyphs    0   1   2   3  3  3
class TracedText {
 public:
  /// Adds bytes printed by one glyph. A byte that nothing printed, such as the space put between
  /// two words, belongs to the glyph before it.
  void append(std::string_view bytes, GlyphId glyph) {
    utf8_.append(bytes);
    glyphs_.insert(glyphs_.end(), bytes.size(), glyph);
  }

  /// Adds another text after this one.
  void append(const TracedText& other);

  /// Removes the bytes [first, last). Requires first <= last <= size().
  void erase(std::size_t first, std::size_t last);

  const std::string& utf8() const { return utf8_; }
  std::size_t size() const { return utf8_.size(); }
  bool empty() const { return utf8_.empty(); }

  /// The glyph that printed a byte. Requires at < size().
  GlyphId glyph(std::size_t at) const { return glyphs_[at]; }

  /// The glyphs that printed bytes [first, last), each once, in reading order.
  /// Requires first <= last <= size().
  std::vector<GlyphId> glyphs(std::size_t first, std::size_t last) const;

  /// A part of the text with its trace. Requires first <= last <= size().
  TracedText part(std::size_t first, std::size_t last) const;

  bool operator==(const TracedText&) const = default;

 private:
  std::string utf8_;
  std::vector<GlyphId> glyphs_;
};

/// The glyphs as printed on the page, white space left out: full-width digits stay full width.
std::string printed(const Document& document, const std::vector<GlyphId>& glyphs);

/// A box on a page.
struct PlacedBox {
  int page = 0;
  Box box;

  bool operator==(const PlacedBox&) const = default;
};

/// The boxes that the glyphs fill: one per line and page, in reading order. Glyphs on one baseline
/// share a box.
std::vector<PlacedBox> boxes_of(const Document& document, const std::vector<GlyphId>& glyphs);

/// Adds a code point as UTF-8. Code points that are none become U+FFFD.
void append_utf8(std::string& to, char32_t code_point);

}  // namespace mingxi
