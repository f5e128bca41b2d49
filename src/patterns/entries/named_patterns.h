#pragma once

#include <string>
#include <utility>
#include <vector>

#include "patterns/entries/pattern.h"

namespace mingxi::patterns {

/// The patterns of an object of entries, read by name: what makes the structs of pattern_names.h.
class NamedPatterns {
 public:
  NamedPatterns(const StrictJson& json, std::string list, Definitions& definitions,
                std::vector<Entry>& entries)
      : json_(json), list_(std::move(list)), definitions_(definitions), entries_(entries) {}

  /// Throws Error(kPatterns) as pattern_from() does, and where there is no entry of this name.
  Pattern operator()(const std::string& name) const;

  /// Throws Error(kPatterns) for an entry that nothing asked for.
  void finish() const { json_.finish(); }

 private:
  StrictJson json_;
  std::string list_;
  Definitions& definitions_;
  std::vector<Entry>& entries_;
};

/// Reads all of an object: `Struct` is one of pattern_names.h.
template <typename Struct>
Struct named_patterns(const StrictJson& json, const std::string& list, Definitions& definitions,
                      std::vector<Entry>& entries) {
  const NamedPatterns patterns(json, list, definitions, entries);
  Struct result(patterns);
  patterns.finish();
  return result;
}

template <typename Struct>
Struct named_patterns(const StrictJson& json, const std::string& list,
                      std::vector<Entry>& entries) {
  Definitions none;
  return named_patterns<Struct>(json, list, none, entries);
}

}  // namespace mingxi::patterns
