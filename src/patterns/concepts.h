#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/quantity.h"
#include "patterns/entries/pattern.h"

namespace mingxi::patterns {

/// A name that means a concept, or must not mean it.
struct ConceptExample {
  std::string where;  ///< file and JSON pointer
  std::string text;
  std::string concept_id;
  bool is_counterexample = false;
};

/// What names mean in every disclosure (patterns/concepts.json): “三公”经费支出预算 is
/// three_public.total whatever its funding. A name that is not listed means nothing.
class Concepts {
 public:
  explicit Concepts(const StrictJson& json);

  /// The concept of a normalised name, of prose or of a table row; nothing if it is none, or if
  /// money is stated for what is counted or the other way round.
  std::optional<std::string> of(std::string_view name, UnitKind kind = UnitKind::kNone) const;

  const std::vector<ConceptExample>& examples() const { return examples_; }
  const std::vector<Entry>& entries() const { return entries_; }
  std::size_t size() const { return count_; }

 private:
  using Names = std::unordered_map<std::string, std::string>;

  void load(const StrictJson& item);
  std::optional<std::string> find(std::string_view name) const;

  std::vector<Entry> entries_;  // of the expression
  Expression leading_;
  std::vector<std::string> before_, after_;  // longest first
  Names names_;                              // name → concept
  Names funded_;                             // of concepts that words of funding do not change
  std::set<std::string> counted_;            // concepts of people and things
  std::vector<ConceptExample> examples_;
  std::size_t count_ = 0;
};

}  // namespace mingxi::patterns
