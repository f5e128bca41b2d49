#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"
#include "read/pdf/complaints.h"

class PDFDoc;

namespace mingxi::read {

/// Who goes through the operators of a page. Ours is faster and leaves to Poppler
/// whatever it does not know.
enum class Interpreter : std::uint8_t { kOurs, kPoppler };

struct DeclinedPage {
  int number = 0;
  std::string reason;
};

struct ReadPages {
  std::vector<Page> pages;
  std::vector<DeclinedPage> declined;  ///< pages that Poppler read instead
  /// Poppler complained where ours was reading: then only Poppler may read the document, and the
  /// pages are not all there.
  bool is_damaged = false;
};

/// All pages of a document, and what is complained of meanwhile.
ReadPages read_pages(PDFDoc& document, Interpreter interpreter, Messages& messages);

}  // namespace mingxi::read
