#include "audit/core/amount.h"

#include <algorithm>
#include <cmath>

#include "model/money.h"

namespace mingxi::audit {
namespace {

Decimal step_of(int places) { return {1, places}; }

/// Halves: 0.01 → 0.005.
std::optional<Decimal> half(const Decimal& value) { return value.times(Decimal(5, 1)); }

bool exceeds(const Decimal& difference, const Decimal& tolerance) {
  return tolerance < size_of(difference);
}

/// With at least so many digits after the point: 50.6 → 50.60.
Decimal with_places(const Decimal& value, int places) {
  if (value.places() >= places) return value;
  return value.plus(Decimal(0, places)).value_or(value);
}

Agreement judged(const Decimal& difference, const Decimal& tolerance) {
  if (difference.is_zero()) return Agreement::kExact;
  return exceeds(difference, tolerance) ? Agreement::kInconsistent : Agreement::kWithinRounding;
}

double number_of(const Decimal& value) {
  return static_cast<double>(value.digits()) / std::pow(10.0, value.places());
}

/// The figure of a fact in a unit, which makes it so much money.
std::optional<Amount> amount_in(const std::string& unit, const std::optional<Decimal>& yuan,
                                const Fact& fact) {
  if (fact.bound == Bound::kRange) return std::nullopt;
  Amount amount{fact.value, step_of(fact.decimals)};
  // People and things are counted, not rounded.
  const bool is_counted = !fact.currency && !yuan && !unit.empty() && fact.decimals == 0 &&
                          unit.find('%') == std::string::npos &&
                          unit.find("百分点") == std::string::npos;
  // A zero is not rounded either, unless its decimals say how far.
  const bool is_plain_zero = fact.value.is_zero() && fact.decimals == 0;
  if (is_counted || is_plain_zero) amount.step = Decimal();
  if (yuan) {
    const auto step = amount.step.scaled(exponent_of_money(unit));
    if (!step) return std::nullopt;
    amount = {*yuan, *step};
  }
  return amount;
}

}  // namespace

std::optional<Amount> amount_of(const Fact& fact) {
  return amount_in(fact.unit, fact.amount_yuan, fact);
}

std::optional<Amount> amount_like(const Fact& fact, const Fact& other) {
  if (!fact.unit.empty() || !other.amount_yuan) return amount_of(fact);
  return amount_in(other.unit, fact.value.scaled(exponent_of_money(other.unit)), fact);
}

std::optional<Comparison> compare(const Amount& whole, const std::vector<Amount>& parts) {
  Decimal sum;
  Decimal steps = whole.step;
  for (const Amount& part : parts) {
    const auto next = sum.plus(part.value);
    const auto wider = steps.plus(part.step);
    if (!next || !wider) return std::nullopt;
    sum = *next;
    steps = *wider;
  }
  const auto difference = whole.value.minus(sum);
  const auto tolerance = half(steps);
  if (!difference || !tolerance) return std::nullopt;
  return Comparison{judged(*difference, *tolerance), sum, *difference, *tolerance, false};
}

std::optional<Comparison> compare_ratio(const Decimal& percent, const Amount& part,
                                        const Amount& base) {
  const double base_value = number_of(base.value);
  const double base_half = number_of(base.step) / 2;
  if (std::abs(base_value) <= base_half) return std::nullopt;
  const double part_value = number_of(part.value);
  const double part_half = number_of(part.step) / 2;
  // The quotient is extreme at the corners of the two intervals.
  double low = 0;
  double high = 0;
  bool first = true;
  for (const double p : {part_value - part_half, part_value + part_half}) {
    for (const double b : {base_value - base_half, base_value + base_half}) {
      const double quotient = 100 * p / b;
      low = first ? quotient : std::min(low, quotient);
      high = first ? quotient : std::max(high, quotient);
      first = false;
    }
  }
  // The exact quotient to two digits more than printed, for people to read.
  const int places = std::min(percent.places() + 2, 6);
  const double shown = std::round(100 * part_value / base_value * std::pow(10.0, places));
  if (std::abs(shown) > 1e15) return std::nullopt;
  const Decimal expected(static_cast<std::int64_t>(shown), places);
  const auto difference = percent.minus(expected);
  if (!difference) return std::nullopt;
  const double printed = number_of(percent);
  const double slack = number_of(step_of(percent.places())) / 2 + 1e-9;
  const bool rounds_to_it = std::abs(100 * part_value / base_value - printed) <= slack;
  const bool is_possible = printed >= low - slack && printed <= high + slack;
  const Agreement agreement = rounds_to_it  ? Agreement::kExact
                              : is_possible ? Agreement::kWithinRounding
                                            : Agreement::kInconsistent;
  const auto wide = std::ceil((std::max(high - low, 0.0) / 2 + slack) * std::pow(10.0, places));
  return Comparison{agreement, expected, *difference,
                    Decimal(static_cast<std::int64_t>(wide), places),
                    printed >= low - 2 * slack && printed <= high + 2 * slack};
}

std::string as_printed(const Fact& fact) {
  const std::string number = unsigned_number(fact);
  const std::string sign = fact.value.is_negative() ? "-" : "";
  // The quote has more than the number: 比上年增加1,234.50万元.
  const std::string_view quote = fact.evidence.quote;
  const auto is_of_number = [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.'; };
  for (std::size_t at = 0; at < quote.size(); ++at) {
    if (!is_of_number(quote[at])) continue;
    const std::size_t first = at;
    while (at < quote.size() && is_of_number(quote[at])) ++at;
    const std::string printed(quote.substr(first, at - first));
    std::string digits = printed;
    std::erase(digits, ',');
    if (digits == number) return sign + printed;
  }
  return sign + number;
}

std::string unsigned_print(const Fact& fact) {
  const std::string printed = as_printed(fact);
  return printed.starts_with('-') ? printed.substr(1) : printed;
}

std::string unsigned_number(const Fact& fact) {
  return (fact.value.is_negative() ? fact.value.negated() : fact.value).text();
}

Decimal size_of(const Decimal& value) { return value.is_negative() ? value.negated() : value; }

std::string in_unit_of(const Fact& fact, const Decimal& value) {
  if (!fact.amount_yuan) return value.text() + fact.unit;
  const auto scaled = value.scaled(-exponent_of_money(fact.unit));
  return with_places(scaled ? *scaled : value, fact.decimals).text() + fact.unit;
}

bool were_read_cleanly(const std::vector<const Fact*>& facts) {
  return std::all_of(facts.begin(), facts.end(), [](const Fact* fact) {
    return fact->confidence >= 1 && fact->alternatives.empty();
  });
}

}  // namespace mingxi::audit
