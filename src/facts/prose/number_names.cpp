#include "facts/prose/number_names.h"

#include <algorithm>

#include "text/characters.h"
#include "text/numerals.h"

namespace mingxi::facts {
namespace {

using Written = MeasuredNumber::Written;

constexpr std::size_t kYearDigits = 4;
constexpr std::int64_t kFirstYear = 1949;
constexpr std::int64_t kLastYear = 2100;
// Lengths of the codes of the classification, and of what is longer than an amount without
// separators would be.
constexpr std::size_t kCodeDigits[] = {5, 7};
constexpr std::size_t kLongestPlain = 8;

/// `_` is used in names of files as a letter is.
bool is_letter(std::string_view text, std::size_t at) {
  return at < text.size() && (text::is_ascii_letter(text[at]) || text[at] == '_');
}

bool is_before(std::string_view text, std::size_t at, std::string_view what) {
  return text.substr(at).starts_with(what);
}

bool is_after(std::string_view text, std::size_t at, std::string_view what) {
  return text.substr(0, at).ends_with(what);
}

/// 二〇二五年, 12月, 3年, 6个月: where the time word ends. 0 if there is none, or a longer unit.
std::size_t end_of_time(std::string_view text, const MeasuredNumber& number,
                        const patterns::Units& units) {
  const std::size_t size = units.time_word(text, number.numeral_last);
  if (size == 0) return 0;
  const bool has_longer_unit =
      number.kind != UnitKind::kNone && number.last > number.numeral_last + size;
  return has_longer_unit ? 0 : number.numeral_last + size;
}

/// 第3-5条: the second number is an ordinal too.
std::size_t end_of_ordinals(std::string_view text, const MeasuredNumber& number) {
  std::size_t end = number.numeral_last;
  if (end < text.size() && (text[end] == '-' || text[end] == '~') &&
      text::is_digit(text, end + 1)) {
    end = end_of_number(text, end + 1);
  }
  return std::max(end, number.last);
}

/// 2025.1.1, 2.3.1: more points than a number has.
bool has_second_point(std::string_view text, const MeasuredNumber& number) {
  const std::size_t end = number.numeral_last;
  return number.written == Written::kDigits && end < text.size() && text[end] == '.' &&
         text::is_digit(text, end + 1);
}

/// The number is in 〔2015〕, [2015] or (2015), whole.
bool is_in_brackets(std::string_view text, const MeasuredNumber& number) {
  for (const auto& [open, close] :
       {std::pair("〔", "〕"), std::pair("[", "]"), std::pair("【", "】"), std::pair("(", ")")}) {
    if (is_after(text, number.first, open) && is_before(text, number.last, close)) return true;
  }
  return false;
}

/// 2. 3、 before a heading, 目标3：, 9:30, 1/3, 3+X, -12- of a page number.
bool is_marked_as_name(std::string_view text, std::size_t end) {
  if (end >= text.size()) return false;
  const char c = text[end];
  return c == '.' || c == '-' || c == '/' || c == '+' || c == '*' || c == ':' ||
         is_letter(text, end) || is_before(text, end, "、") || is_before(text, end, "：") ||
         is_before(text, end, "×");
}

bool is_code_or_year(std::string_view digits) {
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return false;
  if (digits.size() >= kLongestPlain) return true;
  if (std::find(std::begin(kCodeDigits), std::end(kCodeDigits), digits.size()) !=
      std::end(kCodeDigits)) {
    return true;
  }
  if (digits.size() != kYearDigits) return false;
  const auto year = Decimal::parse(digits);
  return year && year->digits() >= kFirstYear && year->digits() <= kLastYear;
}

/// Another number follows after a dash: 2000-3000元.
bool begins_range(std::string_view text, std::size_t at) {
  for (const std::string_view mark : {"-", "—", "–", "~", "至"}) {
    if (is_before(text, at, mark)) return text::is_digit(text, at + mark.size());
  }
  return false;
}

/// Digits without a unit that name something.
bool is_name_without_unit(std::string_view text, const MeasuredNumber& number, std::size_t floor,
                          const patterns::Units& units) {
  const std::size_t first = number.first;
  const std::string_view digits = text.substr(first, number.numeral_last - first);
  const bool is_whole = digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (is_code_or_year(digits) && !begins_range(text, number.last)) return true;
  if (is_in_brackets(text, number)) return is_whole;
  if (is_whole && is_marked_as_name(text, number.last) && !begins_range(text, number.last)) {
    return true;
  }
  if (units.is_scale(text, number.last)) return true;  // 3万学生
  const bool is_before_noun =
      text::is_han(text, number.last) && !units.ends_class(text, number.last);
  if (is_whole && is_before_noun && !begins_range(text, number.last)) return true;
  if (is_letter(text, number.last)) return true;
  if (first > floor && (text[first - 1] == ':' || text[first - 1] == '/') && first >= 2 &&
      text::is_digit(text, first - 2)) {
    return true;
  }
  return units.names_number(text, first) || units.is_named_by(text, number.last);
}

bool is_code_with_level(std::string_view text, const MeasuredNumber& number) {
  const std::string_view digits = text.substr(number.first, number.numeral_last - number.first);
  if (digits.size() > 1 && digits.front() == '0' && digits[1] != '.') return true;  // 01项
  return number.unit == "项" && is_in_brackets(text, number);
}

/// Numeral words that are a part of other words: 十四五, 百万, 三分之一, 五一.
bool is_word_of_language(std::string_view text, const MeasuredNumber& number) {
  if (is_before(text, number.numeral_last, "分之")) return true;
  if (number.kind == UnitKind::kNone) return true;
  const std::string_view zero = text.substr(number.first, number.numeral_last - number.first);
  const bool is_amount = number.kind != UnitKind::kCount;
  if (is_amount && (zero.starts_with("零") || zero.starts_with("〇"))) return false;
  for (const std::string_view lead : {"百", "千", "佰", "仟", "零", "〇"}) {
    const std::string_view words = text.substr(number.first);
    if (words.starts_with(lead) && !words.substr(lead.size()).starts_with("分之")) return true;
  }
  return false;
}

}  // namespace

std::size_t end_of_number(std::string_view text, std::size_t at) {
  if (!text::is_digit(text, at)) {
    const std::size_t end = text::end_of_words(text, at);
    return end > at ? end : at + 3;
  }
  while (text::is_digit(text, at) || (at < text.size() && (text[at] == '.' || text[at] == ',') &&
                                      text::is_digit(text, at + 1))) {
    ++at;
  }
  return at;
}

std::size_t end_of_name(std::string_view text, const MeasuredNumber& number, std::size_t floor,
                        const patterns::Units& units) {
  const bool has_currency = units.currency_before(text, number.first).has_value();  // RMB100
  if (number.first > 0 && is_letter(text, number.first - 1) && !has_currency) {
    std::size_t end = number.numeral_last;
    while (is_letter(text, end) || text::is_digit(text, end)) ++end;
    return end;
  }
  if (const std::size_t end = end_of_time(text, number, units)) return end;
  if (has_second_point(text, number)) return end_of_number(text, number.first);
  if (units.is_ordinal(text, number.first)) return end_of_ordinals(text, number);
  if (number.unit == "分" && is_after(text, number.first, "时")) return number.last;  // 8时30分
  if (number.written == Written::kWords) {
    return is_word_of_language(text, number) ? number.numeral_last : 0;
  }
  if (is_code_with_level(text, number)) return number.last;
  if (number.kind == UnitKind::kNone && is_name_without_unit(text, number, floor, units)) {
    return number.last;
  }
  return 0;
}

bool is_bound_of_class(std::string_view text, const Quantity& quantity, bool is_bounded_after,
                       const patterns::Units& units) {
  constexpr std::string_view kOf = "的";
  const auto begins_noun = [&](std::size_t at) {
    return text::is_han(text, at) && !units.ends_class(text, at);
  };
  const bool is_money = quantity.kind == UnitKind::kMoney;
  const bool is_bounded = quantity.bound != Bound::kEqual && quantity.bound != Bound::kAbout;
  const std::size_t noun = quantity.last + kOf.size();
  if (is_money && is_bounded && is_before(text, quantity.last, kOf) && begins_noun(noun))
    return true;
  const bool is_threshold = is_bounded_after ? quantity.kind != UnitKind::kPercent
                                             : is_money && quantity.bound == Bound::kRange;
  return is_threshold && (begins_noun(quantity.last) || units.begins_class(text, quantity.first));
}

std::size_t unknown_end(std::string_view text) {
  const char32_t c = text::last_code_point(text);
  const std::size_t bytes = c > 0xFFFF ? 4 : 3;
  if (text::is_of_symbol_font(c) && text.size() == bytes) return 0;
  return text::is_without_meaning(c) ? bytes : 0;
}

}  // namespace mingxi::facts
