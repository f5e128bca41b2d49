#include "text/written_numbers.h"

#include <array>

namespace mingxi::text {
namespace {

using Words = std::array<const char*, 10>;
constexpr Words kDigits = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Words kCapitals = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr std::array kScales = {"千", "百", "十", ""};
constexpr std::array kCapitalScales = {"仟", "佰", "拾", ""};

std::string in_words(int number, const Words& digits, const std::array<const char*, 4>& scales) {
  if (number >= 10000) return std::to_string(number);
  if (number == 0) return digits[0];
  std::string result;
  bool has_gap = false;
  int scale = 1000;
  for (const char* name : scales) {
    const auto digit = static_cast<std::size_t>(number / scale % 10);
    if (digit == 0) {
      has_gap = !result.empty();
    } else {
      if (has_gap) result += digits[0];
      has_gap = false;
      // 十二, not 一十二.
      if (!(scale == 10 && digit == 1 && result.empty())) result += digits[digit];
      result += name;
    }
    scale /= 10;
  }
  return result;
}

}  // namespace

std::string chinese_number(int number) { return in_words(number, kDigits, kScales); }

std::string capital_chinese_number(int number) {
  return in_words(number, kCapitals, kCapitalScales);
}

}  // namespace mingxi::text
