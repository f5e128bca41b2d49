#include "patterns/entries/named_patterns.h"

namespace mingxi::patterns {

Pattern NamedPatterns::operator()(const std::string& name) const {
  const StrictJson entry = json_.at(name);
  Pattern pattern = pattern_from(entry, list_ + "/" + name, definitions_, entries_);
  entry.finish();
  return pattern;
}

}  // namespace mingxi::patterns
