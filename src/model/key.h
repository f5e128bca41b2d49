#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mingxi {

/// A short key of a text, the same on every machine: its FNV-1a hash (64 bit) in hexadecimal.
inline std::string key_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  }
  std::string digits(16, '0');
  for (std::size_t i = digits.size(); i-- > 0; hash >>= 4)
    digits[i] = "0123456789abcdef"[hash & 15];
  return digits;
}

}  // namespace mingxi
