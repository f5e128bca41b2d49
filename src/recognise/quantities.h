#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/decimal.h"
#include "model/fact.h"
#include "rules/units.h"

namespace mingxi {

/// A number with its unit as it stands in a text: what is said, not yet of what.
struct Quantity {
  std::size_t first = 0;  ///< byte offset of the first word of it: 不超过, 约, 人民币 or the number
  std::size_t last = 0;          ///< behind the last: unit, 以上, 左右, 整
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

/// Every quantity of a normalised text without white space, left to right, never overlapping.
///
/// 1.2万亿元 → 1.2 万亿元; 5-10亿元 → 5 to 10 亿元; 不超过50万元 → at most 50 万元; 壹佰万元整 →
/// 100 万元. Years, dates, document numbers, codes, heading numbers, counted time words and numbers
/// inside names are none. A number without a unit is one of kind kNone.
std::vector<Quantity> find_quantities(std::string_view text, const Units& units);

/// A quantity in one line, as examples of patterns/ write it: value, unit and, if it is not CNY,
/// the currency; before them >=, <=, >, < or ~; a range with two points. `>=7 家`, `5..10 亿元`,
/// `392.2`, `500 万美元 USD`.
std::string described(const Quantity& quantity);

}  // namespace mingxi
