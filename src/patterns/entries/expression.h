#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "patterns/entries/strict_json.h"

namespace mingxi::patterns {

/// Where an expression matched, and what its groups took.
class Match {
 public:
  /// Byte offsets in the text that was searched.
  std::size_t first() const { return first_; }
  std::size_t last() const { return last_; }

  /// What the group took; nothing if it has no part in the match. group 0 is the whole match.
  std::optional<std::string_view> group(int number) const;

 private:
  friend class Expression;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  static constexpr std::size_t kMaxGroups = 12;      // group 0 counted
  std::array<std::string_view, kMaxGroups> groups_;  // without data: no part in the match
};

/// An RE2 pattern with named groups. The one place that includes RE2.
///
/// Texts that lack the words which every match holds are refused without RE2 (PatternWords).
class Expression {
 public:
  /// Compiles the pattern. Throws Error(kPatterns) with `where` when it cannot be compiled or has
  /// more than 11 groups.
  Expression(std::string_view pattern, const std::string& where);

  /// Likewise for a pattern that is written at a place of a file; compiles it when that file says.
  Expression(std::string_view pattern, const StrictJson& place);
  ~Expression();
  Expression(Expression&&) noexcept;
  Expression& operator=(Expression&&) noexcept;

  /// Whether it matches anywhere in the text: one pass of an automaton, nothing captured.
  bool matches(std::string_view text) const;

  /// The leftmost match that begins at or after `from`. `^` means the start of the whole text.
  std::optional<Match> find(std::string_view text, std::size_t from = 0) const;

  /// The number of a named group; -1 if there is none of that name.
  int group_number(std::string_view name) const;
  std::vector<std::string> group_names() const;

  const std::string& pattern() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mingxi::patterns
