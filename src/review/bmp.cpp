#include "review/bmp.h"

#include <cstdint>

namespace mingxi::review {
namespace {

constexpr std::uint32_t kHeaderBytes = 54;  // of the file and of the picture
constexpr std::uint32_t kPictureHeaderBytes = 40;
constexpr std::uint32_t kDotsPerMetre = 5906;  // 150 dots an inch

void append(std::string& to, std::uint32_t number, int bytes) {
  for (int i = 0; i < bytes; ++i, number >>= 8) to += static_cast<char>(number & 255);
}

}  // namespace

std::string bmp(const PageImage& image) {
  const auto width = static_cast<std::uint32_t>(image.width);
  const auto height = static_cast<std::uint32_t>(image.height);
  const std::uint32_t padding = (4 - width * 3 % 4) % 4;
  const std::uint32_t pixels = (width * 3 + padding) * height;
  std::string bytes = "BM";
  append(bytes, kHeaderBytes + pixels, 4);
  append(bytes, 0, 4);
  append(bytes, kHeaderBytes, 4);
  append(bytes, kPictureHeaderBytes, 4);
  append(bytes, width, 4);
  append(bytes, height, 4);
  append(bytes, 1, 2);   // plane
  append(bytes, 24, 2);  // bits of a pixel
  append(bytes, 0, 4);   // not compressed
  append(bytes, pixels, 4);
  append(bytes, kDotsPerMetre, 4);
  append(bytes, kDotsPerMetre, 4);
  append(bytes, 0, 4);
  append(bytes, 0, 4);
  for (std::uint32_t y = height; y-- > 0;) {  // rows from below, blue first
    for (std::uint32_t x = 0; x < width; ++x) {
      const std::size_t at = (std::size_t{y} * width + x) * 3;
      for (std::size_t i = 3; i-- > 0;) bytes += static_cast<char>(image.rgb[at + i]);
    }
    bytes.append(padding, '\0');
  }
  return bytes;
}

}  // namespace mingxi::review
