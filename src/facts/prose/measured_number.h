#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/decimal.h"
#include "patterns/units.h"

namespace mingxi::facts {

/// A number with the unit after it, before anything is known of the words around.
struct MeasuredNumber {
  enum class Written { kDigits, kWords };

  std::size_t first = 0;         ///< byte offsets in the text
  std::size_t numeral_last = 0;  ///< after the digits or numeral words
  std::size_t last = 0;          ///< after the unit
  Written written = Written::kDigits;
  Decimal value;
  std::string unit;  ///< "" if none
  std::string_view base;
  UnitKind kind = UnitKind::kNone;
  int exponent = 0;
  std::string currency;
  Bound bound = Bound::kEqual;  ///< kMore for 2000余万元
  patterns::InWords in_words = patterns::InWords::kAllowed;
};

/// Reads a number with its unit at `at`: 1728.14万元, 三百二十万元, 1亿2300万元, 123元1角1分,
/// 百分之二点五, 三成五, 翻两番. Nothing if no number is there. No sign, and no judgement
/// whether it is a figure at all.
std::optional<MeasuredNumber> read_measured(std::string_view text, std::size_t at,
                                            const patterns::Units& units);

}  // namespace mingxi::facts
