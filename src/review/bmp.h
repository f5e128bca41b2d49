#pragma once

#include <string>

#include "model/page_image.h"

namespace mingxi::review {

/// A picture as a BMP file, which every program reads; as large as its pixels.
std::string bmp(const PageImage& image);

}  // namespace mingxi::review
