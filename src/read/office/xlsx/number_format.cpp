// The digits of a number, rounded as workbooks round, fill the placeholders from the right; letters
// between them stay where they are (`0!.0,` prints thousands as 万 with a point of its own).

#include "read/office/xlsx/number_format.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <utility>

#include "read/office/xlsx/decimal_digits.h"
#include "text/characters.h"

namespace mingxi::read {
namespace {

constexpr int kGeneralDigits = 10;
constexpr int kMaxDecimals = 30;
constexpr double kLargestPlain = 1e15;

std::string general(double number, int precision) {
  if (!std::isfinite(number)) return "";
  if (std::fabs(number) >= kLargestPlain) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*g", precision, number);
    return text.data();
  }
  DecimalDigits digits = digits_of(number, kExactDigits);
  const std::size_t whole = std::max<std::size_t>(digits.whole.size(), 1);
  const std::size_t decimals = whole >= static_cast<std::size_t>(precision)
                                   ? 0
                                   : static_cast<std::size_t>(precision) - whole;
  digits = rounded_to(std::move(digits), std::min(decimals, digits.fraction.size()));
  while (digits.fraction.ends_with('0')) digits.fraction.pop_back();
  std::string text = digits.is_zero() || number >= 0 ? "" : "-";
  text += digits.whole.empty() ? "0" : digits.whole;
  if (!digits.fraction.empty()) text += "." + digits.fraction;
  return text;
}

struct Moment {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
};

Moment moment_of(double serial, DateSystem dates) {
  using std::chrono::days, std::chrono::seconds, std::chrono::sys_days;
  constexpr days k1899{25569};  // from 30 December 1899 to 1 January 1970
  constexpr days k1904{1462};
  days day{static_cast<int>(std::floor(serial))};
  seconds second{std::llround((serial - std::floor(serial)) * 86400)};
  if (second == days{1}) {
    ++day;
    second = seconds{0};
  }
  if (dates == DateSystem::k1904)
    day += k1904;
  else if (day.count() < 60)
    ++day;  // 29 February 1900 is counted, which never was
  const std::chrono::year_month_day date{sys_days{day - k1899}};
  const std::chrono::hh_mm_ss time{second};
  return {.year = static_cast<int>(date.year()),
          .month = static_cast<int>(static_cast<unsigned>(date.month())),
          .day = static_cast<int>(static_cast<unsigned>(date.day())),
          .hour = static_cast<int>(time.hours().count()),
          .minute = static_cast<int>(time.minutes().count()),
          .second = static_cast<int>(time.seconds().count())};
}

std::string padded(int number, std::size_t width) {
  std::string text = std::to_string(number);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Where the character at i ends, escapes and quotes taken as one.
std::size_t end_of_piece(std::string_view code, std::size_t i) {
  const char c = code[i];
  if (c == '"') return std::min(code.find('"', i + 1), code.size() - 1) + 1;
  if (c == '[') return std::min(code.find(']', i + 1), code.size() - 1) + 1;
  std::size_t end = i + 1;
  if (c == '\\' || c == '!' || c == '_' || c == '*') ++end;
  while (end < code.size() && text::continues_character(code[end])) ++end;
  return std::min(end, code.size());
}

/// What a piece prints besides digits: nothing for colours and fillings.
std::string literal_of(std::string_view piece) {
  switch (piece.front()) {
    case '"':
      return std::string(
          piece.substr(1, piece.size() - (piece.size() > 1 && piece.back() == '"' ? 2 : 1)));
    case '\\':
    case '!':
      return std::string(piece.substr(1));
    case '_':
      return " ";
    case '*':
      return "";
    case '[':
      // [$¥-804] prints ¥.
      if (piece.starts_with("[$"))
        return std::string(piece.substr(2, std::min(piece.find('-'), piece.size() - 1) - 2));
      return "";
    default:
      return std::string(piece);
  }
}

}  // namespace

std::string plain_number(double number) { return general(number, kExactDigits); }

NumberFormat::Section NumberFormat::section_of(std::string_view code) {
  Section section;
  bool has_digit = false;
  bool after_point = false;
  int commas = 0;  // since the last digit
  for (std::size_t i = 0; i < code.size();) {
    const std::string_view rest = code.substr(i);
    if (rest.size() >= 7 &&
        std::ranges::equal(rest.substr(0, 7), std::string_view("general"), {}, lower)) {
      section.is_general = true;
      i += 7;
      continue;
    }
    const std::size_t end = end_of_piece(code, i);
    const std::string_view piece = code.substr(i, end - i);
    const char c = lower(piece.front());
    i = end;
    if (piece.size() == 1 && (c == '0' || c == '#' || c == '?')) {
      section.groups |= commas > 0 && !after_point;
      commas = 0;
      has_digit = true;
      section.tokens.push_back({Token::Kind::kDigit, std::string(1, c)});
    } else if (c == '.' && piece.size() == 1 && has_digit && !after_point) {
      after_point = true;
      section.tokens.push_back({Token::Kind::kPoint, "."});
    } else if (c == ',' && piece.size() == 1 && has_digit) {
      ++commas;
    } else if (piece.size() == 1 && std::string_view("ymdhs").find(c) != std::string_view::npos) {
      section.is_date = true;
      if (!section.tokens.empty() && section.tokens.back().kind == Token::Kind::kDate &&
          section.tokens.back().text.front() == c)
        section.tokens.back().text += c;
      else
        section.tokens.push_back({Token::Kind::kDate, std::string(1, c)});
    } else {
      section.percents += c == '%';
      section.tokens.push_back({Token::Kind::kText, literal_of(piece)});
    }
  }
  section.thousands = commas;
  return section;
}

NumberFormat::NumberFormat(std::string_view code, DateSystem dates) : dates_(dates) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < code.size();) {
    if (code[i] == ';') {
      sections_.push_back(section_of(code.substr(begin, i - begin)));
      begin = ++i;
    } else {
      i = end_of_piece(code, i);
    }
  }
  sections_.push_back(section_of(code.substr(begin)));
}

std::string NumberFormat::number_by(const Section& section, double number) {
  for (int i = 0; i < section.thousands; ++i) number /= 1000;
  for (int i = 0; i < section.percents; ++i) number *= 100;
  const auto point = std::ranges::find(section.tokens, Token::Kind::kPoint, &Token::kind);
  const auto count_digits = [](auto first, auto last) {
    return static_cast<std::size_t>(std::count_if(
        first, last, [](const Token& token) { return token.kind == Token::Kind::kDigit; }));
  };
  const std::size_t decimals =
      point == section.tokens.end() ? 0 : count_digits(point, section.tokens.end());
  DecimalDigits digits =
      rounded_to(digits_of(number, kExactDigits), std::min<std::size_t>(decimals, kMaxDecimals));
  digits.fraction.resize(decimals, '0');

  // From the last placeholder before the point to the first.
  std::string whole;
  std::size_t left = digits.whole.size();
  std::size_t printed = 0;
  const auto put = [&](char digit) {
    if (section.groups && printed > 0 && printed % 3 == 0) whole.insert(whole.begin(), ',');
    whole.insert(whole.begin(), digit);
    ++printed;
  };
  std::size_t placeholders = count_digits(section.tokens.begin(), point);
  for (auto token = point; token != section.tokens.begin();) {
    --token;
    if (token->kind != Token::Kind::kDigit) {
      whole.insert(0, token->text);
      continue;
    }
    if (left > 0)
      put(digits.whole[--left]);
    else if (token->text == "0")
      put('0');
    if (--placeholders == 0)
      while (left > 0) put(digits.whole[--left]);
  }
  std::string result = std::move(whole);
  std::size_t shown = decimals;  // # prints no zeros at the end
  for (auto token = section.tokens.end(); token != point && shown > 0;) {
    --token;
    if (token->kind != Token::Kind::kDigit) continue;
    if (token->text == "0" || digits.fraction[shown - 1] != '0') break;
    --shown;
  }
  std::size_t at = 0;
  for (auto token = point; token != section.tokens.end(); ++token) {
    if (token->kind != Token::Kind::kDigit)
      result += token->text;
    else if (at < shown)
      result += digits.fraction[at++];
  }
  return result;
}

std::string NumberFormat::date_by(const Section& section, double number) const {
  constexpr double kLastDay = 2958466;  // 31 December 9999
  if (number < 0 || number >= kLastDay) return general(number, kGeneralDigits);
  const Moment moment = moment_of(number, dates_);
  std::string result;
  char before = ' ';
  for (const Token& token : section.tokens) {
    if (token.kind != Token::Kind::kDate) {
      result += token.text;
      continue;
    }
    const std::size_t width = token.text.size();
    switch (token.text.front()) {
      case 'y':
        result += width > 2 ? padded(moment.year, 4) : padded(moment.year % 100, 2);
        break;
      case 'm':
        result +=
            padded(before == 'h' ? moment.minute : moment.month, std::min<std::size_t>(width, 2));
        break;
      case 'd':
        result += padded(moment.day, std::min<std::size_t>(width, 2));
        break;
      case 'h':
        result += padded(moment.hour, std::min<std::size_t>(width, 2));
        break;
      default:
        result += padded(moment.second, std::min<std::size_t>(width, 2));
    }
    before = token.text.front();
  }
  return result;
}

std::string NumberFormat::printed(double number) const {
  if (!std::isfinite(number)) return "";
  const bool is_negative = number < 0;
  std::size_t index = 0;
  if (is_negative && sections_.size() > 1) index = 1;
  if (number == 0 && sections_.size() > 2) index = 2;
  const Section& section = sections_[index];
  if (section.is_date) return date_by(section, number);
  const bool shows_sign = is_negative && index == 0;
  if (section.is_general || std::fabs(number) >= kLargestPlain) {
    std::string result;
    for (const Token& token : section.tokens) result += token.text;
    return general(index == 1 ? std::fabs(number) : number, kGeneralDigits) + result;
  }
  std::string result = number_by(section, number);
  // -0.00 is shown as 0.00.
  const bool is_zero_shown = result.find_first_of("123456789") == std::string::npos;
  return (shows_sign && !is_zero_shown ? "-" : "") + result;
}

std::string NumberFormat::built_in(int id) {
  switch (id) {
    case 1:
      return "0";
    case 2:
      return "0.00";
    case 3:
      return "#,##0";
    case 4:
      return "#,##0.00";
    case 9:
      return "0%";
    case 10:
      return "0.00%";
    case 14:
      return "yyyy/m/d";
    case 20:
      return "h:mm";
    case 21:
      return "h:mm:ss";
    case 22:
      return "yyyy/m/d h:mm";
    case 27:
    case 57:
      return "yyyy\"年\"m\"月\"";
    case 28:
    case 58:
      return "m\"月\"d\"日\"";
    case 31:
      return "yyyy\"年\"m\"月\"d\"日\"";
    case 37:
    case 38:
      return "#,##0;-#,##0";
    case 39:
    case 40:
      return "#,##0.00;-#,##0.00";
    case 41:
      return "#,##0;-#,##0;\"-\"";
    case 42:
      return "#,##0;-#,##0;\"-\"";
    case 43:
      return "#,##0.00;-#,##0.00;\"-\"";
    case 44:
      return "#,##0.00;-#,##0.00;\"-\"";
    default:
      return "General";
  }
}

}  // namespace mingxi::read
