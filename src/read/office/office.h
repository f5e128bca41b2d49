#pragma once

#include <string>
#include <string_view>

#include "model/document.h"
#include "read/file_type.h"

namespace mingxi::read {

/// What is printed in a file of these kinds: kHtml, kDocx, kXlsx, kOfd, kConverted. The source is
/// left to the caller. where names the file in errors. Throws Error.
/// converted: ReadOptions::converted.
Document read_office(std::string_view bytes, const Contents& contents, const std::string& converted,
                     const std::string& where);

}  // namespace mingxi::read
