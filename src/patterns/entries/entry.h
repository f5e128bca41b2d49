#pragma once

#include <map>
#include <string>
#include <vector>

#include "patterns/entries/strict_json.h"

namespace mingxi::patterns {

/// A text that an expression or a rule reads as said beside it, or must not read.
struct Example {
  std::string where;  ///< file and JSON pointer
  std::string text;
  /// What comes of it, by key: facts, quotes, publisher, or a named group of the expression.
  std::map<std::string, std::vector<std::string>> expected;
  std::string why;  ///< counterexamples only: why it must not be read
};

/// What patterns/ writes beside an expression or a rule.
struct Entry {
  std::string where;  ///< file and JSON pointer
  std::string id;     ///< "layout/page_number"
  std::string about;  ///< a sentence
  std::string pattern;
  std::string unless;         ///< "": it has no exception
  std::string unless_within;  ///< likewise
  std::vector<Example> examples;
  std::vector<Example> counterexamples;
};

/// Reads about, examples and counterexamples of an entry, whose examples may have these keys beside
/// text and why:
///
///     "about": "…", "examples": ["…", {"text": "…", key: "…"}], "counterexamples": [{"text": "…",
///     "why": "…"}]
///
/// Throws Error(kPatterns) for an entry that does not say what it is about, that lacks an example
/// or a counterexample, and for a counterexample without its reason.
Entry entry_from(const StrictJson& json, const std::string& id,
                 const std::vector<std::string>& keys = {});

}  // namespace mingxi::patterns
