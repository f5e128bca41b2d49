#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/core/ledger.h"

namespace mingxi::audit {

/// A whole against the sum of its parts; a whole printed without its unit is in that of the parts.
/// Nothing where a figure is no exact amount. Requires a part.
std::optional<Comparison> compare_sum(const Fact& whole, const std::vector<const Fact*>& parts);

/// Whether a sum is off by whole units where some parts are printed without decimals: 88.40 = 40 +
/// 26.40 + 21. Fractions that agree say that nothing was rounded.
bool is_off_by_whole_units(const Fact& whole, const std::vector<const Fact*>& parts);

/// Figures that add up, as one amount; nothing where one is no exact amount.
std::optional<Amount> sum_of(const std::vector<const Fact*>& parts);

/// "96282213.44 = 25741666.44 + 70540547.00"
std::string sum_formula(const Fact& whole, const std::vector<const Fact*>& parts);

/// A whole against the sum of parts that come one by one.
class GrowingSum {
 public:
  explicit GrowingSum(const Fact& whole) : whole_(whole) {}

  /// Whether the whole agrees with the parts so far and this one, as compare_sum would find.
  bool agrees_with(const Fact& part);

 private:
  const Fact& whole_;
  std::optional<Amount> amount_;          // of the whole, in the unit of the first part
  std::optional<Amount> sum_ = Amount{};  // nothing after a part that is no exact amount
};

/// The check of that sum.
CheckMade sum_check(const CheckName& check, const Fact& whole,
                    const std::vector<const Fact*>& parts, Said about);

}  // namespace mingxi::audit
