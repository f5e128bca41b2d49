#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/core/ledger.h"

namespace mingxi::audit {

/// A whole against the sum of its parts; a whole printed without its unit is in that of the parts.
/// Nothing where a figure is no exact amount. Requires a part.
std::optional<Comparison> compare_sum(const Fact& whole, const std::vector<const Fact*>& parts);

/// Figures that add up, as one amount; nothing where one is no exact amount.
std::optional<Amount> sum_of(const std::vector<const Fact*>& parts);

/// "96282213.44 = 25741666.44 + 70540547.00"
std::string sum_formula(const Fact& whole, const std::vector<const Fact*>& parts);

/// The check of that sum.
CheckMade sum_check(const std::string& check, const Fact& whole,
                    const std::vector<const Fact*>& parts, const std::string& about);

}  // namespace mingxi::audit
