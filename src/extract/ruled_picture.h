#pragma once

#include "model/geometry.h"
#include "model/page_image.h"

namespace mingxi::extract {

/// Whether lines as those of a table run across and down a part of a picture; pixels. Charts have
/// lines across, or a frame.
bool looks_ruled(const PageImage& picture, const Box& part);

/// A part of a picture.
PageImage part_of(const PageImage& picture, const Box& part);

}  // namespace mingxi::extract
