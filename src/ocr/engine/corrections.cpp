#include "ocr/engine/corrections.h"
#include "text/characters.h"

#include <cstddef>

namespace mingxi::ocr {
namespace {

/// What a character means, seen what is before it. is_quoting: a quotation has begun.
char32_t corrected(const std::vector<Glyph>& line, std::size_t at, bool is_quoting) {
  const char32_t c = line[at].code_point;
  const auto is_han_before = [&](std::size_t distance) {
    return at >= distance && text::is_han(line[at - distance].code_point);
  };
  switch (c) {
    case U'〈':
      return U'（';
    case U'〉':
      return U'）';
    case U'?':
    case U'？':
      return is_quoting ? U'”' : c;
    case U'.':
      return is_han_before(1) && is_han_before(2) ? U'。' : c;
    default:
      return c;
  }
}

}  // namespace

void correct_characters(std::vector<Glyph>& line) {
  bool is_quoting = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    char32_t& c = line[i].code_point;
    c = corrected(line, i, is_quoting);
    if (c == U'“') is_quoting = true;
    if (c == U'”') is_quoting = false;
  }
  const bool is_title = line.size() == 2 && line[1].code_point == U'录';
  if (is_title && line[0].code_point == U'日') line[0].code_point = U'目';
}

}  // namespace mingxi::ocr
