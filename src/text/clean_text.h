#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/characters.h"

namespace mingxi::text {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

inline bool is_continuation(std::string_view text, std::size_t at) {
  return at < text.size() && continues_character(text[at]);
}

/// The length of the UTF-8 sequence that begins with a byte above 0x7F; 0 if it is none. Overlong
/// forms, surrogates and code points above U+10FFFF are none.
inline std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (!is_continuation(text, at + 1)) return 0;
  const auto next = static_cast<unsigned char>(text[at + 1]);
  if (lead >= 0xE0 && lead <= 0xEF) {
    if ((lead == 0xE0 && next < 0xA0) || (lead == 0xED && next > 0x9F)) return 0;
    return is_continuation(text, at + 2) ? 3 : 0;
  }
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead < 0xF0 || lead > 0xF4) return 0;
  if ((lead == 0xF0 && next < 0x90) || (lead == 0xF4 && next > 0x8F)) return 0;
  return is_continuation(text, at + 2) && is_continuation(text, at + 3) ? 4 : 0;
}

/// Text that any format can hold: bytes that are not UTF-8 become U+FFFD, one each; control
/// characters and the two that XML forbids (U+FFFE, U+FFFF) become blanks.
std::string clean(std::string_view text);

/// The first bytes of a text, at most so many, whole characters only. Requires valid UTF-8.
std::string_view first_bytes(std::string_view text, std::size_t most);

}  // namespace mingxi::text
