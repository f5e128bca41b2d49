// An image is never decoded, but it is drawn only if Poppler would draw it: each check of its
// dictionary that Poppler makes is made here.

#include "read/pdf/contents/drawings.h"

#include <poppler/GfxState.h>
#include <poppler/Object.h>
#include <poppler/Stream.h>

#include <climits>

#include "read/pdf/contents/content_stream.h"
#include "read/pdf/contents/declined.h"
#include "read/pdf/contents/page_resources.h"

namespace mingxi::read {
namespace {

Object entry(Dict& dict, const char* name, const char* short_name) {
  Object object = dict.lookup(name);
  if (object.isNull()) object = dict.lookup(short_name);
  return object;
}

int whole(Dict& dict, const char* name, const char* short_name) {
  const Object object = entry(dict, name, short_name);
  if (!object.isInt()) throw Declined{"an image without its sizes"};
  return object.getInt();
}

void check_size(Dict& dict) {
  const int width = whole(dict, "Width", "W");
  const int height = whole(dict, "Height", "H");
  if (width < 1 || height < 1 || width > INT_MAX / height) throw Declined{"an image without area"};
}

bool is_stencil(Dict& dict) {
  const Object object = entry(dict, "ImageMask", "IM");
  if (!object.isNull() && !object.isBool()) throw Declined{"an image mask that is no boolean"};
  return object.isBool() && object.getBool();
}

void check_decode(Dict& dict, int count) {
  const Object decode = entry(dict, "Decode", "D");
  if (decode.isNull()) return;
  if (!decode.isArray() || decode.arrayGetLength() != count) throw Declined{"an unusual Decode"};
  for (int i = 0; i < count; ++i)
    if (!decode.arrayGet(i).isNum()) throw Declined{"an unusual Decode"};
}

void check_bits(Dict& dict) {
  const int bits = whole(dict, "BitsPerComponent", "BPC");
  if (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16)
    throw Declined{"an image of unusual depth"};
}

void check_stencil(Dict& dict) {
  const Object bits = entry(dict, "BitsPerComponent", "BPC");
  if (bits.isInt() && bits.getInt() != 1) throw Declined{"a mask of unusual depth"};
  check_decode(dict, 2);
}

void check_soft_mask(Dict& mask) {
  check_size(mask);
  check_bits(mask);
  const Object space = entry(mask, "ColorSpace", "CS");
  if (!space.isName("DeviceGray") && !space.isName("G")) throw Declined{"a mask with colours"};
  check_decode(mask, 2);
  if (!mask.lookup("Matte").isNull()) throw Declined{"a mask with a matte"};
}

bool is_without_mask(Dict& dict) {
  const Object mask = dict.lookup("Mask");
  const Object soft_mask = dict.lookup("SMask");
  if (soft_mask.isStream()) {
    if (!mask.isNull()) throw Declined{"an image with two masks"};
    check_soft_mask(*soft_mask.streamGetDict());
    return false;
  }
  if (mask.isStream()) {
    Dict& stencil = *mask.streamGetDict();
    if (!is_stencil(stencil)) throw Declined{"a mask that is an image"};
    check_size(stencil);
    check_stencil(stencil);
    return false;
  }
  if (!mask.isArray()) return true;
  for (int i = 0; i < mask.arrayGetLength(); ++i)
    if (!mask.arrayGet(i).isInt()) throw Declined{"an unusual mask of colours"};
  return false;
}

PlacedImage image_of(const Object& object, SharedResources& shared) {
  if (object.getStream()->getKind() == strJPX) throw Declined{"JPEG 2000"};
  Dict& dict = *object.streamGetDict();
  check_size(dict);
  if (is_stencil(dict)) {
    check_stencil(dict);
    return {.is_stencil = true, .is_without_mask = false};
  }
  check_bits(dict);
  const auto space = color_space_of(entry(dict, "ColorSpace", "CS"), shared);
  if (space->getMode() == csPattern) throw Declined{"an image of patterns"};
  check_decode(dict, 2 * space->getNComps());
  return {.is_without_mask = is_without_mask(dict)};
}

double number_at(const Object& array, int i) {
  const Object object = array.arrayGet(i);
  if (!object.isNum()) throw Declined{"a form without its box or matrix"};
  return object.getNum();
}

bool is_group(Dict& dict, SharedResources& shared) {
  const Object group = dict.lookup("Group");
  if (!group.isDict() || !group.dictLookup("S").isName("Transparency")) return false;
  const Object space = group.dictLookup("CS");
  if (!space.isNull()) color_space_of(space, shared);
  return true;
}

std::shared_ptr<Form> form_of(const Object& object, SharedResources& shared) {
  Dict& dict = *object.streamGetDict();
  const Object type = dict.lookup("FormType");
  if (!type.isNull() && (!type.isInt() || type.getInt() != 1)) throw Declined{"a form of new type"};
  const auto form = std::make_shared<Form>();
  const Object box = dict.lookup("BBox");
  if (!box.isArray()) throw Declined{"a form without its box or matrix"};
  for (int i = 0; i < 4; ++i) form->box[static_cast<std::size_t>(i)] = number_at(box, i);
  const Object matrix = dict.lookup("Matrix");
  for (int i = 0; i < 6 && matrix.isArray(); ++i)
    form->matrix[static_cast<std::size_t>(i)] = number_at(matrix, i);
  form->is_group = is_group(dict, shared);
  form->resources = std::make_shared<Resources>(dict.lookup("Resources"), shared);
  form->contents = contents_of(object);
  return form;
}

}  // namespace

Drawing drawing_of(const Object& object, SharedResources& shared) {
  if (!object.isStream()) throw Declined{"a drawing that is no stream"};
  Dict& dict = *object.streamGetDict();
  if (!dict.lookupNF("OC").isNull()) throw Declined{"optional content"};
  if (!dict.lookup("OPI").isNull()) throw Declined{"an image kept elsewhere"};
  const Object type = dict.lookup("Subtype");
  if (type.isName("Image")) return {.form = nullptr, .image = image_of(object, shared)};
  if (type.isName("Form")) return {.form = form_of(object, shared), .image = std::nullopt};
  throw Declined{"a drawing of unknown type"};
}

}  // namespace mingxi::read
