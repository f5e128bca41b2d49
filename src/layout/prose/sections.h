#pragma once

#include <vector>

#include "layout/prose/passages.h"
#include "model/layout.h"

namespace mingxi::layout {

/// Gives the passages their roles and builds the tree of sections. Takes the passages' texts.
Layout under_sections(const Document& document, std::vector<Passage> passages,
                      const patterns::LayoutPatterns& patterns);

}  // namespace mingxi::layout
