#pragma once

#include <cstdint>
#include <vector>

namespace mingxi {

/// A page as a picture: rows from the top, three bytes (red, green, blue) a pixel.
struct PageImage {
  int width = 0;  ///< pixels
  int height = 0;
  std::vector<std::uint8_t> rgb;
};

}  // namespace mingxi
