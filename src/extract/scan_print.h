#pragma once

#include <vector>

#include "extract/scan_parts.h"
#include "model/document.h"
#include "ocr/protocol.h"

namespace mingxi::extract {

/// What OCR read of a page of a document.
struct Scan {
  std::size_t page = 0;  ///< index in Document::pages
  ocr::ScannedPage read;
  PartToRead part = {};
  Page before = {};  ///< the page without what OCR read
};

/// Prints the first reading of each piece on its page, together with the text of the page that is
/// good; all glyphs are numbered anew.
void print_scans(const std::vector<Scan>& scans, Document& document);

}  // namespace mingxi::extract
