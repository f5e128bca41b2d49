#include "model/decimal.h"

#include <algorithm>
#include <cstdlib>

namespace mingxi {
namespace {

constexpr int kMaxDigits = 18;  // what an int64 holds whatever the digits are

__extension__ using Wide = __int128;

std::optional<Decimal> narrowed(Wide digits, int places) {
  constexpr Wide kLimit = 1'000'000'000'000'000'000;  // 10^18
  if (digits >= kLimit || digits <= -kLimit || places > kMaxDigits) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(digits), places);
}

Wide power_of_ten(int exponent) {
  Wide result = 1;
  for (; exponent > 0; --exponent) result *= 10;
  return result;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  std::int64_t digits = 0;
  int count = 0;
  int places = -1;
  for (const char c : text) {
    if (c == '.') {
      if (places >= 0 || count == 0) return std::nullopt;
      places = 0;
    } else if (c >= '0' && c <= '9') {
      if (++count > kMaxDigits) return std::nullopt;
      digits = digits * 10 + (c - '0');
      if (places >= 0) ++places;
    } else {
      return std::nullopt;
    }
  }
  if (count == 0 || places == 0) return std::nullopt;
  return Decimal(negative ? -digits : digits, places < 0 ? 0 : places);
}

std::string Decimal::text() const {
  std::string result = std::to_string(std::llabs(digits_));
  if (places_ > 0) {
    const auto places = static_cast<std::size_t>(places_);
    if (result.size() <= places) result.insert(0, places + 1 - result.size(), '0');
    result.insert(result.size() - places, 1, '.');
  }
  if (digits_ < 0) result.insert(0, 1, '-');
  return result;
}

std::optional<Decimal> Decimal::scaled(int exponent) const {
  if (exponent > kMaxDigits || exponent < -kMaxDigits) return std::nullopt;
  Wide digits = digits_;
  int places = places_ - exponent;
  if (places < 0) {
    digits *= power_of_ten(-places);
    places = 0;
  }
  for (; places > 0 && digits % 10 == 0; --places) digits /= 10;
  return narrowed(digits, places);
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const {
  const int places = std::max(places_, other.places_);
  const Wide sum = Wide{digits_} * power_of_ten(places - places_) +
                   Wide{other.digits_} * power_of_ten(places - other.places_);
  return narrowed(sum, places);
}

std::optional<Decimal> Decimal::times(const Decimal& other) const {
  return narrowed(Wide{digits_} * other.digits_, places_ + other.places_);
}

int Decimal::compare(const Decimal& other) const {
  const int places = std::max(places_, other.places_);
  const Wide a = Wide{digits_} * power_of_ten(places - places_);
  const Wide b = Wide{other.digits_} * power_of_ten(places - other.places_);
  return a < b ? -1 : a > b ? 1 : 0;
}

}  // namespace mingxi
