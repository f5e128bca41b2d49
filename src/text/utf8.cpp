#include "text/utf8.h"

#include <cstdint>
#include <cstring>

#include "text/characters.h"

namespace mingxi::text {
namespace {

// The length of the well-formed sequence at the start, 0 if there is none. Requires a first byte
// that is not ASCII.
std::size_t sequence_length(const unsigned char* at, const unsigned char* end) {
  const std::size_t left = end - at;
  const unsigned char first = at[0];
  if (first >= 0xE0 && first <= 0xEF) {
    if (left < 3 || !continues_character(at[1]) || !continues_character(at[2])) return 0;
    if (first == 0xE0 && at[1] < 0xA0) return 0;
    if (first == 0xED && at[1] > 0x9F) return 0;
    return 3;
  }
  if (first >= 0xC2 && first <= 0xDF) return left >= 2 && continues_character(at[1]) ? 2 : 0;
  if (first >= 0xF0 && first <= 0xF4) {
    if (left < 4 || !continues_character(at[1]) || !continues_character(at[2]) ||
        !continues_character(at[3]))
      return 0;
    if (first == 0xF0 && at[1] < 0x90) return 0;
    if (first == 0xF4 && at[1] > 0x8F) return 0;
    return 4;
  }
  return 0;
}

/// The length of the character at the start of well-formed text.
std::size_t character_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/// Whether a character acts on a terminal or on the order in which others are shown: controls, line
/// separators, marks of direction, what has no width.
bool is_misleading(std::string_view character) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character.size() == 1) return at(0) < 0x20 || at(0) == 0x7F;
  if (character.size() == 2) return (at(0) == 0xC2 && at(1) < 0xA0) || character == "\u061C";
  if (character == "\uFEFF") return true;
  if (at(0) != 0xE2) return false;
  if (at(1) == 0x80) return (at(2) >= 0x8B && at(2) <= 0x8F) || (at(2) >= 0xA8 && at(2) <= 0xAE);
  return at(1) == 0x81 && at(2) >= 0xA0 && at(2) <= 0xA9;  // U+2060 to U+2069
}

void append_escaped(std::string& to, std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    to += "\\x";
    to += kDigits[byte >> 4];
    to += kDigits[byte & 0xF];
  }
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
  std::string text;
  while (!path.empty()) {
    const std::size_t valid = valid_utf8_prefix(path);
    for (std::size_t i = 0; i < valid;) {
      const std::size_t length = character_length(path.substr(i));
      if (is_misleading(path.substr(i, length)) || path.substr(i).starts_with("\\x")) {
        append_escaped(text, path.substr(i, length));
      } else {
        text += path.substr(i, length);
      }
      i += length;
    }
    path.remove_prefix(valid);
    if (path.empty()) break;
    append_escaped(text, path.substr(0, 1));
    path.remove_prefix(1);
  }
  return text;
}

}  // namespace mingxi::text
