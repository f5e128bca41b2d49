#include "read/office/xlsx/decimal_digits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace mingxi::read {

bool DecimalDigits::is_zero() const {
  return whole.empty() && fraction.find_first_not_of('0') == std::string::npos;
}

DecimalDigits digits_of(double number, int precision) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*e", precision - 1, std::fabs(number));
  // d.ddde±xx
  std::string digits;
  const char* at = text.data();
  for (; *at != 'e' && *at != '\0'; ++at)
    if (*at >= '0' && *at <= '9') digits += *at;
  const int exponent = *at == 'e' ? std::atoi(at + 1) : 0;
  DecimalDigits result;
  const int whole = exponent + 1;
  if (whole <= 0) {
    result.fraction = std::string(static_cast<std::size_t>(-whole), '0') + digits;
  } else {
    digits.resize(std::max(digits.size(), static_cast<std::size_t>(whole)), '0');
    result.whole = digits.substr(0, static_cast<std::size_t>(whole));
    result.fraction = digits.substr(static_cast<std::size_t>(whole));
  }
  result.whole.erase(0, std::min(result.whole.find_first_not_of('0'), result.whole.size()));
  return result;
}

DecimalDigits rounded_to(DecimalDigits digits, std::size_t decimals) {
  if (digits.fraction.size() <= decimals) {
    digits.fraction.resize(decimals, '0');
    return digits;
  }
  bool carries = digits.fraction[decimals] >= '5';
  digits.fraction.resize(decimals);
  const auto add = [&](std::string& to) {
    for (std::size_t i = to.size(); carries && i-- > 0;) {
      carries = to[i] == '9';
      to[i] = carries ? '0' : static_cast<char>(to[i] + 1);
    }
  };
  add(digits.fraction);
  add(digits.whole);
  if (carries) digits.whole.insert(digits.whole.begin(), '1');
  return digits;
}

}  // namespace mingxi::read
