#pragma once

#include <vector>

#include "model/document.h"

namespace mingxi::read {

/// Marks as kWatermark the pale text that lies over or under other text or rulings, and pale text
/// with the same words elsewhere in the document. Text at an odd angle is marked where it is read.
void mark_watermarks(std::vector<Page>& pages);

}  // namespace mingxi::read
