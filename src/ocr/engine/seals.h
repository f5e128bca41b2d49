#pragma once

#include <vector>

#include "model/geometry.h"
#include "ocr/engine/images.h"

namespace mingxi::ocr {

/// A page without its seals, in grey, and where they lay, in pixels.
struct Unsealed {
  PixPointer grey;
  std::vector<Box> seals;
};

/// Takes the ink of seals out of a page; what is printed beneath them stays, as far as it is
/// darker. A seal is a ring with little in it, in colour, or in a grey that is paler than print.
Unsealed without_seals(Pix* scanned, double pixels_per_point);

}  // namespace mingxi::ocr
