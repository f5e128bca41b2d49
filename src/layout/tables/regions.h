#pragma once

#include <vector>

#include "layout/tables/strokes.h"
#include "model/document.h"

namespace mingxi::layout {

/// The parts of a page that are ruled, top to bottom: two crossing rulings suffice. The frame of a
/// page of text is none.
std::vector<Box> ruled_regions(const Page& page, const Strokes& strokes);

}  // namespace mingxi::layout
