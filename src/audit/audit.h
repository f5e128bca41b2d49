#pragma once

#include <vector>

#include "model/fact.h"
#include "model/layout.h"
#include "patterns/patterns.h"

namespace mingxi::audit {

/// Checks what was read from one document against itself: adds proofs, what could not be checked,
/// and findings (without ids) to the extraction. places: of the first facts of the extraction,
/// those of the prose, in the same order. unread: cells of amounts that gave no fact; no sum that
/// they belong to is made.
void audit(const Document& document, const Layout& layout, const std::vector<FactPlace>& places,
           const std::vector<UnreadCell>& unread, const patterns::Patterns& patterns,
           Extraction& extraction);

}  // namespace mingxi::audit
