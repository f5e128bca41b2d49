#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mingxi {

/// The SHA-256 of the bytes in lower case hexadecimal: 64 characters.
std::string sha256(std::string_view bytes);

/// The size of a file and its SHA-256.
struct FileDigest {
  std::uint64_t bytes = 0;
  std::string sha256;

  bool operator==(const FileDigest&) const = default;
};

/// Reads a file piece by piece, whatever its size. Throws Error(kNotFound).
FileDigest digest_of_file(const std::string& path);

}  // namespace mingxi
