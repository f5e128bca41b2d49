#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "facts/prose/names.h"
#include "model/quantity.h"

namespace mingxi::facts {

/// A level that was read: what a change after it can be of.
struct Level {
  Name subject;
  Quantity quantity;
  bool is_part = false;  ///< named after 其中
  std::size_t sentence = 0;
};

/// The levels of a paragraph in reading order.
class Levels {
 public:
  void add(Level level) { levels_.push_back(std::move(level)); }

  /// The level read last; null where there is none.
  const Level* last() const { return levels_.empty() ? nullptr : &levels_.back(); }

  /// The level before that; null where there is none.
  const Level* before_last() const {
    return levels_.size() < 2 ? nullptr : &levels_[levels_.size() - 2];
  }

  /// The whole that the level read last is a part of; null where that is none.
  const Level* whole_of_last() const;

  /// The first of all; null where there is none.
  const Level* first() const { return levels_.empty() ? nullptr : &levels_.front(); }

  /// Those of the sentence, the whole of its parts aside: what 均与上年持平 is said of.
  std::vector<Name> listed_in(std::size_t sentence) const;

 private:
  std::vector<Level> levels_;
};

/// Whether a level changed by `change` changed by `rate` percent, as far as the rate is printed:
/// 520.00, up 20.00, up 4.00%. False where the units differ.
bool fits(const Quantity& level, const Quantity& change, const Quantity& rate);

}  // namespace mingxi::facts
