#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "patterns/expression.h"
#include "patterns/strict_json.h"

namespace mingxi::patterns {

/// A text that shows what a list of labels names, or must not name so.
struct LabelExample {
  std::string where;  ///< file and JSON pointer
  std::string list;   ///< "tables/kinds"
  std::string label;
  std::string text;
  std::string why;  ///< counterexamples only
};

/// Reads the examples and counterexamples of a rule. Throws Error(kPatterns) when it has none.
void read_examples(const StrictJson& item, const std::string& list, const std::string& label,
                   std::vector<LabelExample>& examples, std::vector<LabelExample>& counterexamples);

/// An ordered list of named patterns: the first that matches a text names it.
class Labels {
 public:
  /// Adds the examples to the lists given. Throws Error(kPatterns).
  Labels(const StrictJson& json, const std::string& list, std::vector<LabelExample>& examples,
         std::vector<LabelExample>& counterexamples);

  /// The name of the text; nothing if no pattern matches. Normalised text without spaces.
  std::optional<std::string> of(std::string_view text) const;

  /// Whether the pattern of this name matches, whatever is before it in the list. Requires a
  /// name of the list.
  bool is(std::string_view label, std::string_view text) const;

  /// What the pattern of this name matches and its groups. Requires a name of the list.
  std::optional<Match> find(std::string_view label, std::string_view text) const;
  std::string_view group(std::string_view label, const Match& match, std::string_view name) const;

 private:
  struct Rule {
    std::string label;
    Expression pattern;
    std::optional<Expression> unless;
  };
  const Rule& rule(std::string_view label) const;

  std::vector<Rule> rules_;
};

/// patterns/tables.json: the kinds of tables and what is in them.
struct TableRules {
  explicit TableRules(const StrictJson& json);

  std::vector<LabelExample> examples;
  std::vector<LabelExample> counterexamples;
  Labels kinds;       ///< of a title: B01 … Z09, other
  Labels headers;     ///< of a header without a title, its cells joined by |
  Labels columns;     ///< of a column header: code, name, unit_name, serial, text …
  Labels components;  ///< of a column header: total, basic, project …
  Labels times;       ///< of a column header: last_year, budget, actual, change …
  Labels rows;        ///< of the name of a row: total, carry, vehicles …
  Labels notes;       ///< of a line beside the table: unit, prepared_by, empty, title …
};

}  // namespace mingxi::patterns
