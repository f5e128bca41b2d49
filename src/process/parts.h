#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mingxi::process {

/// Several texts as one answer, and back. What is cut short gives the texts that are whole.
std::string packed(std::span<const std::string> parts);
std::vector<std::string> unpacked(std::string_view bytes);

}  // namespace mingxi::process
