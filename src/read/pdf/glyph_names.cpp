#include "read/pdf/glyph_names.h"

#include <poppler/GfxFont.h>
#include <poppler/GlobalParams.h>

#include <string_view>

namespace mingxi::read {
namespace {

/// uni5E74 and u5E74 say the character themselves.
bool is_of_unicode(std::string_view name) {
  constexpr std::size_t kFewestDigits = 4;
  if (name.starts_with("uni")) {
    name.remove_prefix(3);
  } else if (name.starts_with('u')) {
    name.remove_prefix(1);
  } else {
    return false;
  }
  return name.size() >= kFewestDigits &&
         name.find_first_not_of("0123456789ABCDEFabcdef") == std::string_view::npos;
}

}  // namespace

bool is_nameless(GfxFont& font, CharCode code) {
  constexpr CharCode kCodes = 256;
  if (font.getType() != fontType3 || font.hasToUnicodeCMap() || code >= kCodes) return false;
  const char* name = static_cast<Gfx8BitFont&>(font).getCharName(static_cast<int>(code));
  return name == nullptr || (globalParams->mapNameToUnicodeText(name) == 0 && !is_of_unicode(name));
}

}  // namespace mingxi::read
