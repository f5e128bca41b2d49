#pragma once

#include <cstddef>
#include <string>

namespace mingxi::read {

/// Digits of a number that count, as workbooks keep them.
inline constexpr int kExactDigits = 15;

/// Digits before and after the point, without a sign.
struct DecimalDigits {
  std::string whole;  ///< "" for 0
  std::string fraction;

  bool is_zero() const;
};

/// The first digits of a number that count, as many as precision says.
DecimalDigits digits_of(double number, int precision);

/// Rounded in decimal, half away from zero, to as many digits after the point.
DecimalDigits rounded_to(DecimalDigits digits, std::size_t decimals);

}  // namespace mingxi::read
