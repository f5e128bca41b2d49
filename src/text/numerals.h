#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "model/decimal.h"

namespace mingxi::text {

/// A number read at some place of a text.
struct Numeral {
  Decimal value;         ///< places as printed
  std::size_t last = 0;  ///< byte offset after it

  bool operator==(const Numeral&) const = default;
};

/// What `，` between a digit and three digits is.
enum class FullWidthComma {
  kPunctuation,  ///< unless a point with digits or another group follows: 82，225.00
  kSeparator,    ///< also without: 5，123. Right where a unit follows.
};

/// Reads digits at `at`: 1728.14, 18,976.76, 82，225.00. Separators count only between groups of
/// three digits. No sign. Nothing if no digit is there or the number has more than 18 digits.
std::optional<Numeral> read_digits(std::string_view text, std::size_t at,
                                   FullWidthComma comma = FullWidthComma::kPunctuation);

/// Reads a number in words below 10000 at `at`: 三百二十, 壹佰, 两千零五, 二点五, 二〇二五, 百. The
/// scales 万 and 亿 are left for the unit after it. Nothing for words of vague number (七八,
/// 三五).
std::optional<Numeral> read_words(std::string_view text, std::size_t at);

/// Where the numeral words that begin at `at` end, whether or not they make a number.
std::size_t end_of_words(std::string_view text, std::size_t at);

/// Whether a numeral word (一 … 九, 十, 百, 千, 零, 〇, 两 and their capital forms) is at `at`.
bool is_numeral_word(std::string_view text, std::size_t at);

/// A whole table cell as an amount: 1,234.56, -12.50, –12.50, 12.50-, 负12.50, △3.5, ¥5.00,
/// (1,234.56) for a negative one.
/// Nothing if there is anything else in the cell.
std::optional<Decimal> amount_of(std::string_view cell);

}  // namespace mingxi::text
