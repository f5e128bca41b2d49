#pragma once

#include <vector>

#include "model/document.h"
#include "ocr/protocol.h"

namespace mingxi::extract {

/// The parts of what OCR read on a page whose cells may not be those of the print: amounts in them
/// are not aligned as those of columns are.
std::vector<Box> doubtful_grids(const Page& page);

/// Takes the agreement on what lies under seals and in doubtful grids back, so that each is
/// reported as doubtful unless a sum verifies it.
void doubt_pieces(ocr::ScannedPage& read);

}  // namespace mingxi::extract
