#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "facts/prose/masked_text.h"
#include "model/quantity.h"
#include "patterns/statements.h"

namespace mingxi::facts {

/// What a clause rule says of one figure.
struct ClauseReading {
  const patterns::ClauseRule* rule = nullptr;
  const patterns::ClauseRole* role = nullptr;
  std::size_t first = 0;  ///< where the clause begins: what the figure is of comes before it
  bool is_first = false;  ///< the first figure of the clause
  bool is_down = false;
  std::optional<Span> name;   ///< of the figure, where the clause holds it
  std::optional<Span> basis;  ///< words of basis
};

/// What the rules for clauses of several figures say of each quantity; nothing where none reads it.
/// Of two rules that want one figure the earlier has it.
std::vector<std::optional<ClauseReading>> read_clauses(
    std::string_view masked, const std::vector<Quantity>& quantities,
    const std::vector<patterns::ClauseRule>& rules);

}  // namespace mingxi::facts
