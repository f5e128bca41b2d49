#pragma once

#include <string>
#include <string_view>

#include "model/traced_text.h"

namespace mingxi::text {

/// Adds one printed character in its normalised form: full-width digits and letters, `％`,
/// brackets, radicals and compatibility ideographs are replaced; `，。；：！？、“”…①` stay. `－`
/// and `−` become `-` (— and – stay), `～` becomes `~`, `￥` becomes `¥`. White space and control
/// characters add nothing.
void append_normalised(TracedText& to, char32_t code_point, GlyphId glyph);

/// The same for a UTF-8 string without a trace.
std::string normalised(std::string_view utf8);

}  // namespace mingxi::text
