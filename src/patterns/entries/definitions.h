#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "patterns/entries/entry.h"
#include "patterns/entries/strict_json.h"

namespace mingxi::patterns {

/// Parts of expressions that are used more than once. Replaces every {name} in a pattern by its
/// definition. Throws Error(kPatterns) for a name that is not defined; marks the names it used.
class Definitions {
 public:
  Definitions() = default;  ///< none

  /// Reads an object of entries {about, pattern, examples, counterexamples}, whose examples are
  /// whole: the definition matches all of an example, and not all of a counterexample.
  Definitions(const StrictJson& object, const std::string& list, std::vector<Entry>& entries);
  std::string expand(const std::string& pattern, const StrictJson& where);
  /// Throws Error(kPatterns) when a definition was never used.
  void finish(const StrictJson& object) const;

 private:
  std::map<std::string, std::string> values_;
  std::set<std::string> used_;
};

}  // namespace mingxi::patterns
