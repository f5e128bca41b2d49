#pragma once

#include <vector>

#include "facts/prose/statement_draft.h"
#include "model/fact.h"
#include "model/quantity.h"
#include "patterns/patterns.h"

namespace mingxi::facts {

/// The quantities of each paragraph of a layout; empty for paragraphs not read for facts.
using ParagraphQuantities = std::vector<std::vector<Quantity>>;

/// What the prose says.
struct Statements {
  std::vector<Fact> facts;        ///< reading order, with ids and keys
  std::vector<FactPlace> places;  ///< of the facts, in the same order
  std::vector<Finding> findings;  ///< mistakes found on the way, without ids
  std::vector<DoubtfulFact> doubtful;
};

/// Binds every quantity of the prose to its subject, measure, period, basis and what it is compared
/// with, as the sentence says; and reads 与…持平 as a change of 0.
Statements link_statements(const Document& document, const Layout& layout, const Identity& identity,
                           const ParagraphQuantities& quantities,
                           const patterns::Patterns& patterns);

/// A fact in one line, as examples of patterns/ write it: measure, period, basis, bound and value,
/// unit, «subject», of or to what, code.
///
///     change_rate 2026 budget -16.7 % «公务接待费» to 2025 economic:30217
std::string described(const Fact& fact);

}  // namespace mingxi::facts
