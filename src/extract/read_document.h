#pragma once

#include <string>

#include "model/document.h"
#include "extract/scans.h"
#include "read/read.h"
#include "patterns/patterns.h"

namespace mingxi::extract {

/// What is printed in a file, with what OCR reads of its scanned pages. "-" reads standard input.
/// Throws Error when the file cannot be used.
Document read_document(const std::string& path, const patterns::Patterns& patterns,
                       const read::ReadOptions& reading = {}, const OcrOptions& ocr = {});

/// Adds to a document what OCR reads of its scanned pages. bytes: the document's file. Throws Error
/// when nothing of the document can be read.
void add_scans(const std::string& bytes, const patterns::Patterns& patterns,
               const read::ReadOptions& reading, const OcrOptions& ocr, Document& document);

}  // namespace mingxi::extract
