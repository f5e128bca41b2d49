#pragma once

#include <poppler/GfxState.h>
#include <poppler/Object.h>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/pdf/contents/drawings.h"
#include "read/pdf/contents/page_fonts.h"

class PDFDoc;
class XRef;

namespace mingxi::read {

/// What a `gs` operator sets, as far as it is seen.
struct StateChange {
  std::optional<double> fill_opacity;
  std::optional<double> stroke_opacity;
  std::optional<bool> blends_normally;
  std::optional<double> line_width;
};

/// What the pages of one document share, each made once; by the reference of its object.
struct SharedResources {
  explicit SharedResources(PDFDoc& document);

  template <typename Value>
  using ByReference = std::map<std::pair<int, int>, Value>;

  XRef* xref;
  GfxState plain_state;  ///< colour spaces are parsed for some state
  bool has_optional_content;
  bool has_output_intent;  ///< mixed colours are asked of its profile
  ByReference<std::shared_ptr<PageFont>> fonts;
  ByReference<StateChange> states;
  ByReference<std::shared_ptr<GfxColorSpace>> spaces;
  ByReference<Drawing> drawings;
};

/// What the names of one page or form mean. A lookup gives null where the name is not known here,
/// and throws Declined where it means something that we do not read. What is given lives until the
/// next lookup.
class Resources {
 public:
  /// dictionary: a dictionary, or anything else where there is none.
  Resources(const Object& dictionary, SharedResources& shared);

  PageFont* font(std::string_view name);
  const StateChange* state_change(std::string_view name);
  const std::shared_ptr<GfxColorSpace>* color_space(std::string_view name);
  const Drawing* drawing(std::string_view name);
  /// The property list of marked content; a null object where it is not known.
  Object properties(std::string_view name) const;

 private:
  template <typename Value>
  using Names = std::vector<std::pair<std::string, Value>>;
  template <typename Value, typename Make>
  Value* found(const Object& category, std::string_view name, Names<Value>& known,
               SharedResources::ByReference<Value>& shared, const Make& make);

  SharedResources& shared_;
  Object fonts_, states_, spaces_, drawings_, properties_;
  Names<std::shared_ptr<PageFont>> known_fonts_;
  Names<StateChange> known_states_;
  Names<std::shared_ptr<GfxColorSpace>> known_spaces_;
  Names<Drawing> known_drawings_;
};

/// The colour space of an object, which may be its mere name. Throws Declined.
std::shared_ptr<GfxColorSpace> color_space_of(const Object& object, SharedResources& shared);

}  // namespace mingxi::read
