#include "extract/ruled_picture.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace mingxi::extract {
namespace {

constexpr int kDark = 215;       // of 255: thin lines are drawn in grey
constexpr double kAcross = 0.5;  // of the width
constexpr double kDown = 0.3;    // of the height
constexpr int kThickest = 5;     // pixels; a thicker bar is part of a drawing
constexpr int kMinAcross = 4;    // a frame has two
constexpr int kMinDown = 3;
constexpr int kChannels = 3;

struct Pixels {
  int left = 0, top = 0, right = 0, bottom = 0;
};

Pixels within(const PageImage& picture, const Box& part) {
  return {std::clamp(static_cast<int>(std::floor(part.left)), 0, picture.width),
          std::clamp(static_cast<int>(std::floor(part.top)), 0, picture.height),
          std::clamp(static_cast<int>(std::ceil(part.right)), 0, picture.width),
          std::clamp(static_cast<int>(std::ceil(part.bottom)), 0, picture.height)};
}

bool is_dark(const PageImage& picture, int x, int y) {
  const std::size_t at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                          static_cast<std::size_t>(x)) *
                         kChannels;
  int sum = 0;
  for (int i = 0; i < kChannels; ++i) sum += picture.rgb[at + static_cast<std::size_t>(i)];
  return sum < kChannels * kDark;
}

/// How many thin lines run along, each for at least so many pixels without a break.
template <typename IsDark>
int lines_along(int count, int length, double least, IsDark is_dark_at) {
  int lines = 0;
  int thickness = 0;
  for (int across = 0; across <= count; ++across) {
    int longest = 0;
    for (int along = 0, run = 0; across < count && along < length; ++along) {
      run = is_dark_at(across, along) ? run + 1 : 0;
      longest = std::max(longest, run);
    }
    if (longest >= least) {
      ++thickness;
      continue;
    }
    if (thickness > 0 && thickness <= kThickest) ++lines;
    thickness = 0;
  }
  return lines;
}

}  // namespace

bool looks_ruled(const PageImage& picture, const Box& part) {
  const Pixels box = within(picture, part);
  const int width = box.right - box.left;
  const int height = box.bottom - box.top;
  const int across = lines_along(height, width, kAcross * width, [&](int y, int x) {
    return is_dark(picture, box.left + x, box.top + y);
  });
  if (across < kMinAcross) return false;
  return kMinDown <= lines_along(width, height, kDown * height, [&](int x, int y) {
           return is_dark(picture, box.left + x, box.top + y);
         });
}

PageImage part_of(const PageImage& picture, const Box& part) {
  const Pixels box = within(picture, part);
  PageImage result{.width = box.right - box.left, .height = box.bottom - box.top, .rgb = {}};
  const auto pixel = [&](int x, int y) {
    return picture.rgb.begin() + (static_cast<std::ptrdiff_t>(y) * picture.width + x) * kChannels;
  };
  for (int y = box.top; y < box.bottom; ++y)
    result.rgb.insert(result.rgb.end(), pixel(box.left, y), pixel(box.right, y));
  return result;
}

}  // namespace mingxi::extract
