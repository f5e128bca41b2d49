#include "emit/webp.h"

#include <webp/decode.h>

#include <cstdlib>

#include <gmock/gmock.h>

namespace mingxi {
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

}  // namespace
}  // namespace mingxi
