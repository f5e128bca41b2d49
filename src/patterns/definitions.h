#pragma once

#include <map>
#include <set>
#include <string>

#include "patterns/strict_json.h"

namespace mingxi::patterns {

/// Replaces every {name} in a pattern by its definition. Throws Error(kPatterns) for a name that is
/// not defined; marks the names it used.
class Definitions {
 public:
  explicit Definitions(const StrictJson& object);
  std::string expand(const std::string& pattern, const StrictJson& where);
  /// Throws Error(kPatterns) when a definition was never used.
  void finish(const StrictJson& object) const;

 private:
  std::map<std::string, std::string> values_;
  std::set<std::string> used_;
};

}  // namespace mingxi::patterns
