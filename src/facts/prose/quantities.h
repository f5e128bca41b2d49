#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/quantity.h"
#include "patterns/units.h"

namespace mingxi::facts {

/// Every quantity of a normalised text without white space, left to right, never overlapping.
///
/// 1.2万亿元 → 1.2 万亿元; 5-10亿元 → 5 to 10 亿元; 不超过50万元 → at most 50 万元; 壹佰万元整 →
/// 100 万元. Years, dates, document numbers, codes, heading numbers, counted time words and numbers
/// inside names are none. A number without a unit is one of kind kNone.
std::vector<Quantity> find_quantities(std::string_view text, const patterns::Units& units);

/// A part of a text, in bytes.
struct TextPart {
  std::size_t first = 0;
  std::size_t last = 0;

  bool operator==(const TextPart&) const = default;
};

/// The numbers of a text: those that were read, and those with a unit that were not.
struct Numbers {
  std::vector<Quantity> quantities;
  /// 12,50万元, 5。30%, .77万元: what is before the number belongs to it in a way that is not
  /// known, so no figure is made of what can be read. Ascending, with what is before them.
  std::vector<TextPart> unreadable;
};

/// The same with what could not be read.
Numbers read_numbers(std::string_view text, const patterns::Units& units);

/// A quantity in one line, as examples of patterns/ write it: value, unit and, if it is not CNY,
/// the currency; before them >=, <=, >, < or ~; a range with two points. `>=7 家`, `5..10 亿元`,
/// `392.2`, `500 万美元 USD`.
std::string described(const Quantity& quantity);

}  // namespace mingxi::facts
