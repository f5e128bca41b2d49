// Called for every operator of a page, so nothing here allocates and colours are judged by their
// components alone. What is the same for all glyphs of a string is worked out once per string.

#include "read/pdf/pdf_device.h"

#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/UTF.h>
#include <poppler/XRef.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "read/pdf/colours.h"
#include "read/pdf/glyph_names.h"

namespace mingxi::read {
namespace {

Colours colours_of(GfxState* state) {
  return {.fill = visible_colour(*state->getFillColorSpace(), *state->getFillColor()),
          .stroke = visible_colour(*state->getStrokeColorSpace(), *state->getStrokeColor()),
          .fill_opacity = state->getFillOpacity(),
          .stroke_opacity = state->getStrokeOpacity()};
}

class Device : public OutputDev {
 public:
  explicit Device(PageRecorder& recorder) : recorder_(recorder) {}

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  // A Type 3 glyph is a small drawing; its text comes through drawChar all the same.
  bool interpretType3Chars() override { return false; }
  // Otherwise a pattern is drawn tile by tile and a shading strip by strip: false rulings.
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }

  void startPage(int, GfxState* state, XRef* xref) override {
    xref_ = xref;
    type3_fonts_.clear();
    nameless_ = nullptr;
    depth_ = 0;
    soft_mask_depth_ = kNoSoftMask;
    recorder_.set_paper(state->getPageWidth(), state->getPageHeight());
  }

  void saveState(GfxState*) override { ++depth_; }
  void restoreState(GfxState*) override {
    --depth_;
    if (soft_mask_depth_ > depth_) soft_mask_depth_ = kNoSoftMask;
  }
  void setSoftMask(GfxState*, const double*, bool, Function*, GfxColor*) override {
    if (soft_mask_depth_ == kNoSoftMask) soft_mask_depth_ = depth_;
  }
  void clearSoftMask(GfxState*) override { soft_mask_depth_ = kNoSoftMask; }

  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                              bool for_soft_mask) override {
    recorder_.begin_group(for_soft_mask ? GroupKind::kMask : GroupKind::kPainted);
  }
  void endTransparencyGroup(GfxState*) override { recorder_.end_group(); }
  void paintTransparencyGroup(GfxState* state, const double*) override {
    recorder_.paint_group(fill_ink(state), state->getFillOpacity() < kPaleGroup);
  }

  void beginString(GfxState* state, const GooString*) override {
    set_clip(state);
    GfxFont* font = state->getFont().get();
    take_names(font);
    const Colours colours = colours_of(state);
    TextStyle style{.ink = text_ink(state->getRender(), colours),
                    .is_pale = has_pale_text(state->getRender(), colours)};
    state->getFontTransMat(&style.along_x, &style.along_y, &style.up_x, &style.up_y);
    if (font != nullptr) {
      if (font->getWMode() != 0) style.writing_mode = WritingMode::kVertical;
      set_font_height(*font, style);
    }
    // Room that the spacing of characters and words adds is not part of a glyph.
    const bool is_vertical = style.writing_mode == WritingMode::kVertical;
    const auto room = [&](double length, double& x, double& y) {
      double user_x = 0;
      double user_y = 0;
      if (is_vertical)
        state->textTransformDelta(0, length, &user_x, &user_y);
      else
        state->textTransformDelta(length * state->getHorizScaling(), 0, &user_x, &user_y);
      state->transformDelta(user_x, user_y, &x, &y);
    };
    room(state->getCharSpace(), character_room_x_, character_room_y_);
    room(state->getWordSpace(), word_room_x_, word_room_y_);
    recorder_.set_style(style);
  }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double, double,
                CharCode code, int bytes, const Unicode* characters, int count) override {
    double at_x = 0;
    double at_y = 0;
    double advance_x = 0;
    double advance_y = 0;
    state->transform(x, y, &at_x, &at_y);
    state->transformDelta(dx, dy, &advance_x, &advance_y);
    advance_x -= character_room_x_;
    advance_y -= character_room_y_;
    if (bytes == 1 && code == ' ') {
      advance_x -= word_room_x_;
      advance_y -= word_room_y_;
    }
    const bool is_known = characters != nullptr && (nameless_ == nullptr || !nameless_->hold(code));
    recorder_.print(at_x, at_y, advance_x, advance_y,
                    {characters, static_cast<std::size_t>(is_known ? count : 0)});
  }

  void beginActualText(GfxState*, const GooString* text) override {
    recorder_.begin_actual_text(decoded(*text));
  }
  void endActualText(GfxState*) override { recorder_.end_actual_text(); }

  void stroke(GfxState* state) override {
    if (!take_path(state)) return;
    const VisibleColour colour =
        visible_colour(*state->getStrokeColorSpace(), *state->getStrokeColor());
    const Paint paint{.ink = ink_of(colour, state->getStrokeOpacity())};
    recorder_.stroke(path_, state->getTransformedLineWidth(), paint);
  }
  void fill(GfxState* state) override { fill(state, FillRule::kNonZero); }
  void eoFill(GfxState* state) override { fill(state, FillRule::kEvenOdd); }

  bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int,
                         int, int, int, double, double) override {
    return shade(state);
  }
  bool functionShadedFill(GfxState* state, GfxFunctionShading*) override { return shade(state); }
  bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override {
    return shade(state);
  }
  bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override {
    return shade(state);
  }
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override {
    return shade(state);
  }
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override { return shade(state); }

  void drawImage(GfxState* state, Object* reference, Stream* stream, int width, int height,
                 GfxImageColorMap* colors, bool interpolate, const int* mask_colors,
                 bool is_inline) override {
    add_image(state, mask_colors == nullptr);
    // The base class steps over the data that are in the page's own stream.
    if (is_inline)
      OutputDev::drawImage(state, reference, stream, width, height, colors, interpolate,
                           mask_colors, is_inline);
  }
  void drawImageMask(GfxState* state, Object* reference, Stream* stream, int width, int height,
                     bool invert, bool interpolate, bool is_inline) override {
    add_image(state, false);
    if (is_inline)
      OutputDev::drawImageMask(state, reference, stream, width, height, invert, interpolate,
                               is_inline);
  }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool,
                       Stream*, int, int, bool, bool) override {
    add_image(state, false);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool,
                           Stream*, int, int, GfxImageColorMap*, bool) override {
    add_image(state, false);
  }

 private:
  /// Looks up which codes of a Type 3 font are nameless.
  void take_names(GfxFont* font) {
    nameless_ = nullptr;
    if (font == nullptr || font->getType() != fontType3 || xref_ == nullptr) return;
    const Ref id = *font->getID();
    auto known = type3_fonts_.find({id.num, id.gen});
    if (known == type3_fonts_.end())
      known =
          type3_fonts_.emplace(std::pair(id.num, id.gen), NamelessCodes(*font, xref_->fetch(id)))
              .first;
    nameless_ = &known->second;
  }

  static constexpr int kNoSoftMask = -1;

  static Ink fill_ink(GfxState* state) {
    return ink_of(visible_colour(*state->getFillColorSpace(), *state->getFillColor()),
                  state->getFillOpacity());
  }

  void set_clip(GfxState* state) {
    Box clip;
    state->getClipBBox(&clip.left, &clip.top, &clip.right, &clip.bottom);
    recorder_.set_clip(clip);
  }

  bool is_plain(GfxState* state) const {
    return soft_mask_depth_ == kNoSoftMask && state->getBlendMode() == gfxBlendNormal;
  }

  bool take_path(GfxState* state);

  void fill(GfxState* state, FillRule rule) {
    if (!take_path(state)) return;
    const Paint paint{.ink = fill_ink(state),
                      .is_opaque = is_plain(state) && state->getFillOpacity() > 0.99};
    recorder_.fill(path_, rule, paint);
  }

  bool shade(GfxState* state) {
    set_clip(state);
    recorder_.shade();
    return true;
  }

  void add_image(GfxState* state, bool is_without_mask) {
    Box box;
    const double* m = state->getCTM();
    box.left = m[4] + std::min(m[0], 0.0) + std::min(m[2], 0.0);
    box.right = m[4] + std::max(m[0], 0.0) + std::max(m[2], 0.0);
    box.top = m[5] + std::min(m[1], 0.0) + std::min(m[3], 0.0);
    box.bottom = m[5] + std::max(m[1], 0.0) + std::max(m[3], 0.0);
    const double opacity = state->getFillOpacity();
    set_clip(state);
    recorder_.image(box, {.ink = opacity < 0.01 ? Ink::kNone : Ink::kDark,
                          .is_opaque = is_without_mask && is_plain(state) && opacity > 0.99});
  }

  PageRecorder& recorder_;
  XRef* xref_ = nullptr;
  std::map<std::pair<int, int>, NamelessCodes> type3_fonts_;  // of the page, by their reference
  const NamelessCodes* nameless_ = nullptr;                   // of the font of a string
  Path path_;                                                 // kept for its memory
  int depth_ = 0;
  int soft_mask_depth_ = kNoSoftMask;
  double character_room_x_ = 0, character_room_y_ = 0;
  double word_room_x_ = 0, word_room_y_ = 0;
};

// Turns the current path upright. False if some of it is nowhere.
bool Device::take_path(GfxState* state) {
  set_clip(state);
  path_.clear();
  const GfxPath* path = state->getPath();
  for (int s = 0; s < path->getNumSubpaths(); ++s) {
    const GfxSubpath* subpath = path->getSubpath(s);
    if (subpath->getNumPoints() < 2) continue;
    const std::size_t first = path_.points.size();
    for (int i = 0; i < subpath->getNumPoints(); ++i) {
      PathPoint point{.is_control = subpath->getCurve(i)};
      state->transform(subpath->getX(i), subpath->getY(i), &point.x, &point.y);
      if (!std::isfinite(point.x + point.y)) return false;
      path_.points.push_back(point);
    }
    path_.subpaths.push_back(
        {.first = first, .last = path_.points.size(), .is_closed = subpath->isClosed()});
  }
  return !path_.subpaths.empty();
}

}  // namespace

std::unique_ptr<OutputDev> device_for(PageRecorder& recorder) {
  return std::make_unique<Device>(recorder);
}

void set_font_height(const GfxFont& font, TextStyle& style) {
  style.ascent = std::clamp(font.getAscent(), 0.6, 1.05);
  style.descent = std::clamp(font.getDescent(), -0.4, -0.1);
  if (font.getType() == fontType3) {
    // A Type 3 font sets its own scale; the size on the page is that of its drawings.
    const double* matrix = font.getFontMatrix();
    if (matrix[0] != 0) {
      const double scale = std::abs(matrix[3] / matrix[0]);
      style.up_x *= scale;
      style.up_y *= scale;
    }
  }
}

std::u32string decoded(const GooString& text) {
  Unicode* characters = nullptr;
  const int count = TextStringToUCS4(text.toStr(), &characters);
  std::u32string result(characters, characters + std::max(count, 0));
  gfree(characters);
  return result;
}

}  // namespace mingxi::read
