#include "output/tables/printed_number.h"

#include <algorithm>
#include <charconv>

#include "text/characters.h"
#include "text/normalise.h"

namespace mingxi::output {
namespace {

constexpr std::size_t kMaxDigits = 15;  // what a spreadsheet keeps of a number

/// Takes sign, brackets and % off a text; what is left is digits, separators and a point.
struct Shell {
  std::string_view core;
  bool negative = false;
  bool bracketed = false;
  bool percent = false;
};

Shell opened(std::string_view text) {
  Shell shell{.core = text};
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    shell.core = text.substr(1, text.size() - 2);
    shell.negative = shell.bracketed = true;
  } else if (text.starts_with('-')) {
    shell.core.remove_prefix(1);
    shell.negative = true;
  }
  if (shell.core.ends_with('%')) {
    shell.core.remove_suffix(1);
    shell.percent = true;
  }
  return shell;
}

/// The digits of 1,234 without separators; nothing unless every group but the first has three.
std::optional<std::string> ungrouped(std::string_view whole) {
  std::string digits;
  std::size_t in_group = 0;
  bool grouped = false;
  for (const char c : whole) {
    if (c == ',') {
      if (in_group == 0 || in_group > 3 || (grouped && in_group != 3)) return std::nullopt;
      grouped = true;
      in_group = 0;
    } else {
      digits += c;
      ++in_group;
    }
  }
  if (in_group == 0 || (grouped && in_group != 3)) return std::nullopt;
  return digits;
}

bool has_blank(std::string_view text) {
  return text.find_first_of(" \t\r\n") != std::string_view::npos ||
         text.find("\u3000") != std::string_view::npos ||
         text.find("\u00A0") != std::string_view::npos;
}

std::string format_of(const Shell& shell, bool grouped, std::size_t places) {
  std::string format = grouped ? "#,##0" : "0";
  if (places > 0) format += "." + std::string(places, '0');
  if (shell.percent) format += "%";
  return shell.bracketed ? format + ";(" + format + ")" : format;
}

}  // namespace

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return text::is_digit(c); });
}

std::optional<PrintedNumber> printed_number(std::string_view text) {
  if (text.empty() || text.size() > 64 || has_blank(text)) return std::nullopt;
  const std::string plain = text::normalised(text);
  const Shell shell = opened(plain);
  const std::size_t point = shell.core.find('.');
  const std::string_view whole = shell.core.substr(0, point);
  const bool has_point = point != std::string_view::npos;
  const std::string_view places = has_point ? shell.core.substr(point + 1) : std::string_view();
  if (has_point && !is_digits(places)) return std::nullopt;
  if (!std::ranges::all_of(whole, [](char c) { return text::is_digit(c) || c == ','; })) {
    return std::nullopt;
  }
  const std::optional<std::string> digits = ungrouped(whole);
  const bool grouped = whole.find(',') != std::string_view::npos;
  if (!digits || (digits->size() > 1 && digits->front() == '0')) return std::nullopt;
  if (shell.bracketed && !grouped && !has_point) return std::nullopt;
  if (digits->size() + places.size() > kMaxDigits) return std::nullopt;
  std::string number = (shell.negative ? "-" : "") + *digits;
  if (has_point) number += "." + std::string(places);
  if (shell.percent) number += "e-2";
  double value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  if (shell.negative && value == 0) return std::nullopt;
  return PrintedNumber{value, format_of(shell, grouped, places.size())};
}

}  // namespace mingxi::output
