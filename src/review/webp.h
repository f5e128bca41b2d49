#pragma once

#include <string>

#include "model/page_image.h"

namespace mingxi::review {

/// The picture of a page as a WebP file: of print without loss, but for shades so close that nobody
/// can distinguish them; of scans and photographs with the loss that is usual for them. The same
/// picture gives the same bytes.
std::string webp(const PageImage& image);

}  // namespace mingxi::review
