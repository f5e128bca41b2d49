#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "read/pdf/pages.h"
#include "read/read.h"

namespace mingxi::read {

/// What is printed in a PDF: its pages, title and the reader's messages; the source is left to the
/// caller. where names the file in errors. Requires that the bytes contain `%PDF-`.
/// Throws Error: kEncrypted, kTruncated, kCorrupt.
Document read_pdf(std::string_view bytes, const std::string& where, const ReadOptions& options);

/// What an interpreter made of a PDF.
struct PdfReading {
  Document document;
  std::vector<DeclinedPage> declined;  ///< pages that ours left to Poppler
  bool is_by_poppler_alone = false;    ///< because of damage, or because it was asked
};

/// The same with a choice of interpreter; read_pdf takes ours.
PdfReading read_pdf_by(Interpreter interpreter, std::string_view bytes, const std::string& where,
                       const ReadOptions& options);

/// The version of Poppler that is linked: "22.12.0".
std::string poppler_version();

}  // namespace mingxi::read
