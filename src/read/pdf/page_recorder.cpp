// Each glyph is judged where it is painted as far as that is known then: paper, clip, ink. What
// comes later can still cover it, so images and duplicate glyphs are judged when the page is done.
// Covering comes first: of a title printed twice with an image in between the second is seen.

#include "read/pdf/page_recorder.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "read/pdf/dashes.h"
#include "read/pdf/struck.h"
#include "read/pdf/upright.h"

namespace mingxi::read {
namespace {

// A text span of more glyphs than this is not set out evenly: it is a sentence, not a ligature.
constexpr std::size_t kLongestSpread = 8;

// How far off its axis text can lie and still be meant straight: 3 degrees.
constexpr double kMaxSkew = 0.052;

bool is_askew(double x, double y) {
  const auto [small, large] = std::minmax({std::abs(x), std::abs(y)});
  return small > kMaxSkew * large;
}

bool is_space(char32_t c) { return c == U' ' || c == 0xA0 || c == 0x3000 || c == U'\t'; }

char32_t code_point_of(std::uint32_t character) {
  const bool is_scalar = character <= 0x10FFFF && (character < 0xD800 || character > 0xDFFF);
  // Tabs and line ends are blanks; another control character is a glyph that its font does not
  // name.
  const bool is_control = character < U' ' && (character < U'\t' || character > U'\r');
  return is_scalar && !is_control ? static_cast<char32_t>(character) : char32_t{0xFFFD};
}

Direction direction_of(double x, double y) {
  if (std::abs(x) >= std::abs(y)) return x >= 0 ? Direction::kRight : Direction::kLeft;
  return y >= 0 ? Direction::kDown : Direction::kUp;
}

// Sets several glyphs evenly into the box of one.
void spread(const Glyph& whole, std::u32string_view characters, std::vector<Glyph>& glyphs) {
  const auto count = static_cast<double>(characters.size());
  for (std::size_t i = 0; i < characters.size(); ++i) {
    Glyph glyph = whole;
    glyph.code_point = characters[i];
    const bool forward =
        whole.direction == Direction::kRight || whole.direction == Direction::kDown;
    const auto at = static_cast<double>(forward ? i : characters.size() - 1 - i);
    if (whole.direction == Direction::kRight || whole.direction == Direction::kLeft) {
      glyph.box.left = whole.box.left + whole.box.width() * at / count;
      glyph.box.right = whole.box.left + whole.box.width() * (at + 1) / count;
    } else {
      glyph.box.top = whole.box.top + whole.box.height() * at / count;
      glyph.box.bottom = whole.box.top + whole.box.height() * (at + 1) / count;
    }
    glyphs.push_back(glyph);
  }
}

}  // namespace

void PageRecorder::start(int number, GlyphId first_glyph) {
  // Most pages of a document are alike; growing anew would copy the glyphs of each several times.
  std::vector<Glyph> roomy = std::move(page_.glyphs);
  roomy.clear();
  page_ = {};
  page_.number = number;
  page_.first_glyph = first_glyph;
  page_.glyphs = std::move(roomy);
  paper_ = {};
  clip_ = {};
  areas_.clear();
  has_dark_area_ = false;
  tinted_.clear();
  groups_.clear();
  ended_group_ = {};
  actual_text_depth_ = 0;
}

void PageRecorder::set_paper(double width, double height) {
  page_.width = width;
  page_.height = height;
  paper_ = {0, 0, width, height};
  clip_ = paper_;
}

Page PageRecorder::finished() {
  join_dashes(page_.rulings);
  mark_hidden(page_.glyphs, areas_);
  mark_doubled(page_.glyphs);
  page_.text_source = page_.glyphs.empty() ? TextSource::kNone : TextSource::kEmbedded;
  // The copy is as large as needed, and the roomy original serves the next page.
  std::vector<Glyph> roomy = page_.glyphs;
  std::swap(roomy, page_.glyphs);
  Page page = std::move(page_);
  page_.glyphs = std::move(roomy);
  mark_struck(page);
  set_upright(page);
  return page;
}

void PageRecorder::set_clip(const Box& clip) {
  clip_ = {std::max(clip.left, paper_.left), std::max(clip.top, paper_.top),
           std::min(clip.right, paper_.right), std::min(clip.bottom, paper_.bottom)};
}

void PageRecorder::set_style(const TextStyle& style) {
  style_ = style;
  font_size_ = std::hypot(style.up_x, style.up_y);
  is_askew_ = is_askew(style.along_x, style.along_y);
  if (style.writing_mode == WritingMode::kHorizontal) {
    direction_ = direction_of(style.along_x, style.along_y);
    const auto [low_x, high_x] =
        std::minmax({style.ascent * style.up_x, style.descent * style.up_x});
    const auto [low_y, high_y] =
        std::minmax({style.ascent * style.up_y, style.descent * style.up_y});
    extent_ = {low_x, low_y, high_x, high_y};
  } else {
    direction_ = direction_of(-style.up_x, -style.up_y);
    const double half_x = std::abs(style.along_x) / 2;
    const double half_y = std::abs(style.along_y) / 2;
    extent_ = {-half_x, -half_y, half_x, half_y};
  }
}

Visibility PageRecorder::visibility_at(const Middle& middle) const {
  // The clip lies on the paper: what is outside the paper is also outside a clip that someone set.
  if (!holds(clip_, middle.x, middle.y))
    return clip_ == paper_ ? Visibility::kOutsidePage : Visibility::kClipped;
  if (style_.ink == Ink::kNone) return Visibility::kInvisible;
  if (is_askew_) return Visibility::kAskew;
  if (style_.ink == Ink::kWhite && (!has_dark_area_ || is_white_at(areas_, middle.x, middle.y)))
    return Visibility::kWhite;
  return Visibility::kVisible;
}

void PageRecorder::print(double x, double y, double advance_x, double advance_y,
                         std::span<const std::uint32_t> characters) {
  // Broken matrices give places that are no numbers: nothing is printed there.
  if (!std::isfinite(x + y + advance_x + advance_y + font_size_)) return;
  const bool runs_along_x = direction_ == Direction::kRight || direction_ == Direction::kLeft;
  Glyph glyph{.code_point = characters.empty() ? char32_t{0xFFFD} : code_point_of(characters[0]),
              .box = {x + std::min(advance_x, 0.0) + extent_.left,
                      y + std::min(advance_y, 0.0) + extent_.top,
                      x + std::max(advance_x, 0.0) + extent_.right,
                      y + std::max(advance_y, 0.0) + extent_.bottom},
              .baseline = runs_along_x ? y : x,
              .font_size = font_size_,
              .direction = direction_,
              .is_pale = style_.is_pale};
  // The middle is taken from the advance, so that slanted text is judged rightly too.
  const double up = style_.writing_mode == WritingMode::kHorizontal ? kMiddleShareOfSize : 0;
  glyph.visibility =
      visibility_at({x + advance_x / 2 + up * style_.up_x, y + advance_y / 2 + up * style_.up_y});
  if (characters.size() <= 1) {
    page_.glyphs.push_back(glyph);
    return;
  }
  std::u32string text;
  for (const std::uint32_t character : characters) text += code_point_of(character);
  spread(glyph, text, page_.glyphs);
}

void PageRecorder::begin_actual_text(std::u32string_view text) {
  // Of spans in one another the outermost counts for all.
  if (++actual_text_depth_ > 1) return;
  actual_text_ = text;
  actual_text_begin_ = page_.glyphs.size();
}

void PageRecorder::end_actual_text() {
  if (actual_text_depth_ == 0 || --actual_text_depth_ > 0) return;
  std::vector<Glyph>& glyphs = page_.glyphs;
  const std::size_t begin = std::min(actual_text_begin_, glyphs.size());
  std::u32string text;
  for (const char32_t c : actual_text_)
    if (!is_space(c) && c >= U' ') text += c;
  const auto is_printed = [](const Glyph& glyph) { return !is_space(glyph.code_point); };
  const auto printed =
      static_cast<std::size_t>(std::count_if(glyphs.begin() + begin, glyphs.end(), is_printed));
  // A text that says nothing cannot undo ink.
  if (printed == 0 || text.empty()) return;
  if (text.size() == printed) {
    std::size_t at = 0;
    for (std::size_t i = begin; i < glyphs.size(); ++i)
      if (is_printed(glyphs[i])) glyphs[i].code_point = text[at++];
    return;
  }
  // A few glyphs on one line share their room out anew; otherwise what the glyphs say is kept, for
  // then it is not known which character is where.
  Glyph whole = glyphs[begin];
  for (std::size_t i = begin; i < glyphs.size(); ++i) {
    if (std::abs(glyphs[i].baseline - whole.baseline) > 0.5 * whole.font_size ||
        glyphs[i].direction != whole.direction)
      return;
    whole.box = united(whole.box, glyphs[i].box);
  }
  if (std::max(glyphs.size() - begin, text.size()) > kLongestSpread) return;
  glyphs.resize(begin);
  spread(whole, text, glyphs);
}

void PageRecorder::stroke(const Path& path, double line_width, const Paint& paint) {
  if (paint.ink == Ink::kNone) return;
  const std::size_t before = page_.rulings.size();
  add_stroked_rulings(path, line_width, clip_, page_.rulings);
  if (paint.ink == Ink::kWhite) drop_rulings_on_white(before);
}

void PageRecorder::fill(const Path& path, FillRule rule, const Paint& paint) {
  if (paint.ink == Ink::kNone) return;
  const std::size_t before = page_.rulings.size();
  filled_.clear();
  add_filled_rulings(path, rule, clip_, page_.rulings, filled_);
  if (paint.ink == Ink::kWhite) drop_rulings_on_white(before);
  for (const FilledArea& area : filled_) {
    if (paint.ink != Ink::kWhite && area.is_rectangle) add_tint(area.box);
    if (paint.ink == Ink::kDark) {
      add_area(area.box, Shade::kDark, area.is_rectangle && paint.is_opaque);
    } else if (area.is_rectangle && paint.is_opaque) {
      add_area(area.box, Shade::kLight, true);
    }
  }
}

void PageRecorder::shade() {
  if (clip_.width() > 0 && clip_.height() > 0) add_area(clip_, Shade::kDark, false);
}

void PageRecorder::image(const Box& box, const Paint& paint) {
  const Box seen{std::max(box.left, clip_.left), std::max(box.top, clip_.top),
                 std::min(box.right, clip_.right), std::min(box.bottom, clip_.bottom)};
  if (!(seen.width() > 0 && seen.height() > 0) || paint.ink == Ink::kNone) return;
  page_.images.push_back(
      {.box = seen, .glyphs_before = static_cast<std::uint32_t>(page_.glyphs.size())});
  add_area(seen, Shade::kDark, paint.is_opaque);
}

void PageRecorder::add_area(const Box& box, Shade shade, bool hides) {
  // Light areas matter only over dark ones or over text: most pages need none of them.
  const auto glyphs_before = static_cast<std::uint32_t>(page_.glyphs.size());
  if (shade == Shade::kLight && !has_dark_area_ && glyphs_before == 0) return;
  if (shade == Shade::kDark) has_dark_area_ = true;
  areas_.push_back({.box = box, .shade = shade, .hides = hides, .glyphs_before = glyphs_before});
}

void PageRecorder::add_tint(const Box& box) {
  constexpr double kLowest = 6;  // points: a row
  constexpr double kHighest = 90;
  constexpr double kNarrowest = 12;
  tinted_.push_back(box);
  if (box.height() >= kLowest && box.height() <= kHighest && box.width() >= kNarrowest)
    page_.shades.push_back(box);
}

void PageRecorder::drop_rulings_on_white(std::size_t first) {
  std::vector<Ruling>& rulings = page_.rulings;
  if (!has_dark_area_ && tinted_.empty()) {
    rulings.resize(first);
    return;
  }
  const auto is_unseen = [&](const Ruling& ruling) {
    const double x = ruling.box.middle_x();
    const double y = ruling.box.middle_y();
    const bool is_on_tint = std::any_of(tinted_.begin(), tinted_.end(), [x, y](const Box& box) {
      return holds({box.left - 1, box.top - 1, box.right + 1, box.bottom + 1}, x, y);
    });
    return !is_on_tint && is_white_at(areas_, x, y);
  };
  rulings.erase(std::remove_if(rulings.begin() + first, rulings.end(), is_unseen), rulings.end());
}

PageRecorder::Mark PageRecorder::here(GroupKind kind) const {
  return {.kind = kind,
          .glyphs = page_.glyphs.size(),
          .rulings = page_.rulings.size(),
          .images = page_.images.size(),
          .areas = areas_.size()};
}

void PageRecorder::forget_since(const Mark& mark) {
  page_.rulings.resize(std::min(mark.rulings, page_.rulings.size()));
  page_.images.resize(std::min(mark.images, page_.images.size()));
  areas_.resize(std::min(mark.areas, areas_.size()));
}

void PageRecorder::begin_group(GroupKind kind) { groups_.push_back(here(kind)); }

void PageRecorder::end_group() {
  if (groups_.empty()) return;
  ended_group_ = groups_.back();
  groups_.pop_back();
  if (ended_group_.kind == GroupKind::kMask) {
    forget_since(ended_group_);
    page_.glyphs.resize(std::min(ended_group_.glyphs, page_.glyphs.size()));
  }
}

void PageRecorder::paint_group(Ink ink, bool is_pale) {
  for (std::size_t i = ended_group_.glyphs; is_pale && i < page_.glyphs.size(); ++i)
    page_.glyphs[i].is_pale = true;
  if (ink != Ink::kNone || ended_group_.kind == GroupKind::kMask) return;
  forget_since(ended_group_);
  for (std::size_t i = ended_group_.glyphs; i < page_.glyphs.size(); ++i)
    if (page_.glyphs[i].visibility == Visibility::kVisible)
      page_.glyphs[i].visibility = Visibility::kInvisible;
}

}  // namespace mingxi::read
