#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mingxi::output {

/// A text compressed as gzip does, without name and time: the same text gives the same bytes.
std::string gzipped(std::string_view text);

/// What was compressed; with `most`, no more than its first bytes, of which the compressed text
/// need not be whole. Throws Error(kCorrupt) that names no place.
std::string gunzipped(std::string_view bytes, std::size_t most = std::string::npos);

}  // namespace mingxi::output
