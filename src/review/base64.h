#pragma once

#include <string>
#include <string_view>

namespace mingxi::review {

/// Bytes in base64, with padding.
std::string base64(std::string_view bytes);

}  // namespace mingxi::review
