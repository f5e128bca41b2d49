#pragma once

#include <optional>
#include <vector>

#include "model/document.h"
#include "model/layout.h"

namespace mingxi::layout {

/// The x that parts a page into two columns of text, or two pages printed on one sheet: a strip
/// that neither text nor a rule crosses, with prose or a table on both sides.
std::optional<double> gutter_of(const Page& page);

/// The page with the text, rules and images on one side of an x alone. Glyphs keep their numbers.
Page left_of(const Page& page, double x);
Page right_of(const Page& page, double x);

}  // namespace mingxi::layout
