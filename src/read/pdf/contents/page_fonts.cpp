#include "read/pdf/contents/page_fonts.h"

#include <poppler/GfxFont.h>

#include <limits>
#include <utility>

#include "read/pdf/contents/declined.h"

namespace mingxi::read {

PageFont::PageFont(std::unique_ptr<GfxFont> font, const Object& dictionary)
    : font_(std::move(font)) {
  if (font_ == nullptr || !font_->isOk()) throw Declined{"a font that cannot be used"};
  nameless_ = NamelessCodes(*font_, dictionary);
  is_vertical_ = font_->getWMode() != 0;
  is_wide_ = font_->isCIDFont();
}

PageFont::~PageFont() = default;

FontGlyph PageFont::asked(std::string_view codes) {
  CharCode code = 0;
  const Unicode* characters = nullptr;
  int count = 0;
  double origin_x = 0;
  double origin_y = 0;
  FontGlyph glyph;
  glyph.bytes =
      font_->getNextChar(codes.data(), static_cast<int>(codes.size()), &code, &characters, &count,
                         &glyph.advance_x, &glyph.advance_y, &origin_x, &origin_y);
  if (glyph.bytes < 1) throw Declined{"a code without bytes"};
  glyph.is_space = glyph.bytes == 1 && code == ' ';
  glyph.first_character = static_cast<std::uint32_t>(characters_.size());
  if (characters != nullptr && count > 0 && !nameless_.hold(code)) {
    glyph.character_count = static_cast<std::uint32_t>(count);
    characters_.insert(characters_.end(), characters, characters + count);
  }
  return glyph;
}

const FontGlyph& PageFont::first_glyph(std::string_view codes) {
  // A code of two bytes may be read as one of one byte when it is alone.
  if (is_wide_ && codes.size() < 2) return passing_ = asked(codes);
  const auto first = static_cast<unsigned char>(codes[0]);
  std::unique_ptr<Row>& row = rows_[is_wide_ ? first : 0];
  if (row == nullptr) row = std::make_unique<Row>();
  std::uint16_t& place = (*row)[is_wide_ ? static_cast<unsigned char>(codes[1]) : first];
  if (place != 0) return glyphs_[place - 1U];
  const FontGlyph glyph = asked(codes);
  if (glyph.bytes > 2 || glyphs_.size() >= std::numeric_limits<std::uint16_t>::max() - 1U)
    return passing_ = glyph;
  glyphs_.push_back(glyph);
  place = static_cast<std::uint16_t>(glyphs_.size());
  return glyphs_.back();
}

}  // namespace mingxi::read
