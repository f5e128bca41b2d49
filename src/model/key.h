#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mingxi {

/// The FNV-1a hash (64 bit) of a text, the same on every machine.
inline std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  }
  return hash;
}

/// A short key of a text: its hash in hexadecimal, where a first digit is one of g to p. So a key
/// begins with a letter, and no spreadsheet takes 12e45 for a number.
inline std::string key_of(std::string_view text) {
  std::uint64_t hash = hash_of(text);
  std::string digits(16, '0');
  for (std::size_t i = digits.size(); i-- > 1; hash >>= 4)
    digits[i] = "0123456789abcdef"[hash & 15];
  digits[0] = "ghijklmnopabcdef"[hash & 15];
  return digits;
}

}  // namespace mingxi
