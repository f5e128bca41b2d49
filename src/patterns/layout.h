#pragma once

#include <vector>

#include "patterns/pattern_names.h"
#include "patterns/entries/pattern.h"

namespace mingxi::patterns {

/// A numbering that a line can begin with; the match is all of it.
struct NumberingRule {
  int level = 1;
  Pattern pattern;
};

/// patterns/layout.json: the wording that distinguishes lines.
struct LayoutPatterns {
  std::vector<NumberingRule> numberings;  ///< the first that matches counts
  LinePatterns lines;
  std::vector<Entry> entries;
};

/// Reads patterns/layout.json. Throws Error(kPatterns) for what is malformed or not used.
LayoutPatterns layout_patterns_from(const StrictJson& json);

}  // namespace mingxi::patterns
