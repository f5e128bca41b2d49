#pragma once

#include <string>
#include <vector>

#include "audit/core/amount.h"
#include "model/fact.h"

namespace mingxi::audit {

using Facts = std::vector<const Fact*>;

/// A level in money, neither a bound nor a range.
inline bool is_amount(const Fact& fact) {
  return fact.measure == Measure::kLevel && fact.bound == Bound::kEqual && fact.amount_yuan;
}

/// Whether two figures may be one amount, as far as they are printed.
inline bool is_near(const Fact& a, const Fact& b) {
  const auto one = amount_of(a);
  const auto other = amount_of(b);
  const auto comparison = one && other ? compare(*one, {*other}) : std::nullopt;
  return comparison && comparison->agreement != Agreement::kInconsistent;
}

/// 1,728.14万元
inline std::string with_unit(const Fact& fact) { return as_printed(fact) + fact.unit; }

}  // namespace mingxi::audit
