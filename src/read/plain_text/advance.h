#pragma once

namespace mingxi::read {

/// How far a character moves the pen in type of fixed pitch.
struct Advance {
  int columns = 1;         ///< half widths
  bool is_printed = true;  ///< false: white space, or nothing to see
  bool ends_line = false;
};

/// Characters that are two columns wide, recognised without a look-up: most of a disclosure.
constexpr bool is_chinese_type(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c > 0x3000 && c < 0x3030) || (c > 0xFF00 && c < 0xFF5F);
}

/// Of a character that is neither ASCII nor is_chinese_type.
Advance rare_advance(char32_t c);

/// Of any character.
Advance advance_of(char32_t c);

}  // namespace mingxi::read
