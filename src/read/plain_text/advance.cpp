#include "read/plain_text/advance.h"

#include <unicode/uchar.h>

namespace mingxi::read {

Advance rare_advance(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  if (c == 0x85 || c == 0x2028 || c == 0x2029) return {0, false, true};
  const int width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  // Of ambiguous width are ①, —, “, ℃ and the like: in Chinese type they are as wide as the rest.
  const bool is_wide = width == U_EA_WIDE || width == U_EA_FULLWIDTH || width == U_EA_AMBIGUOUS;
  if (u_isUWhiteSpace(code_point)) return {is_wide ? 2 : 1, false, false};
  switch (u_charType(code_point)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
      return {0, false, false};
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return {0, true, false};
    default:
      return {is_wide ? 2 : 1, true, false};
  }
}

Advance advance_of(char32_t c) {
  if (c > U' ' && c < 0x7F) return {};
  if (c == U'\n' || c == U'\v' || c == U'\f' || c == U'\r') return {0, false, true};
  if (c == U' ' || c == U'\t') return {1, false, false};
  if (c < U' ' || c == 0x7F) return {0, false, false};
  return is_chinese_type(c) ? Advance{2, true, false} : rare_advance(c);
}

}  // namespace mingxi::read
