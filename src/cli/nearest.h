#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mingxi::cli {

/// The word that a mistyped one was probably meant to be; "" where none is near.
///
///     nearest("valdiate", {"validate", "review"}) → "validate"
std::string nearest(std::string_view typed, const std::vector<std::string>& known);

}  // namespace mingxi::cli
