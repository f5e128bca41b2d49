#include "output/write/json_text.h"

#include <charconv>
#include <cmath>

#include "text/clean_text.h"

namespace mingxi::output {
namespace {

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
    const std::size_t length = byte >= 0x80 ? text::sequence_length(text, at) : byte == 0 ? 0 : 1;
    at += length;
    if (length > 0) continue;
    to.append(text, written, at - written);
    to += text::kReplacement;
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
      const std::size_t length = text::sequence_length(text, at);
      at += length;
      if (length > 0) continue;
    } else if (byte >= 0x20 && byte != '"' && byte != '\\') {
      ++at;
      continue;
    }
    to.append(text, written, at - written);
    if (byte >= 0x80) {
      to += text::kReplacement;
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

}  // namespace mingxi::output
