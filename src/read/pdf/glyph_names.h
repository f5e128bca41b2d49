#pragma once

#include <poppler/CharTypes.h>

#include <bitset>

class GfxFont;
class Object;

namespace mingxi::read {

/// The codes of a font that leave open which character they are: those of a Type 3 font whose map
/// to Unicode leaves them out and whose glyphs have names of their own, such as g39. Poppler then
/// takes the code or the number for the character.
class NamelessCodes {
 public:
  NamelessCodes() = default;
  /// dictionary: that of the font.
  NamelessCodes(GfxFont& font, const Object& dictionary);

  bool hold(CharCode code) const { return code < codes_.size() && codes_[code]; }

 private:
  std::bitset<256> codes_;
};

}  // namespace mingxi::read
