#pragma once

#include <string>
#include <string_view>

namespace mingxi {

/// The SHA-256 of the bytes in lower case hexadecimal: 64 characters.
std::string sha256(std::string_view bytes);

}  // namespace mingxi
