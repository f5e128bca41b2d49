#pragma once

#include <vector>

#include "model/fact.h"
#include "patterns/patterns.h"

namespace mingxi::facts {

/// What a document says of itself: title, publisher, kind, scope, fiscal year, rounding note, each
/// with the place that says it. Nothing is taken from its file name.
///
/// first_lines: the lines of its first pages, those in ruled regions included, in reading order.
Identity identify(const Document& document, const Layout& layout,
                  const std::vector<Line>& first_lines, const patterns::Patterns& patterns);

}  // namespace mingxi::facts
