#pragma once

namespace mingxi::ocr {

inline bool is_han(char32_t c) { return c >= 0x3400 && c < 0xA000; }
inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
inline bool is_letter(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }

}  // namespace mingxi::ocr
