#pragma once

#include <string_view>
#include <vector>

#include "model/geometry.h"
#include "model/page_image.h"
#include "ocr/engine/pix.h"

namespace mingxi::ocr {

/// Takes what Leptonica made. Throws std::runtime_error for nothing.
PixPointer checked(Pix* pix);

/// The boxes of all connected black of an image of one bit, pixels.
std::vector<Box> components_of(Pix* ink);

/// An image turned by quarters, clockwise.
PixPointer turned(Pix* image, int quarters);

/// A page drawn by the caller.
PixPointer pix_of(const PageImage& image);

/// A page as its pixels, smaller by a scale below 1.
PageImage image_of(Pix* page, double scale);

/// The pages of an image file. Throws std::runtime_error for what cannot be read or is too large.
std::vector<PixPointer> pages_of(std::string_view file);

/// How many pixels make a point of a page that an image file holds: from its resolution where that
/// can be, else as if its longer side were that of A4.
double pixels_per_point_of(Pix* page);

}  // namespace mingxi::ocr
