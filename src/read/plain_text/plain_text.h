#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace mingxi::read {

/// Sets a UTF-8 text as pages of fixed pitch, so that all later stages are the same as for a PDF:
/// Chinese characters 12 points wide, ASCII 6, a line every 18 points, a new page at each form
/// feed. Pages are at least A4 and grow with their longest line and their lines. White space and
/// blank lines print nothing but keep their room; a tab goes to the next multiple of eight
/// half-width columns. At least one page. Requires well-formed UTF-8.
std::vector<Page> set_as_pages(std::string_view utf8);

}  // namespace mingxi::read
