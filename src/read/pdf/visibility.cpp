// Doubled glyphs are found by hashing each glyph by its code point and the 16 point square that its
// left end falls into. Another one within the tolerance is in the same square or in one that the
// tolerance reaches into, mostly none, so the cost is about one look-up per glyph.

#include "read/pdf/visibility.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace mingxi::read {
namespace {

// Two copies of fake bold are 0.2 to 0.6 points apart; equal digits are a whole advance apart.
constexpr double kDoubledShareOfAdvance = 0.25;
constexpr double kDoubledShareOfSize = 0.15;
// Glyphs without an advance must match almost exactly. Points.
constexpr double kMinTolerance = 0.25;
// Points. Large enough that one square is mostly all that has to be looked into, small enough that
// few equal characters share one.
constexpr double kSquare = 16;

bool is_along_x(const Glyph& glyph) {
  return glyph.direction == Direction::kRight || glyph.direction == Direction::kLeft;
}

bool is_white_space(char32_t c) { return c == U' ' || c == 0xA0 || c == 0x3000 || c == U'\t'; }

// A glyph seen along and across its line.
struct Place {
  double along = 0;
  double across = 0;
  double along_tolerance = 0;
  double across_tolerance = 0;
};

Place place_of(const Glyph& glyph) {
  const double advance = is_along_x(glyph) ? glyph.box.width() : glyph.box.height();
  // A tolerance of more would reach over a whole square.
  return {.along = is_along_x(glyph) ? glyph.box.left : glyph.box.top,
          .across = glyph.baseline,
          .along_tolerance = std::min(
              kSquare,
              std::max(kDoubledShareOfAdvance * std::min(advance, glyph.font_size), kMinTolerance)),
          .across_tolerance =
              std::min(kSquare, std::max(kDoubledShareOfSize * glyph.font_size, kMinTolerance))};
}

std::int32_t square_of(double coordinate) {
  return static_cast<std::int32_t>(std::floor(std::clamp(coordinate, -1e6, 1e6) / kSquare));
}

std::uint32_t hash(char32_t code_point, std::int32_t along, std::int32_t across) {
  std::uint64_t h = code_point * 0x9E3779B97F4A7C15U;
  h ^= static_cast<std::uint32_t>(along) * 0xC2B2AE3D27D4EB4FU;
  h ^= static_cast<std::uint32_t>(across) * 0x165667B19E3779F9U;
  h *= 0x9E3779B97F4A7C15U;
  return static_cast<std::uint32_t>(h >> 32);
}

}  // namespace

bool is_white_at(const std::vector<PaintedArea>& areas, double x, double y) {
  for (auto area = areas.rbegin(); area != areas.rend(); ++area)
    if (holds(area->box, x, y)) return area->shade == Shade::kLight;
  return true;
}

Middle middle_of(const Glyph& glyph) {
  const double up = kMiddleShareOfSize * glyph.font_size;
  switch (glyph.direction) {
    case Direction::kRight:
      return {glyph.box.middle_x(), glyph.baseline - up};
    case Direction::kLeft:
      return {glyph.box.middle_x(), glyph.baseline + up};
    case Direction::kDown:
    case Direction::kUp:
      return {glyph.box.middle_x(), glyph.box.middle_y()};
  }
  return {};
}

void mark_hidden(std::vector<Glyph>& glyphs, const std::vector<PaintedArea>& areas) {
  const auto may_hide = [](const PaintedArea& area) {
    return area.hides && area.glyphs_before > 0;
  };
  if (std::ranges::none_of(areas, may_hide)) return;

  struct Spot {
    Middle middle;
    std::uint32_t glyph = 0;
  };
  // From top to bottom, so that an area is compared only with the glyphs at its height.
  std::vector<Spot> spots;
  spots.reserve(glyphs.size());
  for (std::size_t i = 0; i < glyphs.size(); ++i)
    if (glyphs[i].visibility == Visibility::kVisible)
      spots.push_back({middle_of(glyphs[i]), static_cast<std::uint32_t>(i)});
  std::ranges::sort(spots, {}, [](const Spot& spot) { return spot.middle.y; });

  for (const PaintedArea& area : areas) {
    if (!may_hide(area)) continue;
    auto spot = std::ranges::lower_bound(spots, area.box.top, {},
                                         [](const Spot& each) { return each.middle.y; });
    for (; spot != spots.end() && spot->middle.y <= area.box.bottom; ++spot)
      if (spot->glyph < area.glyphs_before && holds(area.box, spot->middle.x, spot->middle.y))
        glyphs[spot->glyph].visibility = Visibility::kHidden;
  }
}

void mark_doubled(std::vector<Glyph>& glyphs) {
  // Open addressing. The hash is kept so that a glyph is fetched only if it is likely the one.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // index of the glyph plus one; 0 is free
  };
  std::vector<Slot> slots(std::bit_ceil(glyphs.size() * 2 + 1));
  const std::size_t mask = slots.size() - 1;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    Glyph& glyph = glyphs[i];
    if (glyph.visibility != Visibility::kVisible || is_white_space(glyph.code_point)) continue;
    const Place place = place_of(glyph);
    const auto is_there = [&](std::int32_t along, std::int32_t across) {
      const std::uint32_t wanted = hash(glyph.code_point, along, across);
      for (std::size_t at = wanted & mask; slots[at].number != 0; at = (at + 1) & mask) {
        if (slots[at].hash != wanted) continue;
        const Glyph& other = glyphs[slots[at].number - 1];
        if (other.code_point != glyph.code_point || other.direction != glyph.direction) continue;
        const Place its = place_of(other);
        if (std::abs(its.along - place.along) < place.along_tolerance &&
            std::abs(its.across - place.across) < place.across_tolerance)
          return true;
      }
      return false;
    };
    const std::array along{square_of(place.along - place.along_tolerance), square_of(place.along),
                           square_of(place.along + place.along_tolerance)};
    const std::array across{square_of(place.across - place.across_tolerance),
                            square_of(place.across),
                            square_of(place.across + place.across_tolerance)};
    bool is_doubled = false;
    for (std::int32_t a = along[0]; a <= along[2] && !is_doubled; ++a)
      for (std::int32_t b = across[0]; b <= across[2] && !is_doubled; ++b)
        is_doubled = is_there(a, b);
    if (is_doubled) {
      glyph.visibility = Visibility::kDoubled;
      continue;
    }
    const std::uint32_t own = hash(glyph.code_point, along[1], across[1]);
    std::size_t at = own & mask;
    while (slots[at].number != 0) at = (at + 1) & mask;
    slots[at] = {own, static_cast<std::uint32_t>(i + 1)};
  }
}

}  // namespace mingxi::read
