#pragma once

#include <vector>

#include "model/document.h"
#include "ocr/engine/pix.h"

namespace mingxi::ocr {

/// Finds the ruled lines of a page and whitens them, so that no reader takes them for characters.
/// ink: the page in black and white; faint_ink: likewise, with all that is a little darker than
/// paper; grey: the page; scale: pixels a point; seals: where seals were taken out, pixels: a line
/// goes on beneath them. ink and grey lose the lines. Points.
std::vector<Ruling> take_out_rulings(Pix* ink, Pix* faint_ink, Pix* grey, double scale,
                                     const std::vector<Box>& seals);

}  // namespace mingxi::ocr
