#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/document.h"
#include "model/geometry.h"

namespace mingxi::read {

/// How an area looks: white text on a light one cannot be seen.
enum class Shade : std::uint8_t { kLight, kDark };

/// An area of a page that was painted: a fill too thick to be a ruling, a shading, or an image.
struct PaintedArea {
  Box box;
  Shade shade = Shade::kLight;
  bool hides = false;               ///< nothing shows through it, and it fills its box
  std::uint32_t glyphs_before = 0;  ///< how many glyphs of the page were painted before it
};

/// Whether the page is white at a point, after the areas were painted in this order.
bool is_white_at(const std::vector<PaintedArea>& areas, double x, double y);

/// Where a glyph is looked at to decide whether it can be seen: in the middle of its advance, 0.35
/// of its size above its baseline. Not the middle of its box, which fonts get wrong.
struct Middle {
  double x = 0;
  double y = 0;
};
Middle middle_of(const Glyph& glyph);

/// Marks as kHidden the visible glyphs that an area painted later covers.
void mark_hidden(std::vector<Glyph>& glyphs, const std::vector<PaintedArea>& areas);

/// Marks as kDoubled the visible glyphs that print again what is there: the same code point at
/// almost the same place. `11` is not duplicate: its digits are a whole advance apart.
void mark_doubled(std::vector<Glyph>& glyphs);

}  // namespace mingxi::read
