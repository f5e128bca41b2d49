#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingxi {

enum class UnitKind {
  kNone,
  kMoney,          ///< 元, 万元, 万
  kPercent,        ///< %, ‰, 成
  kPercentPoints,  ///< 个百分点
  kMultiple,       ///< 倍
  kCount,          ///< 人, 个, 辆, 平方米, 分 …
};

/// A unit read at some place of a text.
struct UnitReading {
  std::string_view text;      ///< as it stands there: 万元, 台(套)
  UnitKind kind = UnitKind::kNone;
  int exponent = 0;           ///< money: power of ten to the base of its currency: 万元 is 4
  std::string_view currency;  ///< ISO 4217; "" when not money
};

struct UnitsData;  // what units.json holds

/// The vocabulary of units, scales, bounds and approximations (patterns/units.json).
class Units;

}  // namespace mingxi
