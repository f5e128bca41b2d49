#pragma once

#include <leptonica/allheaders.h>

#include <memory>

namespace mingxi::ocr {

struct PixDeleter {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};

/// An image of Leptonica; null where Leptonica failed.
using PixPointer = std::unique_ptr<Pix, PixDeleter>;

}  // namespace mingxi::ocr
