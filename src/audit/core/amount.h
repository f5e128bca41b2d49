#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/fact.h"

namespace mingxi::audit {

/// A printed figure as an interval: the truth lies within half a step of what is printed (XBRL
/// Calculations 1.1). Money in 元, all else in its unit.
struct Amount {
  Decimal value;
  Decimal step;  ///< of the last digit printed: 100 for 0.01 万元; 0 for what is counted

  bool operator==(const Amount&) const = default;
};

/// The figure of a fact; nothing where it is a range, or too large to be exact.
std::optional<Amount> amount_of(const Fact& fact);

/// The same; a figure printed without its unit is taken in that of the other.
std::optional<Amount> amount_like(const Fact& fact, const Fact& other);

enum class Agreement { kExact, kWithinRounding, kInconsistent };

/// How a printed whole and what it should be agree.
struct Comparison {
  Agreement agreement = Agreement::kExact;
  Decimal expected;            ///< as computed
  Decimal difference;          ///< printed less expected
  Decimal tolerance;           ///< half of all steps together
  bool is_last_digit = false;  ///< inconsistent, but by less than one step of what is printed
};

/// The whole against the sum of its parts; parts to be subtracted have negated values. Exact
/// decimals; nothing where a number is too large.
std::optional<Comparison> compare(const Amount& whole, const std::vector<Amount>& parts);

/// A printed rate or share, in %, against part / base: the interval that the printed amounts allow.
/// Nothing for a base of zero.
std::optional<Comparison> compare_ratio(const Decimal& percent, const Amount& part,
                                        const Amount& base);

/// The number of a fact without its sign or separators: "1728.14".
std::string unsigned_number(const Fact& fact);

/// The same as printed, with its separators: "1,728.14"; the second without its sign.
std::string as_printed(const Fact& fact);
std::string unsigned_print(const Fact& fact);

/// A number without its sign.
Decimal size_of(const Decimal& value);

/// A difference or sum in the unit of the fact it is of, with its sign: "-71.94万元".
std::string in_unit_of(const Fact& fact, const Decimal& value);

/// Whether nothing about the reading of these figures is in doubt.
bool were_read_cleanly(const std::vector<const Fact*>& facts);

}  // namespace mingxi::audit
