#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/quantity.h"
#include "patterns/entries/expression.h"

namespace mingxi::facts {

/// Part of a text, in bytes.
struct Span {
  std::size_t first = 0;
  std::size_t last = 0;

  bool holds(std::size_t at) const { return first <= at && at < last; }
};

/// The names in a text that nothing is read out of: “三项”制度, 《规划(2026-2035年)》,
/// 〔2014〕865号.
std::vector<Span> opaque_names(std::string_view text, const patterns::Expression& opaque);

/// A text as the grammar of clauses sees it, byte for byte as long as the text: a figure is one
/// mark of its kind and filling, an opaque name is filling of its own.
///
///     text     完成预算8.00万元的70%      “三项”制度
///     masked   完成预算₁········的₃··     ◌◌◌◌制度
std::string masked(std::string_view text, const std::vector<Quantity>& quantities,
                   const std::vector<Span>& opaque);

/// Whether a number is part of an opaque name and is no figure.
bool is_opaque(std::string_view masked, const Quantity& quantity);

}  // namespace mingxi::facts
