#include <poppler/GfxFont.h>
#include <poppler/goo/GooString.h>

#include <algorithm>

#include "read/pdf/contents/declined.h"
#include "read/pdf/contents/page_content.h"
#include "read/pdf/pdf_device.h"

namespace mingxi::read {

void PageContent::set_font(const Operand* operands) {
  PageFont* font = found([&](Resources& resources) { return resources.font(operands[0].text); });
  if (font == nullptr) throw Declined{"an unknown font"};
  state_.font = font;
  state_.font_size = operands[1].number;
  has_style_ = false;
}

void PageContent::set_text_matrix(const Matrix6& matrix) {
  if (!std::equal(matrix.begin(), matrix.begin() + 4, state_.text_matrix.begin()))
    has_style_ = false;
  state_.text_matrix = matrix;
  move_text_line(0, 0);
}

void PageContent::move_text_line(double x, double y) {
  line_ = {x, y};
  at_ = transformed(state_.text_matrix, x, y);
}

void PageContent::next_line() { move_text_line(line_.x, line_.y - state_.leading); }

void PageContent::shift_text(double x, double y) {
  const Point shift = turned(state_.text_matrix, x, y);
  at_.x += shift.x;
  at_.y += shift.y;
}

void PageContent::show_array() {
  if (state_.font == nullptr) throw Declined{"text without a font"};
  for (const Operand& element : elements_) {
    if (element.kind == Token::kString)
      show(element.text);
    else if (state_.font->is_vertical())
      shift_text(0, -element.number * 0.001 * state_.font_size);
    else
      shift_text(-element.number * 0.001 * state_.font_size * state_.horizontal_scale, 0);
  }
}

// What is the same for all glyphs of a string, and often for all strings of a line.
void PageContent::set_text_style() {
  const GraphicsState& s = state_;
  TextStyle style{.ink = text_ink(s.render_mode, s.colours),
                  .is_pale = has_pale_text(s.render_mode, s.colours)};
  const Matrix6& t = s.text_matrix;
  const Matrix6& m = s.to_page;
  style.along_x = (t[0] * m[0] + t[1] * m[2]) * s.font_size * s.horizontal_scale;
  style.along_y = (t[0] * m[1] + t[1] * m[3]) * s.font_size * s.horizontal_scale;
  style.up_x = (t[2] * m[0] + t[3] * m[2]) * s.font_size;
  style.up_y = (t[2] * m[1] + t[3] * m[3]) * s.font_size;
  if (s.font->is_vertical()) style.writing_mode = WritingMode::kVertical;
  set_font_height(s.font->font(), style);
  // Room that the spacing of characters and words adds is not part of a glyph.
  const auto room = [&](double length) {
    const Point in_user =
        s.font->is_vertical() ? turned(t, 0, length) : turned(t, length * s.horizontal_scale, 0);
    return turned(m, in_user.x, in_user.y);
  };
  character_room_ = room(s.character_space);
  word_room_ = room(s.word_space);
  recorder_.set_style(style);
  has_style_ = true;
}

void PageContent::show(std::string_view codes) {
  if (state_.font == nullptr) throw Declined{"text without a font"};
  recorder_.set_clip(state_.clip);
  if (!has_style_) set_text_style();
  const Point rise = turned(state_.text_matrix, 0, state_.rise);
  while (!codes.empty()) {
    const FontGlyph& glyph = state_.font->first_glyph(codes);
    print(glyph, rise, glyph.bytes == 1 && codes[0] == ' ');
    codes.remove_prefix(std::min(static_cast<std::size_t>(glyph.bytes), codes.size()));
  }
}

void PageContent::print(const FontGlyph& glyph, const Point& rise, bool is_blank) {
  const GraphicsState& s = state_;
  double x = glyph.advance_x;
  double y = glyph.advance_y;
  if (s.font->is_vertical()) {
    x *= s.font_size;
    y = y * s.font_size + s.character_space;
    if (is_blank) y += s.word_space;
  } else {
    x = x * s.font_size + s.character_space;
    if (is_blank) x += s.word_space;
    x *= s.horizontal_scale;
    y *= s.font_size;
  }
  const Point shift = turned(s.text_matrix, x, y);
  const Point at = transformed(s.to_page, at_.x + rise.x, at_.y + rise.y);
  Point advance = turned(s.to_page, shift.x, shift.y);
  advance.x -= character_room_.x;
  advance.y -= character_room_.y;
  if (glyph.is_space) {
    advance.x -= word_room_.x;
    advance.y -= word_room_.y;
  }
  recorder_.print(at.x, at.y, advance.x, advance.y, s.font->characters(glyph));
  at_.x += shift.x;
  at_.y += shift.y;
}

void PageContent::begin_marked(std::string_view tag, const Operand* list) {
  constexpr std::size_t kMaxMarks = 10000;
  if (marks_.size() == kMaxMarks) throw Declined{"too many marks"};
  if (shared_.has_optional_content && tag.starts_with("OC")) throw Declined{"optional content"};
  marks_.push_back(MarkKind::kOther);
  if (tag != "Span" || list == nullptr) return;
  std::optional<std::string> text;
  if (list->kind == Token::kDictionary) {
    text = actual_text_;
  } else {
    Object properties;
    for (auto at = resources_.rbegin(); at != resources_.rend() && properties.isNull(); ++at)
      properties = (*at)->properties(list->text);
    if (!properties.isDict()) throw Declined{"an unknown property list"};
    const Object actual = properties.dictLookup("ActualText");
    if (actual.isString()) text = actual.getString()->toStr();
  }
  if (!text) return;
  marks_.back() = MarkKind::kActualText;
  recorder_.begin_actual_text(decoded(GooString(*text)));
}

void PageContent::end_marked() {
  if (marks_.empty()) throw Declined{"an end of no mark"};
  if (marks_.back() == MarkKind::kActualText) recorder_.end_actual_text();
  marks_.pop_back();
}

}  // namespace mingxi::read
