#include "review/webp.h"

#include <webp/decode.h>

#include <cstdlib>

#include <gmock/gmock.h>

namespace mingxi::review {
namespace {

TEST(Webp, KeepsEveryPixelButForShadesThatLookTheSame) {
  PageImage image{.width = 32, .height = 8};
  for (int i = 0; i < 32 * 8 * 3; ++i) image.rgb.push_back(static_cast<std::uint8_t>(i % 256));
  const std::string bytes = webp(image);
  EXPECT_EQ(bytes, webp(image));
  int width = 0;
  int height = 0;
  std::uint8_t* decoded = WebPDecodeRGB(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                        bytes.size(), &width, &height);
  ASSERT_NE(decoded, nullptr);
  EXPECT_EQ(width, 32);
  EXPECT_EQ(height, 8);
  for (std::size_t i = 0; i < image.rgb.size(); ++i)
    EXPECT_LE(std::abs(decoded[i] - image.rgb[i]), 9);
  EXPECT_EQ(decoded[0], 0) << "black stays black";
  EXPECT_EQ(decoded[255], 255) << "white stays white";
  WebPFree(decoded);
}

TEST(Webp, WritesAPhotographSmallerThanWithoutLoss) {
  PageImage image{.width = 600, .height = 800};
  std::uint32_t noise = 1;
  for (int i = 0; i < 600 * 800 * 3; ++i) {
    noise = noise * 1664525 + 1013904223;
    image.rgb.push_back(static_cast<std::uint8_t>(noise >> 24));
  }
  EXPECT_LT(webp(image).size(), image.rgb.size() / 4);
}

}  // namespace
}  // namespace mingxi::review
