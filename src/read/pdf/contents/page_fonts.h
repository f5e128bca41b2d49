#pragma once

#include <poppler/CharTypes.h>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "read/pdf/glyph_names.h"

class GfxFont;
class Object;

namespace mingxi::read {

/// What a code of a font prints, in em.
struct FontGlyph {
  int bytes = 0;          ///< how long the code is
  bool is_space = false;  ///< what the device takes for a blank: code 32 of one byte
  double advance_x = 0, advance_y = 0;
  std::uint32_t first_character = 0;
  std::uint32_t character_count = 0;
};

/// A font of Poppler's that remembers what its codes mean: asking Poppler anew takes a search in
/// tables for each glyph of a page.
class PageFont {
 public:
  /// dictionary: that of the font. Throws Declined if Poppler does not take the font.
  PageFont(std::unique_ptr<GfxFont> font, const Object& dictionary);
  ~PageFont();
  PageFont(const PageFont&) = delete;
  PageFont& operator=(const PageFont&) = delete;

  const GfxFont& font() const { return *font_; }
  bool is_vertical() const { return is_vertical_; }

  /// The first glyph of a string. Requires that it is not empty. Good until the next call.
  const FontGlyph& first_glyph(std::string_view codes);
  std::span<const std::uint32_t> characters(const FontGlyph& glyph) const {
    return {characters_.data() + glyph.first_character, glyph.character_count};
  }

 private:
  using Row = std::array<std::uint16_t, 256>;  ///< 0, or the index of a glyph and 1

  FontGlyph asked(std::string_view codes);

  std::unique_ptr<GfxFont> font_;
  NamelessCodes nameless_;
  bool is_vertical_ = false;
  bool is_wide_ = false;  ///< codes can have two bytes
  std::array<std::unique_ptr<Row>, 256> rows_;
  std::vector<FontGlyph> glyphs_;
  std::vector<std::uint32_t> characters_;
  FontGlyph passing_;  ///< one that is not kept
};

}  // namespace mingxi::read
