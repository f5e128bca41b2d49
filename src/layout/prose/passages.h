#pragma once

#include <cstddef>
#include <vector>

#include "layout/page_text.h"

namespace mingxi::layout {

/// A paragraph before anything is known of its part in the document.
struct Passage {
  const PageText* page = nullptr;  ///< where it begins
  const Line* first_line = nullptr;
  std::size_t line_count = 0;
  LineRole role = LineRole::kProse;
  TracedText text;
};

/// Joins lines to passages, in reading order; running heads are left out. What is between two
/// halves of a sentence, such as a table's title, comes after it. Requires measured blocks and
/// marked lines; points into the pages.
std::vector<Passage> join_passages(const std::vector<PageText>& pages,
                                   const patterns::LayoutPatterns& patterns);

}  // namespace mingxi::layout
