#pragma once

#include "model/document.h"

namespace mingxi::read {

/// Marks as kStruck the visible glyphs that a line is drawn through, and takes the line out of the
/// rulings. A rule of a table is none: it reaches beyond the text that it runs through.
void mark_struck(Page& page);

}  // namespace mingxi::read
