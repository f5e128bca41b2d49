#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/place.h"
#include "patterns/entries/pattern.h"

namespace mingxi::patterns {

/// A text with the place it says, or says none.
struct PlaceExample {
  std::string where;  ///< file and JSON pointer
  std::string text;
  std::string code;  ///< of the smallest division; "" in a counterexample
};

/// patterns/places.json: the divisions of the country down to the county, and where a name of one
/// says where a body is.
class Places {
 public:
  explicit Places(const StrictJson& json);

  /// The place that a body's name or a title begins with. What could be two places is none.
  ///
  ///     上海市静安区某某局   → 上海市, -, 静安区
  ///     吉安市某某局         → 江西省, 吉安市, -
  Place of(std::string_view text) const;

  const std::vector<PlaceExample>& examples() const { return examples_; }
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  void load_divisions(const StrictJson& line);
  void load_examples(const StrictJson& json);
  /// The only division within another ("": anywhere) whose name a text begins with.
  const Division* first_in(std::string_view text, std::string_view within) const;
  bool is_word_with(std::string_view rest) const;
  std::optional<Division> division(const std::string& code) const;

  std::vector<Entry> entries_;  // of the expressions
  Expression before_;
  Expression is_also_a_word_;
  Expression is_a_city_;
  std::vector<std::string> not_before_;  // characters that make the name's last one another word
  std::vector<Division> divisions_;      // by code
  std::vector<PlaceExample> examples_;
};

}  // namespace mingxi::patterns
