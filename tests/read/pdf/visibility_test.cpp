#include "read/pdf/visibility.h"

#include <gtest/gtest.h>

#include <vector>

namespace mingxi::read {
namespace {

Glyph glyph_at(double left, double baseline, char32_t code_point = U'1') {
  return {.code_point = code_point,
          .box = {left, baseline - 10, left + 6, baseline + 2},
          .baseline = baseline,
          .font_size = 12};
}

std::vector<Visibility> doubled(std::vector<Glyph> glyphs) {
  mark_doubled(glyphs);
  std::vector<Visibility> result;
  for (const Glyph& glyph : glyphs) result.push_back(glyph.visibility);
  return result;
}

constexpr Visibility kVisible = Visibility::kVisible;
constexpr Visibility kDoubled = Visibility::kDoubled;

TEST(MarkDoubled, FindsACopyWhereverTheFirstIs) {
  // Every fraction of a point, so that the copy also falls into a neighbouring square.
  for (double at = 0; at < 32; at += 0.25)
    for (const double step : {-0.5, 0.0, 0.5})
      EXPECT_EQ(doubled({glyph_at(at, at), glyph_at(at + step, at - step)}),
                (std::vector{kVisible, kDoubled}))
          << at;
}

TEST(MarkDoubled, KeepsOtherCharactersAndOtherPlaces) {
  EXPECT_EQ(doubled({glyph_at(10, 50, U'1'), glyph_at(10, 50, U'7'), glyph_at(16, 50, U'1'),
                     glyph_at(10, 53, U'1'), glyph_at(10, 50, U' '), glyph_at(10, 50, U' ')}),
            std::vector(6, kVisible));
}

TEST(MarkDoubled, NeverCountsACopyOfWhatCannotBeSeen) {
  std::vector<Glyph> glyphs{glyph_at(10, 50), glyph_at(10, 50)};
  glyphs[0].visibility = Visibility::kClipped;
  EXPECT_EQ(doubled(glyphs), (std::vector{Visibility::kClipped, kVisible}));
}

TEST(MarkHidden, HidesOnlyWhatWasPaintedBefore) {
  std::vector<Glyph> glyphs{glyph_at(10, 50), glyph_at(10, 150), glyph_at(20, 50)};
  mark_hidden(glyphs, {{.box = {0, 0, 100, 100}, .hides = true, .glyphs_before = 2}});
  EXPECT_EQ(glyphs[0].visibility, Visibility::kHidden);
  EXPECT_EQ(glyphs[1].visibility, kVisible);
  EXPECT_EQ(glyphs[2].visibility, kVisible);
}

TEST(IsWhiteAt, AsksTheLastAreaPainted) {
  const std::vector<PaintedArea> areas{{.box = {0, 0, 100, 100}, .shade = Shade::kDark},
                                       {.box = {0, 0, 50, 50}, .shade = Shade::kLight}};
  EXPECT_TRUE(is_white_at(areas, 10, 10));
  EXPECT_FALSE(is_white_at(areas, 60, 60));
  EXPECT_TRUE(is_white_at(areas, 200, 200));
}

}  // namespace
}  // namespace mingxi::read
