#include "text/terminal.h"

#include <algorithm>

#include "text/characters.h"

namespace mingxi::text {
namespace {

/// The code point of the UTF-8 sequence at the start of a text, and its length; length 0 if none.
struct Sequence {
  char32_t code_point = 0;
  std::size_t length = 0;
};

Sequence first_sequence(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {};
  char32_t code_point = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (!continues_character(text[i])) return {};
    code_point = (code_point << 6) | (byte & 0x3FU);
  }
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code_point >= 0xD800 && code_point < 0xE000;
  if (code_point < kSmallest[length] || code_point > 0x10FFFF || surrogate) return {};
  return {code_point, length};
}

void append_hex(std::string& to, char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  to += "\\x";
  to += kDigits[value >> 4];
  to += kDigits[value & 15];
}

/// East Asian wide and full-width characters, in the blocks that occur in Chinese text.
bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
}

/// A part of a text that stays on one line, and whether blanks are before it.
struct Piece {
  std::string_view text;
  bool after_blank = false;
};

bool opens(char32_t c) {
  return std::u32string_view(U"(（《〈“‘【「«").find(c) != std::u32string_view::npos;
}

bool closes(char32_t c) {
  return std::u32string_view(U")）》〉”’】」»，。、；：！？,.;:!?%％").find(c) !=
         std::u32string_view::npos;
}

bool may_part(char32_t before, char32_t after) {
  if (closes(after) || opens(before)) return false;
  if (is_digit(before) && is_wide(after)) return false;  // 1728.14万
  if ((before == U'万' || before == U'亿') && after == U'元') return false;
  return is_wide(before) || is_wide(after);
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  bool after_blank = false;
  char32_t before = 0;
  const auto close = [&](std::size_t end) {
    if (end > begin) pieces.push_back({text.substr(begin, end - begin), after_blank});
    if (end > begin) after_blank = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const Sequence sequence = first_sequence(text.substr(at));
    const std::size_t length = std::max<std::size_t>(sequence.length, 1);
    const char32_t c = sequence.code_point;
    if (c == U' ') {
      close(at);
      after_blank = true;
      begin = at + 1;
    } else if (at > begin && may_part(before, c)) {
      close(at);
      begin = at;
    }
    before = c;
    at += length;
  }
  close(text.size());
  return pieces;
}

/// Moves the characters that fit from the front of the text to the line; at least one to an empty
/// line.
void fill(std::string& line, std::string_view& text, std::size_t columns) {
  std::size_t taken = columns_of(line);
  while (!text.empty()) {
    const std::size_t length = std::max<std::size_t>(first_sequence(text).length, 1);
    taken += columns_of(text.substr(0, length));
    if (taken > columns && !line.empty()) return;
    line += text.substr(0, length);
    text.remove_prefix(length);
  }
}

}  // namespace

std::string shown(std::string_view name) {
  std::string result;
  while (!name.empty()) {
    const Sequence sequence = first_sequence(name);
    const char32_t c = sequence.code_point;
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c <= 0x202E);
    const std::size_t length = sequence.length == 0 ? 1 : sequence.length;
    if (sequence.length == 0 || control) {
      for (const char byte : name.substr(0, length)) append_hex(result, byte);
    } else {
      result += name.substr(0, length);
    }
    name.remove_prefix(length);
  }
  return result;
}

std::size_t columns_of(std::string_view utf8) {
  std::size_t columns = 0;
  while (!utf8.empty()) {
    const Sequence sequence = first_sequence(utf8);
    columns += is_wide(sequence.code_point) ? 2 : 1;
    utf8.remove_prefix(sequence.length == 0 ? 1 : sequence.length);
  }
  return columns;
}

std::string padded(std::string_view utf8, std::size_t columns) {
  std::string result(utf8);
  const std::size_t taken = columns_of(utf8);
  if (taken < columns) result.append(columns - taken, ' ');
  return result;
}

std::vector<std::string> wrapped(std::string_view utf8, std::size_t columns) {
  std::vector<std::string> lines;
  std::string line;
  for (Piece piece : pieces_of(utf8)) {
    const std::size_t width = columns_of(piece.text);
    const std::size_t blank = piece.after_blank && !line.empty() ? 1 : 0;
    if (!line.empty() && columns_of(line) + blank + width > columns) {
      lines.push_back(std::move(line));
      line.clear();
    } else {
      line.append(blank, ' ');
    }
    fill(line, piece.text, columns);
    while (!piece.text.empty()) {
      lines.push_back(std::move(line));
      line.clear();
      fill(line, piece.text, columns);
    }
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace mingxi::text
