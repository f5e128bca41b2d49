#pragma once

#include <cstddef>
#include <string_view>

namespace mingxi::text {

/// Whether the byte is not the first of its character.
constexpr bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// The code point that begins at a byte; at moves after it. Requires at < utf8.size() and
/// well-formed UTF-8, as in a TracedText.
inline char32_t next_code_point(std::string_view utf8, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(utf8[at++]);
  if (byte < 0x80) return byte;
  char32_t c = byte >= 0xF0 ? byte & 0x07u : byte >= 0xE0 ? byte & 0x0Fu : byte & 0x1Fu;
  while (at < utf8.size() && continues_character(utf8[at]))
    c = (c << 6) | (static_cast<unsigned char>(utf8[at++]) & 0x3Fu);
  return c;
}

/// The code point that ends before a byte; at moves to its beginning. Requires 0 < at.
char32_t previous_code_point(std::string_view utf8, std::size_t& at);

/// 0 if there is none.
char32_t first_code_point(std::string_view utf8);
char32_t last_code_point(std::string_view utf8);

/// How many characters: a rough measure of length.
std::size_t count_code_points(std::string_view utf8);

/// Whether there are more characters than this: found sooner than counted.
inline bool is_longer_than(std::string_view utf8, std::size_t characters) {
  constexpr std::size_t kMaxBytesOfACharacter = 4;
  return utf8.size() > characters &&
         (utf8.size() > kMaxBytesOfACharacter * characters || count_code_points(utf8) > characters);
}

/// ASCII digits.
constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_digit(std::string_view utf8, std::size_t at) {
  return at < utf8.size() && is_digit(utf8[at]);
}
constexpr bool is_ascii_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_latin_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0x24F);
}
constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 ||
         (c >= 0x20000 && c <= 0x3FFFF);
}
/// Whether a Han character begins at the byte.
inline bool is_han(std::string_view utf8, std::size_t at) {
  return at < utf8.size() && !continues_character(utf8[at]) && is_han(next_code_point(utf8, at));
}
bool contains_han(std::string_view utf8);

/// Where symbol fonts have their signs: bullets, mostly.
constexpr bool is_of_symbol_font(char32_t c) { return c >= 0xF000 && c <= 0xF0FF; }
/// Whether nothing says what a character is: unknown, or for private use.
constexpr bool is_without_meaning(char32_t c) {
  return c == 0xFFFD || (c >= 0xE000 && c < 0xF900) || c >= 0xF0000;
}

/// 。！？；： and their ASCII forms, also before closing quotes and brackets: a sentence or a
/// clause that can are at the end of a paragraph.
bool ends_a_sentence(std::string_view utf8);

/// Whether a text cannot be all: it ends with a comma, or a bracket in it is still open.
bool is_left_open(std::string_view utf8);

}  // namespace mingxi::text
