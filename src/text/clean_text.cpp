#include "text/clean_text.h"

namespace mingxi::text {
namespace {

bool is_forbidden(std::string_view sequence) {
  return sequence == "\xEF\xBF\xBE" || sequence == "\xEF\xBF\xBF" ||
         (sequence.size() == 2 && sequence[0] == '\xC2' &&
          static_cast<unsigned char>(sequence[1]) < 0xA0);  // U+0080 to U+009F
}

}  // namespace

std::string clean(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      result += byte < 0x20 || byte == 0x7F ? ' ' : text[at];
      ++at;
      continue;
    }
    const std::string_view sequence = text.substr(at, sequence_length(text, at));
    if (sequence.empty()) {
      result += kReplacement;
      ++at;
      continue;
    }
    if (is_forbidden(sequence)) {
      result += ' ';
    } else {
      result += sequence;
    }
    at += sequence.size();
  }
  return result;
}

std::string_view first_bytes(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && is_continuation(text, most)) --most;
  return text.substr(0, most);
}

}  // namespace mingxi::text
