#pragma once

#include <string>
#include <string_view>

#include "read/file_type.h"

namespace mingxi::read {

/// The program of LibreOffice that converts files; "" where it is not installed.
std::string libre_office_program();

/// A file of kConverted contents as LibreOffice converts it, read as what its contents are and as
/// nothing else: in a process of its own that sees nothing but the file, with a profile of its own,
/// without macros and within limits. where names the file in errors. Throws Error: kEnvironment
/// where LibreOffice is not installed, kCorrupt where it cannot read the file.
std::string converted_file(std::string_view bytes, const Contents& contents,
                           const std::string& where);

}  // namespace mingxi::read
