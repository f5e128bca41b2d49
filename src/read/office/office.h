#pragma once

#include <string>
#include <string_view>

#include "model/document.h"
#include "read/file_type.h"

namespace mingxi::read {

/// What is printed in a file of these kinds: kHtml, kDocx, kXlsx, kOfd. The source is left to the
/// caller. where names the file in errors. Throws Error.
Document read_office(std::string_view bytes, ContentType type, const std::string& where);

}  // namespace mingxi::read
