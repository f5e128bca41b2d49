#pragma once

#include <string>
#include <utility>
#include <vector>

namespace mingxi {

/// A ZIP file of parts, stored as they are: {"word/document.xml", "<w:document …"}.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts);

}  // namespace mingxi
