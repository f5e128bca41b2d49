#include "layout/text_columns.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "layout/layout.h"
#include "layout/tables/regions.h"
#include "layout/tables/strokes.h"

namespace mingxi::layout {
namespace {

constexpr double kNarrowest = 8;  // points
constexpr double kFirst = 0.35;   // of the width: the gutter is about in the middle
constexpr double kLast = 0.65;
constexpr double kLongLine = 0.6;  // of the widest line of its side
constexpr std::size_t kMinHan = 8;
constexpr std::size_t kMinLines = 3;  // of prose; beside a table one is enough
constexpr double kEdge = 0.08;        // of the height: page numbers and heads may cross

bool counts(const Glyph& glyph) {
  return glyph.visibility == Visibility::kVisible && glyph.code_point > U' ' &&
         glyph.code_point != 0xA0 && glyph.code_point != 0x3000;
}

/// The widest strip about the middle that nothing crosses; nothing if there is none.
std::optional<double> blank_strip(const Page& page) {
  const auto bins = static_cast<std::size_t>(std::ceil(page.width)) + 1;
  std::vector<int> begins(bins + 1);
  const auto cover = [&](double left, double right) {
    const auto bin = [&](double x) {
      return static_cast<std::size_t>(std::clamp(x, 0.0, page.width));
    };
    ++begins[bin(left)];
    --begins[std::min(bin(right) + 1, bins)];
  };
  for (const Glyph& glyph : page.glyphs) {
    const bool is_at_edge =
        glyph.baseline < kEdge * page.height || glyph.baseline > (1 - kEdge) * page.height;
    if (counts(glyph) && !is_at_edge) cover(glyph.box.left, glyph.box.right);
  }
  for (const Ruling& ruling : page.rulings) cover(ruling.box.left, ruling.box.right);
  std::size_t best = 0;
  std::size_t best_size = 0;
  std::size_t size = 0;
  int covered = 0;
  for (std::size_t i = 0; i < bins; ++i) {
    covered += begins[i];
    size = covered == 0 ? size + 1 : 0;
    const double middle = static_cast<double>(i) - static_cast<double>(size) / 2;
    if (size > best_size && middle > kFirst * page.width && middle < kLast * page.width) {
      best = i;
      best_size = size;
    }
  }
  if (static_cast<double>(best_size) < kNarrowest) return std::nullopt;
  return static_cast<double>(best) - static_cast<double>(best_size) / 2;
}

std::size_t count_han(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE4 && byte <= 0xE9;
  }));
}

/// Whether the side is set as prose: lines of words up to its edge. A list of names or figures that
/// is beside another is none.
bool is_prose(const Page& side, std::size_t fewest_lines = kMinLines) {
  const std::vector<Line> lines = find_lines(side, {});
  double widest = 0;
  for (const Line& line : lines) widest = std::max(widest, line.box.width());
  const auto is_long = [widest](const Line& line) {
    return count_han(line.text.utf8()) >= kMinHan && line.box.width() > kLongLine * widest;
  };
  return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), is_long)) >=
         fewest_lines;
}

bool has_table(const Page& side) {
  return !side.rulings.empty() && !ruled_regions(side, strokes_of(side)).empty();
}

template <typename Predicate>
Page part_of(const Page& page, const Predicate& is_part) {
  Page part = page;
  for (Glyph& glyph : part.glyphs)
    if (!is_part(glyph.box.middle_x()) && glyph.visibility == Visibility::kVisible)
      glyph.visibility = Visibility::kOutsidePage;
  std::erase_if(part.rulings, [&](const Ruling& each) { return !is_part(each.box.middle_x()); });
  std::erase_if(part.images, [&](const Image& each) { return !is_part(each.box.middle_x()); });
  return part;
}

}  // namespace

std::optional<double> gutter_of(const Page& page) {
  if (page.text_source != TextSource::kEmbedded || page.glyphs.empty()) return std::nullopt;
  const auto x = blank_strip(page);
  if (!x) return std::nullopt;
  const std::vector<Box> regions = ruled_regions(page, strokes_of(page));
  const auto is_across = [x](const Box& box) { return box.left < *x && box.right > *x; };
  if (std::any_of(regions.begin(), regions.end(), is_across)) return std::nullopt;
  const Page left = left_of(page, *x);
  const Page right = right_of(page, *x);
  const bool left_is_table = has_table(left);
  const bool right_is_table = has_table(right);
  if (left_is_table && right_is_table) return is_prose(left) || is_prose(right) ? x : std::nullopt;
  const bool both = (left_is_table || is_prose(left, right_is_table ? 1 : kMinLines)) &&
                    (right_is_table || is_prose(right, left_is_table ? 1 : kMinLines));
  return both ? x : std::nullopt;
}

Page left_of(const Page& page, double x) {
  return part_of(page, [x](double at) { return at < x; });
}

Page right_of(const Page& page, double x) {
  return part_of(page, [x](double at) { return at >= x; });
}

}  // namespace mingxi::layout
