#include "read/utf8.h"

#include <cstdint>
#include <cstring>

namespace mingxi {
namespace {

bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// The length of the well-formed sequence at the start, 0 if there is none. Requires a first byte
// that is not ASCII.
std::size_t sequence_length(const unsigned char* at, const unsigned char* end) {
  const std::size_t left = end - at;
  const unsigned char first = at[0];
  if (first >= 0xE0 && first <= 0xEF) {
    if (left < 3 || !continues(at[1]) || !continues(at[2])) return 0;
    if (first == 0xE0 && at[1] < 0xA0) return 0;
    if (first == 0xED && at[1] > 0x9F) return 0;
    return 3;
  }
  if (first >= 0xC2 && first <= 0xDF) return left >= 2 && continues(at[1]) ? 2 : 0;
  if (first >= 0xF0 && first <= 0xF4) {
    if (left < 4 || !continues(at[1]) || !continues(at[2]) || !continues(at[3])) return 0;
    if (first == 0xF0 && at[1] < 0x90) return 0;
    if (first == 0xF4 && at[1] > 0x8F) return 0;
    return 4;
  }
  return 0;
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view text) {
  const auto* begin = reinterpret_cast<const unsigned char*>(text.data());
  const auto* end = begin + text.size();
  const auto* at = begin;
  while (at < end) {
    if (*at < 0x80) {
      // Eight ASCII bytes at a time.
      std::uint64_t word = 0;
      while (end - at >= 8) {
        std::memcpy(&word, at, 8);
        if ((word & 0x8080808080808080U) != 0) break;
        at += 8;
      }
      while (at < end && *at < 0x80) ++at;
      continue;
    }
    const std::size_t length = sequence_length(at, end);
    if (length == 0) break;
    at += length;
  }
  return at - begin;
}

std::string printable(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  while (!path.empty()) {
    const std::size_t valid = valid_utf8_prefix(path);
    for (std::size_t i = 0; i < path.size() && i <= valid; ++i) {
      const auto byte = static_cast<unsigned char>(path[i]);
      if (i < valid && byte >= 0x20 && byte != 0x7F) {
        text += path[i];
      } else {
        text += "\\x";
        text += kDigits[byte >> 4];
        text += kDigits[byte & 0xF];
      }
    }
    path.remove_prefix(valid < path.size() ? valid + 1 : valid);
  }
  return text;
}

}  // namespace mingxi
