#pragma once

#include <poppler/CharTypes.h>

class GfxFont;

namespace mingxi::read {

/// Whether a font leaves open which character a code is: a Type 3 font without a map to Unicode
/// whose glyphs have names of their own, such as g39. Poppler then takes the code or the number for
/// the character.
bool is_nameless(GfxFont& font, CharCode code);

}  // namespace mingxi::read
