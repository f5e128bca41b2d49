#pragma once

#include <poppler/GfxState.h>

#include <optional>

#include "read/pdf/page_recorder.h"

namespace mingxi::read {

/// What a colour of the page looks like; nothing for a pattern.
using VisibleColour = std::optional<GfxRGB>;

/// Colour profiles hardly move white and black, and asking them is slow: components are taken as
/// plain grey, RGB or CMYK.
VisibleColour visible_colour(const GfxColorSpace& space, const GfxColor& color);

/// How a look is seen on paper when it is painted with an opacity from 0 to 1.
Ink ink_of(const VisibleColour& colour, double opacity);

/// Whether paper shows through, or the colour is nearly paper: so watermarks are printed.
bool is_pale(const VisibleColour& colour, double opacity);

/// What fills and what draws outlines, and how far each covers.
struct Colours {
  VisibleColour fill;
  VisibleColour stroke;
  double fill_opacity = 1;
  double stroke_opacity = 1;

  Ink fill_ink() const { return ink_of(fill, fill_opacity); }
  Ink stroke_ink() const { return ink_of(stroke, stroke_opacity); }
};

/// The ink of text in a render mode (PDF 32000-1, table 106): 0 and 4 fill, 1 and 5 stroke, 2 and
/// 6 both, 3 and 7 neither.
Ink text_ink(int render_mode, const Colours& colours);
bool has_pale_text(int render_mode, const Colours& colours);

/// How a transparency group is painted: below this opacity it is a watermark.
inline constexpr double kPaleGroup = 0.35;

}  // namespace mingxi::read
