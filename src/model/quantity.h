#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "model/decimal.h"
#include "model/fact.h"

namespace mingxi {

/// What a unit measures.
enum class UnitKind {
  kNone,
  kMoney,          ///< 元, 万元, 万
  kPercent,        ///< %, ‰, 成
  kPercentPoints,  ///< 个百分点
  kMultiple,       ///< 倍
  kCount,          ///< 人, 个, 辆, 平方米, 分 …
};

/// A number with its unit as it is in a text: what is said, not yet of what.
struct Quantity {
  std::size_t first = 0;  ///< byte offset of the first word of it: 不超过, 约, 人民币 or the number
  std::size_t last = 0;          ///< after the last: unit, 以上, 左右, 整
  std::size_t number_first = 0;  ///< the number with its unit, without words of bound
  std::size_t number_last = 0;
  Decimal value;
  std::optional<Decimal> value_high;  ///< upper end of a range
  Bound bound = Bound::kEqual;
  std::string unit;  ///< as printed, normalised: 万元, 亿, %, 个百分点, 人, 台(套); "" if none
  UnitKind kind = UnitKind::kNone;
  std::string currency;  ///< CNY …; "" when not money
  std::optional<Decimal> amount_yuan;
  int decimals = 0;  ///< digits printed after the point
  /// 单价100万元(含)以上设备, 5—10亿元企业: the figure is a part of a name and no fact.
  bool names_a_class = false;

  bool operator==(const Quantity&) const = default;
};

}  // namespace mingxi
