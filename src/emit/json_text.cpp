#include "emit/json_text.h"

#include <charconv>
#include <cmath>

namespace mingxi {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

/// The length of the UTF-8 sequence that begins with a byte above 0x7F; 0 if it is none. Overlong
/// forms, surrogates and code points above U+10FFFF are none.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (!continues(text, at + 1)) return 0;
  const auto next = static_cast<unsigned char>(text[at + 1]);
  if (lead >= 0xE0 && lead <= 0xEF) {
    if ((lead == 0xE0 && next < 0xA0) || (lead == 0xED && next > 0x9F)) return 0;
    return continues(text, at + 2) ? 3 : 0;
  }
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead < 0xF0 || lead > 0xF4) return 0;
  if ((lead == 0xF0 && next < 0x90) || (lead == 0xF4 && next > 0x8F)) return 0;
  return continues(text, at + 2) && continues(text, at + 3) ? 4 : 0;
}

void append_escape(std::string& to, unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  switch (byte) {
    case '"':
      to += "\\\"";
      return;
    case '\\':
      to += "\\\\";
      return;
    case '\n':
      to += "\\n";
      return;
    case '\r':
      to += "\\r";
      return;
    case '\t':
      to += "\\t";
      return;
    default:
      to += "\\u00";
      to += kDigits[byte >> 4];
      to += kDigits[byte & 15];
  }
}

template <typename Number>
void append_number(std::string& to, Number number) {
  char digits[24];  // an int64 has 20 characters at most
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
  to.append(digits, end);
}

}  // namespace

void append_text(std::string& to, std::string_view text) {
  std::size_t written = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t length = byte >= 0x80 ? sequence_length(text, at) : byte == 0 ? 0 : 1;
    at += length;
    if (length > 0) continue;
    to.append(text, written, at - written);
    to += kReplacement;
    written = ++at;
  }
  to.append(text, written, at - written);
}

void append_string(std::string& to, std::string_view text) {
  to += '"';
  std::size_t written = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) {
      const std::size_t length = sequence_length(text, at);
      at += length;
      if (length > 0) continue;
    } else if (byte >= 0x20 && byte != '"' && byte != '\\') {
      ++at;
      continue;
    }
    to.append(text, written, at - written);
    if (byte >= 0x80) {
      to += kReplacement;
    } else {
      append_escape(to, byte);
    }
    written = ++at;
  }
  to.append(text, written, at - written);
  to += '"';
}

void append_integer(std::string& to, std::uint64_t number) { append_number(to, number); }
void append_integer(std::string& to, int number) { append_number(to, number); }

void append_points(std::string& to, double points) {
  constexpr double kLargest = 1e12;
  if (!std::isfinite(points)) points = 0;
  const long long hundredths =
      std::llround(std::fmin(std::fmax(points, -kLargest), kLargest) * 100);
  const long long size = hundredths < 0 ? -hundredths : hundredths;
  if (hundredths < 0) to += '-';
  append_number(to, size / 100);
  const auto rest = static_cast<char>(size % 100);
  if (rest == 0) return;
  to += '.';
  to += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) to += static_cast<char>('0' + rest % 10);
}

void append_box(std::string& to, const Box& box) {
  to += '[';
  append_points(to, box.left);
  to += ',';
  append_points(to, box.top);
  to += ',';
  append_points(to, box.right);
  to += ',';
  append_points(to, box.bottom);
  to += ']';
}

}  // namespace mingxi
