#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/fact.h"
#include "patterns/pattern_names.h"
#include "patterns/entries/pattern.h"

namespace mingxi::patterns {

/// A form of title. Its named groups are publisher and year; those of department, unit and
/// government that take part give the scope, those of budget, final_account and other the kind.
struct TitleRule {
  std::string id;
  Expression pattern;
};

/// patterns/identity.json: what a document says of itself.
struct IdentityRules {
  explicit IdentityRules(const StrictJson& json);

  std::vector<Entry> entries;  ///< of the words
  IdentityPatterns words;
  std::vector<TitleRule> titles;     ///< the first that matches a line reads it
  std::vector<Entry> title_entries;  ///< their examples may give publisher, year, scope and kind
};

/// What one line says, by one rule.
struct TitleReading {
  std::string rule;
  std::size_t first = 0, last = 0;  ///< bytes of the title in the line
  std::string publisher;            ///< empty if the line names none
  std::size_t publisher_first = 0;
  int year = 0;
  Scope scope = Scope::kUnknown;
  DocumentKind kind = DocumentKind::kUnknown;
};

/// Reads a line as a title; nothing if it is none.
std::optional<TitleReading> read_title(std::string_view line, const IdentityRules& rules);

}  // namespace mingxi::patterns
