#include "read/pdf/colours.h"

#include <algorithm>

namespace mingxi::read {
namespace {

double luminance(const GfxRGB& rgb) {
  return 0.3 * colToDbl(rgb.r) + 0.59 * colToDbl(rgb.g) + 0.11 * colToDbl(rgb.b);
}

Ink ink_of(const GfxRGB& rgb) {
  constexpr double kWhite = 0.98;  // not distinguished from paper, on a screen or in print
  constexpr double kLight = 0.9;   // luminance; white text on less can be read
  if (std::min({colToDbl(rgb.r), colToDbl(rgb.g), colToDbl(rgb.b)}) >= kWhite) return Ink::kWhite;
  return luminance(rgb) >= kLight ? Ink::kLight : Ink::kDark;
}

}  // namespace

VisibleColour visible_colour(const GfxColorSpace& space, const GfxColor& color) {
  GfxRGB rgb{};
  switch (space.getMode()) {
    case csPattern:
      return std::nullopt;
    case csDeviceGray:
    case csCalGray:
    case csDeviceRGB:
    case csCalRGB:
    case csDeviceCMYK:
    case csICCBased:
      if (space.getNComps() == 1) {
        rgb.r = rgb.g = rgb.b = color.c[0];
      } else if (space.getNComps() == 3) {
        rgb = {color.c[0], color.c[1], color.c[2]};
      } else {
        GfxDeviceCMYKColorSpace().getRGB(&color, &rgb);
      }
      return rgb;
    default:
      space.getRGB(&color, &rgb);
      return rgb;
  }
}

Ink ink_of(const VisibleColour& colour, double opacity) {
  constexpr double kTransparent = 0.01;
  if (opacity < kTransparent) return Ink::kNone;
  return colour ? ink_of(*colour) : Ink::kDark;
}

bool is_pale(const VisibleColour& colour, double opacity) {
  constexpr double kPale = 0.7;  // luminance on paper
  return 1 - opacity * (1 - (colour ? luminance(*colour) : 0)) >= kPale;
}

Ink text_ink(int render_mode, const Colours& colours) {
  switch (render_mode & 3) {
    case 0:
      return colours.fill_ink();
    case 1:
      return colours.stroke_ink();
    case 2:
      return std::max(colours.fill_ink(), colours.stroke_ink());
    default:
      return Ink::kNone;
  }
}

bool has_pale_text(int render_mode, const Colours& colours) {
  if ((render_mode & 3) == 1) return is_pale(colours.stroke, colours.stroke_opacity);
  return is_pale(colours.fill, colours.fill_opacity);
}

}  // namespace mingxi::read
