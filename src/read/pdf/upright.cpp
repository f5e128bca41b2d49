#include "read/pdf/upright.h"

#include <array>
#include <cstddef>
#include <utility>

namespace mingxi::read {
namespace {

constexpr std::size_t kMinGlyphs = 20;
constexpr double kMinShareOfAll =
    0.75;  // of the glyphs; the others are page numbers, heads and the like

/// Where places of the page are when it was turned clockwise by quarters.
class Quarters {
 public:
  Quarters(int quarters, const Page& page)
      : quarters_(quarters), width_(page.width), height_(page.height) {}

  Box box(const Box& box) const {
    switch (quarters_) {
      case 1:
        return {height_ - box.bottom, box.left, height_ - box.top, box.right};
      case 2:
        return {width_ - box.right, height_ - box.bottom, width_ - box.left, height_ - box.top};
      default:
        return {box.top, width_ - box.right, box.bottom, width_ - box.left};
    }
  }

  /// A baseline, which is a y of text that runs along x and an x of other text.
  double baseline(double at, bool is_y) const {
    switch (quarters_) {
      case 1:
        return is_y ? height_ - at : at;
      case 2:
        return is_y ? height_ - at : width_ - at;
      default:
        return is_y ? at : width_ - at;
    }
  }

  /// Directions are in clockwise order.
  Direction direction(Direction direction) const {
    return static_cast<Direction>((static_cast<int>(direction) + quarters_) % 4);
  }

 private:
  int quarters_;
  double width_;
  double height_;
};

}  // namespace

void set_upright(Page& page) {
  std::array<std::size_t, 4> counts{};
  std::size_t all = 0;
  for (const Glyph& glyph : page.glyphs) {
    if (glyph.visibility != Visibility::kVisible || glyph.code_point <= U' ') continue;
    ++counts[static_cast<std::size_t>(glyph.direction)];
    ++all;
  }
  if (all < kMinGlyphs) return;
  for (const Direction way : {Direction::kDown, Direction::kLeft, Direction::kUp}) {
    const auto count = static_cast<double>(counts[static_cast<std::size_t>(way)]);
    if (count < kMinShareOfAll * static_cast<double>(all)) continue;
    const int quarters = 4 - static_cast<int>(way);  // from there on to the right
    const Quarters turned(quarters, page);
    for (Glyph& glyph : page.glyphs) {
      const bool is_along_x =
          glyph.direction == Direction::kRight || glyph.direction == Direction::kLeft;
      glyph.box = turned.box(glyph.box);
      glyph.baseline = turned.baseline(glyph.baseline, is_along_x);
      glyph.direction = turned.direction(glyph.direction);
    }
    for (Ruling& ruling : page.rulings) ruling.box = turned.box(ruling.box);
    for (Image& image : page.images) image.box = turned.box(image.box);
    page.turn.quarters = quarters;
    if (quarters % 2 != 0) std::swap(page.width, page.height);
    return;
  }
}

}  // namespace mingxi::read
