#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "facts/prose/names.h"
#include "facts/prose/time.h"
#include "model/quantity.h"

namespace mingxi::facts {

/// Why it is not sure what a figure is of.
enum class Doubt {
  kNone,
  kInherited,    ///< its name was given in another paragraph
  kNotRead,      ///< no name was read
  kEquallyGood,  ///< another name is as good
};

/// What the words around a figure say of it, before it becomes a fact.
struct StatementDraft {
  std::string_view rule;  ///< lives as long as the patterns
  Measure measure = Measure::kLevel;
  Name subject;
  bool is_base = false;  ///< the level that a change is measured from
  int period = 0;
  Basis basis = Basis::kBudget;
  std::optional<Base> relative_to;
  std::optional<Basis> relative_basis;
  Quantity quantity;
  std::size_t quote_first = 0;  ///< bytes of the paragraph that are quoted
  std::size_t quote_last = 0;
  Doubt doubt = Doubt::kNone;
};

/// Turns the sign of a quantity; a rate that is printed with its minus is negative already:
/// 减少1万元（-25%）.
void negate(Quantity& quantity);

/// A reading as a fact with its evidence; id and key are given later.
Fact fact_from(const StatementDraft& draft, const Paragraph& paragraph, const Document& document);

/// Says of a fact how it was read: text source, confidence and alternatives of the glyphs it is
/// read from. Requires at least one.
void take_source(Fact& fact, const Document& document, const std::vector<GlyphId>& glyph_ids);

/// A figure whose reading is in doubt.
struct DoubtfulFact {
  std::size_t fact = 0;  ///< index
  Doubt doubt = Doubt::kNone;
};

/// Lowers the confidence of the figures in doubt, but of those that a table prints under the same
/// name or code; one finding for each reason of doubt, with the figures that it concerns.
std::vector<Finding> decide_doubts(std::vector<Fact>& facts,
                                   const std::vector<DoubtfulFact>& doubtful,
                                   const std::vector<Fact>& of_tables);

/// Gives ids in order, and keys that depend on nothing but what is printed on the page.
void number_facts(std::vector<Fact>& facts);

}  // namespace mingxi::facts
