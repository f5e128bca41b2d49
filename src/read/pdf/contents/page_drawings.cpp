#include <algorithm>
#include <cmath>
#include <utility>

#include "read/pdf/contents/declined.h"
#include "read/pdf/contents/page_content.h"

namespace mingxi::read {

void PageContent::draw(std::string_view name) {
  const Drawing* known = found([&](Resources& resources) { return resources.drawing(name); });
  if (known == nullptr) throw Declined{"an unknown drawing"};
  if (clips_next_) throw Declined{"a clip over a drawing"};
  const Drawing drawing = *known;  // what it draws can move what is known
  if (drawing.form != nullptr)
    draw_form(*drawing.form);
  else
    draw_image(*drawing.image);
}

void PageContent::draw_form(const Form& form) {
  constexpr std::size_t kDeepest = 16;
  constexpr int kMaxRuns = 10000;  // a form of forms of forms can amount to billions
  if (forms_.size() == kDeepest || ++form_runs_ > kMaxRuns) throw Declined{"too many forms"};
  if (std::ranges::find(forms_, &form) != forms_.end()) throw Declined{"a form in itself"};
  const GraphicsState outer_state = state_;
  const PathBuilder outer_path = std::exchange(path_, {});
  const auto [outer_at, outer_line] = std::pair(at_, line_);
  const std::size_t outer_guard = std::exchange(guard_, saved_.size());

  state_.concatenate(form.matrix);
  path_.move_to(form.box[0], form.box[1]);
  path_.line_to(form.box[2], form.box[1]);
  path_.line_to(form.box[2], form.box[3]);
  path_.line_to(form.box[0], form.box[3]);
  path_.close();
  state_.clip = path_.clipped(state_.to_page, state_.clip);
  at_ = path_.current();
  path_.clear();
  if (form.is_group) {
    state_.blends_normally = true;
    state_.colours.fill_opacity = state_.colours.stroke_opacity = 1;
    recorder_.begin_group(GroupKind::kPainted);
  }
  has_style_ = false;
  forms_.push_back(&form);
  resources_.push_back(form.resources.get());
  run(form.contents);
  resources_.pop_back();
  forms_.pop_back();
  if (form.is_group) recorder_.end_group();

  saved_.resize(guard_);
  guard_ = outer_guard;
  line_ = outer_line;
  at_ = outer_at;
  path_ = outer_path;
  state_ = outer_state;
  has_style_ = false;
  if (form.is_group)
    recorder_.paint_group(state_.colours.fill_ink(), state_.colours.fill_opacity < kPaleGroup);
}

void PageContent::draw_image(const PlacedImage& image) {
  constexpr double kFlat = 0.000001;  // Poppler does not draw an image without area
  const Matrix6& m = state_.to_page;
  if (!image.is_stencil && std::abs(m[0] * m[3] - m[1] * m[2]) < kFlat)
    throw Declined{"an image without area"};
  const Box box{
      m[4] + std::min(m[0], 0.0) + std::min(m[2], 0.0),
      m[5] + std::min(m[1], 0.0) + std::min(m[3], 0.0),
      m[4] + std::max(m[0], 0.0) + std::max(m[2], 0.0),
      m[5] + std::max(m[1], 0.0) + std::max(m[3], 0.0),
  };
  const double opacity = state_.colours.fill_opacity;
  recorder_.set_clip(state_.clip);
  recorder_.image(box,
                  {.ink = opacity < 0.01 ? Ink::kNone : Ink::kDark,
                   .is_opaque = image.is_without_mask && state_.blends_normally && opacity > 0.99});
}

// An inline image without filters is as long as its sizes say; what has a filter would have to be
// decoded to know where it ends.
void PageContent::draw_inline_image() {
  constexpr double kMaxSide = 1 << 15;
  double width = 0;
  double height = 0;
  double bits = 0;
  int components = 0;
  bool is_stencil = false;
  for (Operand key; lexer_->next(key) != Token::kOperator || key.text != "ID";) {
    if (key.kind != Token::kName) throw Declined{"an inline image without names"};
    const std::string_view name = key.text;
    Operand value;
    lexer_->next(value);
    const bool is_whole = value.kind == Token::kNumber && value.is_whole;
    if ((name == "W" || name == "Width") && is_whole) {
      width = value.number;
    } else if ((name == "H" || name == "Height") && is_whole) {
      height = value.number;
    } else if ((name == "BPC" || name == "BitsPerComponent") && is_whole) {
      bits = value.number;
    } else if ((name == "IM" || name == "ImageMask") && value.kind == Token::kConstant) {
      is_stencil = value.text == "true";
    } else if ((name == "CS" || name == "ColorSpace") && value.kind == Token::kName) {
      constexpr std::string_view kShort[] = {"G", "RGB", "CMYK"};
      constexpr std::string_view kLong[] = {"DeviceGray", "DeviceRGB", "DeviceCMYK"};
      constexpr int kComponents[] = {1, 3, 4};
      for (std::size_t i = 0; i < std::size(kShort); ++i)
        if (value.text == kShort[i] || value.text == kLong[i]) components = kComponents[i];
      if (components == 0 ||
          found([&](Resources& resources) { return resources.color_space(value.text); }) != nullptr)
        throw Declined{"an inline image of other colours"};
    } else if ((name != "I" && name != "Interpolate") || value.kind != Token::kConstant) {
      throw Declined{"an unusual inline image"};
    }
  }
  if (clips_next_) throw Declined{"a clip over a drawing"};
  if (is_stencil) bits = components = 1;
  const bool is_sized = width >= 1 && width <= kMaxSide && height >= 1 && height <= kMaxSide;
  if (!is_sized || components == 0 || (bits != 1 && bits != 2 && bits != 4 && bits != 8))
    throw Declined{"an unusual inline image"};
  draw_image({.is_stencil = is_stencil, .is_without_mask = !is_stencil});
  lexer_->skip_image_data(
      static_cast<std::size_t>(height) *
      ((static_cast<std::size_t>(width) * static_cast<std::size_t>(components * bits) + 7) / 8));
}

}  // namespace mingxi::read
