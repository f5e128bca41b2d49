#pragma once

#include <vector>

#include "model/document.h"

namespace mingxi::ocr {

/// Mends characters of a line that the model for Chinese is known to take for others, where what it
/// read makes no sense in a disclosure: brackets, the end of a quotation, full stops, 日录.
void correct_characters(std::vector<Glyph>& line);

}  // namespace mingxi::ocr
