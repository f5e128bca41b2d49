#pragma once

#include <string>
#include <string_view>

#include "model/document.h"
#include "read/read.h"

namespace mingxi::read {

/// What is printed in a PDF: its pages, title and the reader's messages; the source is left to the
/// caller. where names the file in errors. Requires that the bytes contain `%PDF-`.
/// Throws Error: kEncrypted, kTruncated, kCorrupt.
Document read_pdf(std::string_view bytes, const std::string& where, const ReadOptions& options);

/// The version of Poppler that is linked: "22.12.0".
std::string poppler_version();

}  // namespace mingxi::read
