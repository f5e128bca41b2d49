#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "patterns/entries/definitions.h"
#include "patterns/entries/entry.h"
#include "patterns/entries/expression.h"
#include "patterns/entries/strict_json.h"

namespace mingxi::patterns {

/// An expression of patterns/ with its exception.
class Pattern {
 public:
  /// Compiles at once. Throws Error(kPatterns) for what cannot be compiled.
  explicit Pattern(const Entry& entry);

  bool matches(std::string_view text) const;

  /// The leftmost match that begins at or after `from`.
  std::optional<Match> find(std::string_view text, std::size_t from = 0) const;

  /// Every match from left to right; none is empty.
  std::vector<Match> find_all(std::string_view text) const;

  /// What a named group took; "" if it has no part in the match. Requires a group of the
  /// expression.
  std::string_view group(const Match& match, std::string_view name) const;

  /// What a named group takes in a text; "" if the expression does not match.
  std::string_view part(std::string_view text, std::string_view group) const;

  const Expression& expression() const { return expression_; }

 private:
  friend Pattern pattern_from(const StrictJson& json, const std::string& id,
                              Definitions& definitions, std::vector<Entry>& entries,
                              const std::vector<std::string>& groups);
  Pattern(Expression expression, std::optional<Expression> unless,
          std::optional<Expression> unless_within);
  bool is_excused(std::string_view text, const Match& match) const;

  Expression expression_;
  std::optional<Expression> unless_;         // matches anywhere: then the text is not meant
  std::optional<Expression> unless_within_;  // excuses the matches that lie within its own
};

/// Reads an entry {about, pattern, examples, counterexamples} without an exception, adds it to
/// `entries` and gives its expression. Throws Error(kPatterns) as entry_from() does, and for a
/// named group that is missing.
Expression expression_from(const StrictJson& json, const std::string& id, Definitions& definitions,
                           std::vector<Entry>& entries,
                           const std::vector<std::string>& groups = {});

/// Likewise for an entry {about, pattern, unless, unless_within, examples, counterexamples}.
Pattern pattern_from(const StrictJson& json, const std::string& id, Definitions& definitions,
                     std::vector<Entry>& entries, const std::vector<std::string>& groups = {});

}  // namespace mingxi::patterns
