#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingxi {

/// An exact decimal number as printed: 1234.50 is 123450 with 2 places. Never a double in a sum.
///
/// Places are kept (0.50 prints as 0.50); comparison is by value (0.50 == 0.5). Every operation
/// that would leave 18 digits gives nothing instead of a wrong number.
class Decimal {
 public:
  Decimal() = default;
  /// Requires 0 <= places <= 18.
  Decimal(std::int64_t digits, int places) : digits_(digits), places_(places) {}

  /// Reads `-12.50`, `1728.14`, `0`: an optional sign, digits, an optional point with digits after
  /// it. No separators, no spaces (text/numerals reads those). Nothing if it is anything else or
  /// has more than 18 digits.
  static std::optional<Decimal> parse(std::string_view text);

  std::int64_t digits() const { return digits_; }
  int places() const { return places_; }
  bool is_zero() const { return digits_ == 0; }
  bool is_negative() const { return digits_ < 0; }

  /// As printed: `-12.50`.
  std::string text() const;

  Decimal negated() const { return {-digits_, places_}; }

  /// Times ten to the exponent: 1728.14 by 4 is 17281400, 0.5 by -2 is 0.005. Trailing zeros after
  /// the point that the shift makes needless go: 416.40 by 4 is 4164000.
  std::optional<Decimal> scaled(int exponent) const;

  std::optional<Decimal> plus(const Decimal& other) const;
  std::optional<Decimal> minus(const Decimal& other) const { return plus(other.negated()); }
  std::optional<Decimal> times(const Decimal& other) const;

  /// -1, 0 or 1 by value.
  int compare(const Decimal& other) const;
  bool operator==(const Decimal& other) const { return compare(other) == 0; }
  bool operator<(const Decimal& other) const { return compare(other) < 0; }

 private:
  std::int64_t digits_ = 0;
  int places_ = 0;
};

}  // namespace mingxi
