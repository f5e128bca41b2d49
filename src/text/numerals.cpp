#include "text/numerals.h"

#include <array>
#include <cstdint>
#include <string>

#include "text/characters.h"

namespace mingxi::text {
namespace {

constexpr std::size_t kHanBytes = 3;
constexpr std::size_t kMaxDigits = 18;  // what a Decimal holds
constexpr std::string_view kFullWidthComma = "，";

std::size_t end_of_digits(std::string_view text, std::size_t at) {
  while (is_digit(text, at)) ++at;
  return at;
}

/// A word of a number: a digit 0-9, or a power of ten.
struct NumeralWord {
  const char* text;
  int digit;  // -1 for a power of ten
  int power;
};

constexpr auto kWords = std::to_array<NumeralWord>({
    {"零", 0, 0},  {"〇", 0, 0},  {"一", 1, 0},  {"二", 2, 0},  {"两", 2, 0},  {"三", 3, 0},
    {"四", 4, 0},  {"五", 5, 0},  {"六", 6, 0},  {"七", 7, 0},  {"八", 8, 0},  {"九", 9, 0},
    {"壹", 1, 0},  {"贰", 2, 0},  {"叁", 3, 0},  {"肆", 4, 0},  {"伍", 5, 0},  {"陆", 6, 0},
    {"兩", 2, 0},  {"貳", 2, 0},  {"參", 3, 0},  {"陸", 6, 0},  {"柒", 7, 0},  {"捌", 8, 0},
    {"玖", 9, 0},  {"十", -1, 1}, {"拾", -1, 1}, {"百", -1, 2}, {"佰", -1, 2}, {"千", -1, 3},
    {"仟", -1, 3},
});

/// The place of a three-byte character in tables of 65536.
std::size_t slot(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  return (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
}

/// Which characters are numeral words, so that text without numbers is passed at the speed of one
/// look-up a character.
struct WordTable {
  std::array<std::uint8_t, 65536> number_of{};  // in kWords from 1; 0 for any other character
};

constexpr WordTable make_word_table() {
  WordTable table;
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    const char* text = kWords[i].text;
    const auto byte = [text](int at) { return static_cast<unsigned>(text[at]) & 0xFFU; };
    table.number_of[(byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F)] =
        static_cast<std::uint8_t>(i + 1);
  }
  return table;
}

constexpr WordTable kWordTable = make_word_table();

const NumeralWord* word_at(std::string_view text, std::size_t at) {
  if (at + kHanBytes > text.size()) return nullptr;
  if ((static_cast<unsigned char>(text[at]) & 0xF0) != 0xE0) return nullptr;
  const int number = kWordTable.number_of[slot(text, at)];
  return number == 0 ? nullptr : &kWords[static_cast<std::size_t>(number - 1)];
}

constexpr std::int64_t power_of_ten(int exponent) {
  std::int64_t result = 1;
  for (; exponent > 0; --exponent) result *= 10;
  return result;
}

/// 二〇二五, 一二三: each word a digit. Two digits without a zero are a vague number (七八).
std::optional<std::int64_t> positional(std::string_view words) {
  const std::size_t count = words.size() / kHanBytes;
  if (count > 9) return std::nullopt;
  std::int64_t value = 0;
  bool has_zero = false;
  for (std::size_t at = 0; at < words.size(); at += kHanBytes) {
    const NumeralWord* word = word_at(words, at);
    has_zero = has_zero || word->digit == 0;
    value = value * 10 + word->digit;
  }
  if (count == 2 && !has_zero) return std::nullopt;
  return value;
}

/// 三千二百零五, 十二, 一百五 (150). Nothing for 三四十 or 十四五.
std::optional<std::int64_t> with_powers(std::string_view words) {
  std::int64_t value = 0;
  int digit = -1;
  int last_power = 5;
  bool after_zero = false;
  for (std::size_t at = 0; at < words.size(); at += kHanBytes) {
    const NumeralWord* word = word_at(words, at);
    if (word->digit == 0) {
      if (digit >= 0) return std::nullopt;
      after_zero = true;
    } else if (word->digit > 0) {
      if (digit >= 0) return std::nullopt;
      digit = word->digit;
    } else {
      if (word->power >= last_power) return std::nullopt;
      if (digit < 0 && (at != 0 && !after_zero && word->power != 1)) return std::nullopt;
      value += (digit < 0 ? 1 : digit) * power_of_ten(word->power);
      last_power = word->power;
      digit = -1;
      after_zero = false;
    }
  }
  if (digit > 0) {
    const bool is_short_form = !after_zero && (last_power == 2 || last_power == 3);
    value += digit * (is_short_form ? power_of_ten(last_power - 1) : 1);
  }
  return value;
}

/// Reads one group of three digits after a separator; where it ends, or nothing.
std::optional<std::size_t> end_of_group(std::string_view text, std::size_t at) {
  const std::size_t last = end_of_digits(text, at);
  if (last - at != 3) return std::nullopt;
  return last;
}

struct Digits {
  std::string text;
  std::size_t last = 0;
  int full_width_groups = 0;
};

Digits read_groups(std::string_view text, std::size_t at, bool may_be_full_width) {
  Digits digits;
  digits.last = end_of_digits(text, at);
  digits.text = text.substr(at, digits.last - at);
  if (digits.text.size() > 3 || digits.text.front() == '0') return digits;
  while (digits.text.size() <= kMaxDigits) {
    const bool is_comma = digits.last < text.size() && text[digits.last] == ',';
    const bool is_full_width =
        may_be_full_width && text.substr(digits.last).starts_with(kFullWidthComma);
    if (!is_comma && !is_full_width) return digits;
    const std::size_t first = digits.last + (is_comma ? 1 : kFullWidthComma.size());
    const auto last = end_of_group(text, first);
    if (!last) return digits;
    digits.text += text.substr(first, 3);
    digits.last = *last;
    digits.full_width_groups += is_full_width ? 1 : 0;
  }
  return digits;
}

}  // namespace

std::optional<Numeral> read_digits(std::string_view text, std::size_t at, FullWidthComma comma) {
  if (!is_digit(text, at)) return std::nullopt;
  Digits digits = read_groups(text, at, true);
  const auto has_point = [&] {
    return digits.last < text.size() && text[digits.last] == '.' && is_digit(text, digits.last + 1);
  };
  if (digits.full_width_groups == 1 && comma == FullWidthComma::kPunctuation && !has_point()) {
    digits = read_groups(text, at, false);
  }
  if (has_point()) {
    const std::size_t last = end_of_digits(text, digits.last + 1);
    digits.text += text.substr(digits.last, last - digits.last);
    digits.last = last;
  }
  const auto value = Decimal::parse(digits.text);
  if (!value) return std::nullopt;
  return Numeral{*value, digits.last};
}

bool is_numeral_word(std::string_view text, std::size_t at) { return word_at(text, at) != nullptr; }

std::size_t end_of_words(std::string_view text, std::size_t at) {
  while (word_at(text, at) != nullptr) at += kHanBytes;
  return at;
}

std::optional<Numeral> read_words(std::string_view text, std::size_t at) {
  std::size_t last = end_of_words(text, at);
  if (last == at) return std::nullopt;
  const std::string_view words = text.substr(at, last - at);
  bool has_power = false;
  for (std::size_t i = 0; i < words.size(); i += kHanBytes) {
    has_power = has_power || word_at(words, i)->digit < 0;
  }
  const bool is_positional = !has_power && words.size() > kHanBytes;
  const auto whole = is_positional ? positional(words) : with_powers(words);
  if (!whole) return std::nullopt;
  std::string digits = std::to_string(*whole);
  if (text.substr(last).starts_with("点") && word_at(text, last + kHanBytes) != nullptr) {
    digits += '.';
    for (last += kHanBytes; word_at(text, last) != nullptr; last += kHanBytes) {
      const int digit = word_at(text, last)->digit;
      if (digit < 0) return std::nullopt;
      digits += static_cast<char>('0' + digit);
    }
  }
  const auto value = Decimal::parse(digits);
  if (!value) return std::nullopt;
  return Numeral{*value, last};
}

std::optional<Decimal> amount_of(std::string_view cell) {
  bool is_negative = false;
  if (cell.size() > 2 && cell.front() == '(' && cell.back() == ')') {
    is_negative = true;
    cell = cell.substr(1, cell.size() - 2);
  }
  constexpr std::string_view kMinus = "-";
  for (const std::string_view mark : {"¥", "￥", "+", "-", "–", "—", "△", "▲", "负", "¥"}) {
    if (!cell.starts_with(mark)) continue;
    if (mark != "¥" && mark != "￥" && mark != "+") {
      if (is_negative) return std::nullopt;
      is_negative = true;
    }
    cell.remove_prefix(mark.size());
  }
  if (!is_negative && cell.ends_with(kMinus)) {  // 12.50-
    is_negative = true;
    cell.remove_suffix(kMinus.size());
  }
  const auto number = read_digits(cell, 0, FullWidthComma::kSeparator);
  if (!number || number->last != cell.size()) return std::nullopt;
  return is_negative ? number->value.negated() : number->value;
}

}  // namespace mingxi::text
