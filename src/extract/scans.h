#pragma once

#include <string>
#include <vector>

#include "extract/ocr_needs.h"
#include "extract/scan_print.h"
#include "model/document.h"
#include "read/read.h"

namespace mingxi::extract {

/// Whether pages of a document are to be read by OCR.
bool needs_ocr(const Document& document, const OcrOptions& options);

/// Reads what needs it; the pages of an image file are added to the document. What could
/// not be read is listed in its unread_scans. bytes: the document's file. Throws Error when nothing
/// of the document can be read.
std::vector<Scan> read_scans(const std::string& bytes, const read::ReadOptions& reading,
                             const OcrOptions& options, Document& document);

}  // namespace mingxi::extract
