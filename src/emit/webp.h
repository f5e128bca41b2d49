#pragma once

#include <string>

#include "model/page_image.h"

namespace mingxi {

/// The picture of a page as a WebP file, without loss but for shades so close that nobody can tell
/// them apart. The same picture gives the same bytes.
std::string webp(const PageImage& image);

}  // namespace mingxi
