// The ink of a seal has one colour, or one grey. Of a pixel that the seal covers the strongest
// channel is looked at, where red ink is as light as paper and print is not; it is set in
// proportion to what the seal alone has there.

#include "ocr/engine/seals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>

#include "ocr/engine/images.h"

namespace mingxi::ocr {
namespace {

// Points. Seals of bodies are 38 to 50 millimetres across.
constexpr double kSmallest = 70;
constexpr double kLargest = 200;
constexpr double kGap = 4;                // between strokes of one seal
constexpr double kLongest = 2;            // of its sides; those of departments can be ovals
constexpr double kFullest = 0.6;          // of its box; more is a picture
constexpr double kEmptiest = 0.03;        // less is nothing
constexpr double kRing = 0.12;            // of half its size: where its ring lies, from outside
constexpr double kMinShareOfRing = 0.85;  // of the ring is inked
constexpr double kInCorners = 0.01;       // of the ink: text has no empty corners
constexpr int kColourful = 50;            // of 255, between the channels of coloured ink
constexpr int kLight = 110;               // the strongest channel of coloured ink
constexpr int kPale = 28;                 // of 255, darker than paper
constexpr int kPaper = 255;

struct Colour {
  int strongest = 0;
  int weakest = 0;
};

Colour colour_of(l_uint32 pixel) {
  int red = 0, green = 0, blue = 0;
  extractRGBValues(pixel, &red, &green, &blue);
  return {std::max({red, green, blue}), std::min({red, green, blue})};
}

bool is_coloured(const Colour& colour) {
  return colour.strongest - colour.weakest >= kColourful && colour.strongest >= kLight;
}

/// The pixels of a page for which something holds, as ink of one bit.
template <typename Condition>
PixPointer pixels_where(Pix* page, Condition holds) {
  PixPointer mask = checked(pixCreate(pixGetWidth(page), pixGetHeight(page), 1));
  const int width = pixGetWidth(page);
  const int height = pixGetHeight(page);
  const l_uint32* row = pixGetData(page);
  l_uint32* bits = pixGetData(mask.get());
  for (int y = 0; y < height; ++y, row += pixGetWpl(page), bits += pixGetWpl(mask.get()))
    for (int x = 0; x < width; ++x)
      if (holds(row, x)) SET_DATA_BIT(bits, x);
  return mask;
}

bool is_set(Pix* mask, int x, int y) {
  l_uint32 value = 0;
  pixGetPixel(mask, x, y, &value);
  return value != 0;
}

/// Whether ink lies all around in the box, near the ellipse that fills it, and little is in it.
bool is_ring(Pix* mask, const Box& box) {
  constexpr int kDirections = 72;
  std::array<bool, kDirections> is_inked{};
  double count = 0;
  double in_corners = 0;
  const double half_width = box.width() / 2;
  const double half_height = box.height() / 2;
  for (auto y = static_cast<int>(box.top); y < static_cast<int>(box.bottom); ++y) {
    for (auto x = static_cast<int>(box.left); x < static_cast<int>(box.right); ++x) {
      if (!is_set(mask, x, y)) continue;
      ++count;
      const double across = (x + 0.5 - box.middle_x()) / half_width;
      const double down = (y + 0.5 - box.middle_y()) / half_height;
      const double distance = std::hypot(across, down);
      if (distance > 1 + kRing / 2) ++in_corners;
      if (distance < 1 - kRing || distance > 1 + kRing / 2) continue;
      const double turn = std::atan2(down, across) / (2 * std::numbers::pi) + 0.5;
      is_inked[static_cast<std::size_t>(turn * kDirections) % kDirections] = true;
    }
  }
  const double share = count / (box.width() * box.height());
  const auto around = std::count(is_inked.begin(), is_inked.end(), true);
  return share < kFullest && share > kEmptiest && in_corners <= kInCorners * count &&
         static_cast<double>(around) > kMinShareOfRing * kDirections;
}

/// Where the rings lie among coloured or pale ink.
std::vector<Box> rings_in(Pix* mask, double scale) {
  const auto gap = std::max(3, static_cast<int>(kGap * scale));
  const PixPointer closed = checked(pixCloseSafeBrick(nullptr, mask, gap, gap));
  std::vector<Box> rings;
  for (const Box& box : components_of(closed.get())) {
    const auto [shorter, longer] = std::minmax({box.width(), box.height()});
    if (shorter < kSmallest * scale || longer > kLargest * scale || longer > kLongest * shorter)
      continue;
    if (is_ring(mask, box)) rings.push_back(box);
  }
  return rings;
}

/// The grey of most of the ink in a box.
int commonest(Pix* grey, Pix* mask, const Box& box) {
  std::array<int, kPaper + 1> counts{};
  for (auto y = static_cast<int>(box.top); y < static_cast<int>(box.bottom); ++y) {
    for (auto x = static_cast<int>(box.left); x < static_cast<int>(box.right); ++x) {
      if (!is_set(mask, x, y)) continue;
      l_uint32 value = 0;
      pixGetPixel(grey, x, y, &value);
      ++counts[value & kPaper];
    }
  }
  return static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

/// Whitens what a seal inked, in proportion: what is darker than the seal stays dark. strongest:
/// the page in the channel in which the seal is lightest.
void take_out(const Box& seal, Pix* strongest, Pix* mask, Pix* near, Pix* grey) {
  const int own = std::max(1, commonest(strongest, mask, seal));
  for (auto y = static_cast<int>(seal.top); y < static_cast<int>(seal.bottom); ++y) {
    for (auto x = static_cast<int>(seal.left); x < static_cast<int>(seal.right); ++x) {
      if (!is_set(near, x, y)) continue;
      l_uint32 value = 0;
      pixGetPixel(strongest, x, y, &value);
      const int lit = std::min(kPaper, static_cast<int>(value) * kPaper / own);
      l_uint32 before = 0;
      pixGetPixel(grey, x, y, &before);
      pixSetPixel(grey, x, y, static_cast<l_uint32>(std::max(lit, static_cast<int>(before))));
    }
  }
}

void take_out_all(const std::vector<Box>& seals, Pix* strongest, Pix* mask, Pix* grey) {
  constexpr int kEdge = 5;  // pixels: the edge of ink is pale
  const PixPointer near = checked(pixDilateBrick(nullptr, mask, kEdge, kEdge));
  for (const Box& seal : seals) take_out(seal, strongest, mask, near.get(), grey);
}

Unsealed without_coloured_seals(Pix* colours, PixPointer grey, double scale) {
  const PixPointer mask = pixels_where(
      colours, [](const l_uint32* row, int x) { return is_coloured(colour_of(row[x])); });
  Unsealed result{.grey = std::move(grey), .seals = rings_in(mask.get(), scale)};
  if (result.seals.empty()) return result;
  const PixPointer strongest = checked(pixCreate(pixGetWidth(colours), pixGetHeight(colours), 8));
  for (int y = 0; y < pixGetHeight(colours); ++y) {
    const l_uint32* row = pixGetData(colours) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(colours);
    l_uint32* to =
        pixGetData(strongest.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(strongest.get());
    for (int x = 0; x < pixGetWidth(colours); ++x)
      SET_DATA_BYTE(to, x, static_cast<l_uint8>(colour_of(row[x]).strongest));
  }
  take_out_all(result.seals, strongest.get(), mask.get(), result.grey.get());
  return result;
}

/// Without colours a seal is distinguished from print by its grey. The edges of print are as pale,
/// and thin.
Unsealed without_grey_seals(PixPointer grey, double scale) {
  constexpr int kDarkest = 90;  // of print
  const PixPointer pale = pixels_where(grey.get(), [](const l_uint32* row, int x) {
    const int value = GET_DATA_BYTE(row, x);
    return value > kDarkest && value < kPaper - kPale;
  });
  const auto stroke = std::max(2, static_cast<int>(scale * 0.7));
  const PixPointer mask = checked(pixOpenBrick(nullptr, pale.get(), stroke, stroke));
  Unsealed result{.grey = std::move(grey), .seals = rings_in(mask.get(), scale)};
  if (result.seals.empty()) return result;
  const PixPointer as_scanned = checked(pixCopy(nullptr, result.grey.get()));
  take_out_all(result.seals, as_scanned.get(), pale.get(), result.grey.get());
  return result;
}

}  // namespace

Unsealed without_seals(Pix* scanned, double pixels_per_point) {
  const PixPointer plain = checked(pixRemoveAlpha(scanned));
  // 1 bit and colours alike become 8 bits of grey.
  PixPointer grey = checked(pixConvertTo8(plain.get(), 0));
  if (pixGetDepth(plain.get()) == 1) return {.grey = std::move(grey), .seals = {}};
  const PixPointer colours = checked(pixConvertTo32(plain.get()));
  Unsealed result = without_coloured_seals(colours.get(), std::move(grey), pixels_per_point);
  return result.seals.empty() ? without_grey_seals(std::move(result.grey), pixels_per_point)
                              : std::move(result);
}

}  // namespace mingxi::ocr
