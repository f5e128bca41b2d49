#include "read/pdf/struck.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace mingxi::read {
namespace {

constexpr double kThickest = 2;  // points
constexpr double kShortest = 3;  // points
constexpr double kTouch = 1.5;   // points between pieces of one line
// Where a line strikes text, in font sizes over the baseline: not under it, not over small letters.
constexpr double kLowest = 0.12;
constexpr double kHighest = 0.5;
constexpr double kBeyond = 0.4;      // font sizes that the line may reach beyond its text
constexpr double kMinCovered = 0.8;  // of the line, by the text that it strikes

/// Pieces on one height that touch.
struct Stroke {
  Box box;
  std::vector<std::size_t> rulings;
};

std::vector<Stroke> horizontal_strokes(const std::vector<Ruling>& rulings) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < rulings.size(); ++i)
    if (rulings[i].box.height() <= kThickest && rulings[i].box.width() > rulings[i].box.height())
      order.push_back(i);
  const auto step = [&](std::size_t i) { return std::lround(2 * rulings[i].box.middle_y()); };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return step(a) != step(b) ? step(a) < step(b) : rulings[a].box.left < rulings[b].box.left;
  });
  std::vector<Stroke> strokes;
  for (const std::size_t i : order) {
    const Box& box = rulings[i].box;
    const bool goes_on = !strokes.empty() && step(strokes.back().rulings.front()) == step(i) &&
                         box.left <= strokes.back().box.right + kTouch;
    if (goes_on) {
      strokes.back().box = united(strokes.back().box, box);
      strokes.back().rulings.push_back(i);
    } else {
      strokes.push_back({box, {i}});
    }
  }
  return strokes;
}

/// Whether a line up or down meets an end of the stroke: then it is a side of a cell.
bool meets_a_side(const Box& stroke, const std::vector<Ruling>& rulings) {
  return std::any_of(rulings.begin(), rulings.end(), [&stroke](const Ruling& ruling) {
    const Box& box = ruling.box;
    return box.height() > std::max(box.width(), kShortest) && box.top <= stroke.bottom + kTouch &&
           box.bottom >= stroke.top - kTouch && box.left <= stroke.right + kTouch &&
           box.right >= stroke.left - kTouch;
  });
}

}  // namespace

void mark_struck(Page& page) {
  if (page.rulings.empty()) return;
  const std::vector<Stroke> strokes = horizontal_strokes(page.rulings);
  if (strokes.empty()) return;
  std::vector<std::size_t> by_baseline;
  double largest = 0;
  for (std::size_t i = 0; i < page.glyphs.size(); ++i) {
    const Glyph& glyph = page.glyphs[i];
    if (glyph.visibility != Visibility::kVisible || glyph.direction != Direction::kRight ||
        glyph.code_point <= U' ')
      continue;
    by_baseline.push_back(i);
    largest = std::max(largest, glyph.font_size);
  }
  std::sort(by_baseline.begin(), by_baseline.end(), [&page](std::size_t a, std::size_t b) {
    return page.glyphs[a].baseline < page.glyphs[b].baseline;
  });
  std::vector<bool> strikes(page.rulings.size());
  bool any = false;
  for (const Stroke& stroke : strokes) {
    if (stroke.box.width() < kShortest) continue;
    const double y = stroke.box.middle_y();
    std::vector<std::size_t> struck;
    double covered = 0;
    Box text;
    double size = 0;
    auto at = std::lower_bound(
        by_baseline.begin(), by_baseline.end(), y,
        [&page](std::size_t i, double height) { return page.glyphs[i].baseline < height; });
    for (; at != by_baseline.end() && page.glyphs[*at].baseline < y + kHighest * largest; ++at) {
      const Glyph& glyph = page.glyphs[*at];
      const double above = (glyph.baseline - y) / glyph.font_size;
      const double middle = glyph.box.middle_x();
      if (above < kLowest || above > kHighest) continue;
      if (middle < stroke.box.left || middle > stroke.box.right) continue;
      text = struck.empty() ? glyph.box : united(text, glyph.box);
      size = std::max(size, glyph.font_size);
      covered += glyph.box.width();
      struck.push_back(*at);
    }
    if (struck.empty() || covered < kMinCovered * stroke.box.width()) continue;
    const bool reaches_beyond = stroke.box.left < text.left - kBeyond * size ||
                                stroke.box.right > text.right + kBeyond * size;
    if (reaches_beyond || meets_a_side(stroke.box, page.rulings)) continue;
    for (const std::size_t glyph : struck) page.glyphs[glyph].visibility = Visibility::kStruck;
    for (const std::size_t ruling : stroke.rulings) strikes[ruling] = true;
    any = true;
  }
  if (!any) return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < page.rulings.size(); ++i)
    if (!strikes[i]) page.rulings[kept++] = page.rulings[i];
  page.rulings.resize(kept);
}

}  // namespace mingxi::read
