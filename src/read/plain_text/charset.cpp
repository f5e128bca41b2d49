// Conversion by ICU: its tables of GB18030 are complete and its guess is older than ours. The order
// of the tries is what Chinese offices publish: UTF-8, then GB18030; nearly every file ends there.
// A single bad byte, as a cut or a faulty editor leaves it, must not make a text unreadable, so a
// last try allows a few of them and puts U+FFFD.

#include "read/plain_text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <memory>

#include "text/utf8.h"

namespace mingxi::read {
namespace {

enum class BadBytes { kRefused, kReplaced };

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;
using Detector = std::unique_ptr<UCharsetDetector, CloseDetector>;

Converter open_converter(const char* name) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &error));
  if (U_FAILURE(error)) converter.reset();
  return converter;
}

std::optional<std::string> converted(std::string_view bytes, const char* charset,
                                     BadBytes bad_bytes) {
  const Converter from = open_converter(charset);
  const Converter to = open_converter("UTF-8");
  if (!from || !to) return std::nullopt;
  UErrorCode error = U_ZERO_ERROR;
  if (bad_bytes == BadBytes::kRefused)
    ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);

  std::string text;
  text.reserve(bytes.size() + bytes.size() / 2);
  std::array<char, 1 << 14> piece;
  std::array<UChar, 1 << 12> pivot;
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  bool is_first = true;
  do {
    error = U_ZERO_ERROR;
    char* target = piece.data();
    ucnv_convertEx(to.get(), from.get(), &target, piece.data() + piece.size(), &source, end,
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                   is_first, /*flush=*/true, &error);
    is_first = false;
    text.append(piece.data(), target);
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(error)) return std::nullopt;
  return text;
}

// At most one in a thousand, and always one: a short text may hold an error.
bool is_too_many(std::size_t bad, std::size_t of) { return bad > 1 + of / 1000; }

bool looks_like_text(std::string_view utf8) {
  std::size_t controls = 0;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0) return false;
    controls += byte < 0x20 && !(byte >= '\t' && byte <= '\r');
  }
  return !is_too_many(controls, utf8.size());
}

std::size_t count_replaced(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t at = utf8.find("\uFFFD"); at != std::string_view::npos;
       at = utf8.find("\uFFFD", at + 3))
    ++count;
  return count;
}

// UTF-16 without a mark: the zero bytes of its ASCII are on one side.
const char* utf16_by_zeros(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 1 << 16);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == 0;
  return zeros[0] > zeros[1] ? "UTF-16BE" : "UTF-16LE";
}

std::string guessed_charset(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&error));
  const std::string_view sample = bytes.substr(0, 1 << 16);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int>(sample.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr) return {};
  const char* name = ucsdet_getName(match, &error);
  return U_FAILURE(error) ? std::string() : std::string(name);
}

std::optional<std::string> converted(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE"))
    return converted(bytes.substr(2), "UTF-16LE", BadBytes::kReplaced);
  if (bytes.starts_with("\xFE\xFF"))
    return converted(bytes.substr(2), "UTF-16BE", BadBytes::kReplaced);
  if (bytes.find('\0') != std::string_view::npos)
    return converted(bytes, utf16_by_zeros(bytes), BadBytes::kRefused);
  if (auto text = converted(bytes, "GB18030", BadBytes::kRefused)) return text;
  for (const char* charset : {"UTF-8", "GB18030"}) {
    auto text = converted(bytes, charset, BadBytes::kReplaced);
    if (text && !is_too_many(count_replaced(*text), bytes.size())) return text;
  }
  const std::string guess = guessed_charset(bytes);
  if (guess.empty()) return std::nullopt;
  return converted(bytes, guess.c_str(), BadBytes::kRefused);
}

}  // namespace

std::optional<Utf8Text> Utf8Text::of(std::string_view bytes) {
  Utf8Text text;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  text.given_ = bytes;
  const bool has_zero = bytes.find('\0') != std::string_view::npos;
  if (has_zero || text::valid_utf8_prefix(bytes) != bytes.size()) {
    auto result = converted(bytes);
    if (!result || is_too_many(count_replaced(*result), bytes.size())) return std::nullopt;
    text.converted_ = std::move(*result);
    text.is_converted_ = true;
  }
  if (!looks_like_text(text.utf8())) return std::nullopt;
  return text;
}

bool can_read_gb18030() { return open_converter("GB18030") != nullptr; }

std::string icu_version() { return U_ICU_VERSION; }

}  // namespace mingxi::read
