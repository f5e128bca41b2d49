#pragma once

#include <cstddef>
#include <vector>

#include "model/document.h"

namespace mingxi::ocr {

/// Gives each character of a line the box of its own ink. The model says which characters a line
/// has, in order, but places them up to a character aside; how wide each is and where there is ink
/// shows better. ink: boxes of connected ink on that line and near it, in any order; all in one
/// unit. A character whose ink is not found is put between its neighbours and has no width.
///
/// Returns how many pieces of ink are as large as characters and were read as none.
std::size_t place_on_ink(const std::vector<Box>& ink, std::vector<Glyph>& line);

}  // namespace mingxi::ocr
