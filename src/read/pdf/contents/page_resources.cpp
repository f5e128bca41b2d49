#include "read/pdf/contents/page_resources.h"

#include <poppler/Catalog.h>
#include <poppler/GfxFont.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/XRef.h>

#include "read/pdf/contents/declined.h"

namespace mingxi::read {
namespace {

const PDFRectangle kAnyPage(0, 0, 1, 1);

Object category_of(const Object& dictionary, const char* name) {
  return dictionary.isDict() ? dictionary.dictLookup(name) : Object(objNull);
}

/// Spaces that are used in place of the plain ones.
void refuse_default_spaces(const Object& spaces) {
  if (!spaces.isDict()) return;
  for (const char* name : {"DefaultGray", "DefaultRGB", "DefaultCMYK"})
    if (!spaces.dictLookupNF(name).isNull()) throw Declined{"a default colour space"};
}

StateChange state_change_of(const Object& object, SharedResources& shared) {
  if (!object.isDict()) throw Declined{"a graphics state that is no dictionary"};
  StateChange change;
  Object blend = object.dictLookup("BM");
  if (!blend.isNull()) {
    GfxBlendMode mode = gfxBlendNormal;
    if (!shared.plain_state.parseBlendMode(&blend, &mode)) throw Declined{"a blend mode"};
    change.blends_normally = mode == gfxBlendNormal;
  }
  const auto opacity = [&](const char* name) -> std::optional<double> {
    const Object value = object.dictLookup(name);
    if (!value.isNum()) return std::nullopt;
    return value.getNum() < 0 ? 0 : value.getNum() > 1 ? 1 : value.getNum();
  };
  change.fill_opacity = opacity("ca");
  change.stroke_opacity = opacity("CA");
  for (const char* name : {"TR", "TR2"}) {
    const Object transfer = object.dictLookup(name);
    if (!transfer.isNull() && !transfer.isName("Default") && !transfer.isName("Identity"))
      throw Declined{"a transfer function"};
  }
  const Object mask = object.dictLookup("SMask");
  if (!mask.isNull() && !mask.isName("None")) throw Declined{"a soft mask"};
  if (!object.dictLookup("Font").isNull()) throw Declined{"a font in a graphics state"};
  if (!object.dictLookup("D").isNull()) throw Declined{"dashes in a graphics state"};
  const Object width = object.dictLookup("LW");
  if (width.isNum()) change.line_width = width.getNum();
  return change;
}

std::pair<int, int> key_of(const Object& reference) {
  return {reference.getRefNum(), reference.getRefGen()};
}

bool is_mixed(const GfxColorSpace& space) {
  const GfxColorSpaceMode mode = space.getMode();
  return mode == csIndexed || mode == csSeparation || mode == csDeviceN || mode == csLab;
}

std::shared_ptr<GfxColorSpace> parsed_space(const Object& object, SharedResources& shared) {
  Object copy = object.copy();
  std::shared_ptr<GfxColorSpace> space(
      GfxColorSpace::parse(nullptr, &copy, nullptr, &shared.plain_state));
  if (space == nullptr) throw Declined{"a colour space that cannot be used"};
  if (shared.has_output_intent && is_mixed(*space)) throw Declined{"colours of an output intent"};
  return space;
}

bool has_output_intents(PDFDoc& document) {
  const Object catalog = document.getXRef()->getCatalog();
  return catalog.isDict() && !catalog.dictLookup("OutputIntents").isNull();
}

}  // namespace

SharedResources::SharedResources(PDFDoc& document)
    : xref(document.getXRef()),
      plain_state(72, 72, &kAnyPage, 0, true),
      has_optional_content(document.getCatalog()->getOptContentConfig() != nullptr),
      has_output_intent(has_output_intents(document)) {}

std::shared_ptr<GfxColorSpace> color_space_of(const Object& object, SharedResources& shared) {
  // A profile is the part of a colour space that takes time, and that pages share.
  if (!object.isArray() || object.arrayGetLength() != 2 || !object.arrayGetNF(1).isRef() ||
      !object.arrayGet(0).isName("ICCBased"))
    return parsed_space(object, shared);
  const auto key = key_of(object.arrayGetNF(1));
  const auto known = shared.spaces.find(key);
  if (known != shared.spaces.end()) return known->second;
  return shared.spaces.emplace(key, parsed_space(object, shared)).first->second;
}

Resources::Resources(const Object& dictionary, SharedResources& shared)
    : shared_(shared),
      fonts_(category_of(dictionary, "Font")),
      states_(category_of(dictionary, "ExtGState")),
      spaces_(category_of(dictionary, "ColorSpace")),
      drawings_(category_of(dictionary, "XObject")),
      properties_(category_of(dictionary, "Properties")) {
  refuse_default_spaces(spaces_);
}

// Asks first what is known by the name, then what is known by the reference it means.
template <typename Value, typename Make>
Value* Resources::found(const Object& category, std::string_view name, Names<Value>& known,
                        SharedResources::ByReference<Value>& shared, const Make& make) {
  for (auto& [known_name, value] : known)
    if (known_name == name) return &value;
  if (!category.isDict()) return nullptr;
  const std::string key(name);
  const Object& entry = category.dictLookupNF(key.c_str());
  if (entry.isNull()) return nullptr;
  if (!entry.isRef()) {
    known.emplace_back(key, make(entry.copy()));
    return &known.back().second;
  }
  auto place = shared.find(key_of(entry));
  if (place == shared.end()) {
    const Object object = entry.fetch(shared_.xref);
    if (object.isNull()) return nullptr;
    place = shared.emplace(key_of(entry), make(object)).first;
  }
  known.emplace_back(key, place->second);
  return &known.back().second;
}

PageFont* Resources::font(std::string_view name) {
  const auto make = [&](const Object& object) {
    if (!object.isDict()) throw Declined{"a font that is no dictionary"};
    return std::make_shared<PageFont>(GfxFont::makeFont(shared_.xref, std::string(name).c_str(),
                                                        Ref::INVALID(), object.getDict()),
                                      object);
  };
  const auto* font = found(fonts_, name, known_fonts_, shared_.fonts, make);
  return font == nullptr ? nullptr : font->get();
}

const StateChange* Resources::state_change(std::string_view name) {
  return found(states_, name, known_states_, shared_.states,
               [&](const Object& object) { return state_change_of(object, shared_); });
}

const std::shared_ptr<GfxColorSpace>* Resources::color_space(std::string_view name) {
  return found(spaces_, name, known_spaces_, shared_.spaces,
               [&](const Object& object) { return color_space_of(object, shared_); });
}

const Drawing* Resources::drawing(std::string_view name) {
  return found(drawings_, name, known_drawings_, shared_.drawings,
               [&](const Object& object) { return drawing_of(object, shared_); });
}

Object Resources::properties(std::string_view name) const {
  if (!properties_.isDict()) return Object(objNull);
  return properties_.dictLookup(std::string(name).c_str());
}

}  // namespace mingxi::read
