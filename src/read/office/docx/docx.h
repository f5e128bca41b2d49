#pragma once

#include <string>
#include <string_view>

#include "read/office/flow/flow.h"

namespace mingxi::read {

/// A Word document as it prints: with the numbers of its lists, its text boxes and footnotes, and
/// without its headers and footers, deletions that are tracked and hidden text. Throws Error.
Flow read_docx(std::string_view bytes, const std::string& where);

}  // namespace mingxi::read
