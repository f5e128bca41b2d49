#include "read/pdf/glyph_names.h"

#include <poppler/CharCodeToUnicode.h>
#include <poppler/GfxFont.h>
#include <poppler/GlobalParams.h>
#include <poppler/Object.h>
#include <poppler/Stream.h>
#include <poppler/goo/GooString.h>

#include <memory>
#include <string_view>

namespace mingxi::read {
namespace {

struct MapDeleter {
  void operator()(CharCodeToUnicode* map) const { map->decRefCnt(); }
};
using MapPointer = std::unique_ptr<CharCodeToUnicode, MapDeleter>;

/// What the font itself says of its codes; null where it says nothing.
MapPointer map_of(const Object& dictionary) {
  constexpr int kBits = 8;
  const Object entry = dictionary.isDict() ? dictionary.dictLookup("ToUnicode") : Object(objNull);
  if (!entry.isStream()) return nullptr;
  GooString text;
  entry.getStream()->fillGooString(&text);
  return MapPointer(CharCodeToUnicode::parseCMap(&text, kBits));
}

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

bool is_name(const char* name) {
  return name != nullptr && (globalParams->mapNameToUnicodeText(name) != 0 || is_of_unicode(name));
}

}  // namespace

NamelessCodes::NamelessCodes(GfxFont& font, const Object& dictionary) {
  if (font.getType() != fontType3) return;
  const MapPointer map = map_of(dictionary);
  if (map == nullptr && font.hasToUnicodeCMap()) return;  // a map that cannot be looked at
  const auto& own = static_cast<Gfx8BitFont&>(font);
  for (std::size_t code = 0; code < codes_.size(); ++code) {
    const Unicode* characters = nullptr;
    const bool is_mapped =
        map != nullptr && map->mapToUnicode(static_cast<CharCode>(code), &characters) > 0;
    codes_[code] = !is_mapped && !is_name(own.getCharName(static_cast<int>(code)));
  }
}

}  // namespace mingxi::read
