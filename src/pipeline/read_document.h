#pragma once

#include <string>

#include "model/document.h"
#include "pipeline/scans.h"
#include "read/read.h"
#include "rules/pack.h"

namespace mingxi {

/// What is printed in a file, with what OCR reads of its scanned pages. "-" reads standard input.
/// Throws Error when the file cannot be used.
Document read_document(const std::string& path, const Pack& pack, const ReadOptions& reading = {},
                       const OcrOptions& ocr = {});

/// Adds to a document what OCR reads of its scanned pages. bytes: the document's file. Throws Error
/// when nothing of the document can be read.
void add_scans(const std::string& bytes, const Pack& pack, const ReadOptions& reading,
               const OcrOptions& ocr, Document& document);

}  // namespace mingxi
