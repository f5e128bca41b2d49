// Most glyphs are painted in the order of their line. So the glyphs are first cut into runs in
// painting order: neighbours on about one height, each to the right of the one before. Only the
// runs are then sorted and put together to lines; a glyph is touched twice.
//
// Height is the middle of the glyph, baseline - 0.35 x font size, since ascent and descent of fonts
// are often wrong, and digits of another font are on a baseline of their own.

#include "layout/lines.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <string>

#include "layout/tables/cell_finder.h"
#include "layout/line_text.h"
#include "text/numerals.h"

namespace mingxi::layout {
namespace {

// How far two middles on one line may lie apart, in font sizes. A raised mark of 0.6 sizes lies
// 0.2 off, digits of another font up to 0.35; lines of a heading beside a column lie 0.5 off.
constexpr double kSameLine = 0.4;

// How far a glyph may step back, in font sizes, and still follow the one before: overlapping boxes.
constexpr double kStepBack = 0.5;

struct Run {
  std::uint32_t first = 0;  // index into the glyphs that count
  std::uint32_t count = 0;
  int place = -1;  // the cell it is in, as CellFinder numbers them; -1: none
  double middle = 0;
  double size = 0;
  double left = 0;
  double right = 0;
  double last_left = 0;  // of its last glyph
};

double middle_of(const Glyph& glyph) {
  return glyph.baseline - kMiddleShareOfSize * glyph.font_size;
}

bool is_blank(char32_t c) {
  if ((c > U' ' && c < 0x7F) || c > 0x3000) return c == 0xFEFF;  // nearly all
  return c <= U' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x2060 || c == 0xFEFF;
}

bool is_of_amount(char32_t c) { return (c >= U'0' && c <= U'9') || c == U',' || c == U'.'; }

/// The cells of glyphs, by index. A number that runs over the rule of its cell is whole in the cell
/// that it is aligned in, or else in that of its middle.
class Places {
 public:
  Places(const Page& page, const std::vector<Grid>& grids, const CellFinder& cells)
      : page_(page), grids_(grids), cells_(cells) {}

  int of(std::uint32_t index) {
    const Glyph& glyph = page_.glyphs[index];
    const bool can_be_number = is_of_amount(glyph.code_point);
    if (can_be_number && index >= number_end_) read_number(index);
    if (can_be_number && is_number_) return number_place_;
    return cells_.at(glyph.box.middle_x(), middle_of(glyph));
  }

 private:
  static constexpr double kTight = 0.15;  // font sizes between the glyphs of one number

  /// Reads the glyphs of one number: they touch, and no second number follows without a gap.
  void read_number(std::uint32_t first) {
    const Glyph& begin = page_.glyphs[first];
    Box box = begin.box;
    std::string text(1, static_cast<char>(begin.code_point));
    for (number_end_ = first + 1; number_end_ < page_.glyphs.size(); ++number_end_) {
      const Glyph& glyph = page_.glyphs[number_end_];
      if (!is_of_amount(glyph.code_point) || glyph.baseline != begin.baseline ||
          glyph.visibility != Visibility::kVisible ||
          std::abs(glyph.box.left - box.right) > kTight * glyph.font_size)
        break;
      box = united(box, glyph.box);
      text += static_cast<char>(glyph.code_point);
    }
    // Codes of narrow columns can touch as well; an amount has a point or separators.
    is_number_ = text.find_first_of(".,") != std::string::npos && text::amount_of(text);
    number_place_ = is_number_ ? place_of(box, middle_of(begin), begin.font_size) : -1;
  }

  int place_of(const Box& number, double y, double size) const {
    constexpr double kPadding = 0.75;  // font sizes
    const int first = cells_.at(number.left, y);
    const int last = cells_.at(number.right, y);
    if (first == last) return first;
    const auto box_of = [this](int place) {
      const CellPlace cell = cells_.place(place);
      return grids_[static_cast<std::size_t>(cell.grid)]
          .cells[static_cast<std::size_t>(cell.cell)]
          .box;
    };
    const bool is_left = first >= 0 && number.left - box_of(first).left < kPadding * size;
    const bool is_right = last >= 0 && box_of(last).right - number.right < kPadding * size;
    if (is_left != is_right) return is_left ? first : last;
    return cells_.at(number.middle_x(), y);
  }

  const Page& page_;
  const std::vector<Grid>& grids_;
  const CellFinder& cells_;
  std::uint32_t number_end_ = 0;
  bool is_number_ = false;
  int number_place_ = -1;
};

/// The runs of a page; glyphs gets the indices of the glyphs that count, run by run.
std::vector<Run> runs_of(const Page& page, const std::vector<Grid>& grids, const CellFinder& cells,
                         std::vector<std::uint32_t>& glyphs) {
  std::vector<Run> runs;
  glyphs.resize(page.glyphs.size());
  std::uint32_t count = 0;
  Places places(page, grids, cells);
  for (std::uint32_t i = 0; i < page.glyphs.size(); ++i) {
    const Glyph& glyph = page.glyphs[i];
    if (glyph.visibility != Visibility::kVisible || glyph.direction != Direction::kRight ||
        is_blank(glyph.code_point))
      continue;
    const double middle = middle_of(glyph);
    const int place = places.of(i);
    const std::uint32_t index = count;
    glyphs[count++] = i;
    if (!runs.empty()) {
      Run& run = runs.back();
      const double size = (run.size + glyph.font_size) / 2;
      if (run.place == place && std::abs(middle - run.middle) <= kSameLine * size &&
          glyph.box.left >= run.right - kStepBack * size && glyph.box.left >= run.last_left) {
        ++run.count;
        run.last_left = glyph.box.left;
        run.right = std::max(run.right, glyph.box.right);
        continue;
      }
    }
    runs.push_back({index, 1, place, middle, glyph.font_size, glyph.box.left, glyph.box.right,
                    glyph.box.left});
  }
  glyphs.resize(count);
  return runs;
}

/// Runs on one height, as they are put together.
struct RunGroup {
  std::size_t first = 0;  // index into the sorted runs
  std::size_t last = 0;
  double middle = 0;  // weighted by glyphs
  double size = 0;
  double left = 0;
  double weight = 0;
};

std::vector<RunGroup> groups_of(std::vector<Run>& runs) {
  const auto is_before = [](const Run& a, const Run& b) {
    if (a.place != b.place) return a.place < b.place;
    return a.middle != b.middle ? a.middle < b.middle : a.left < b.left;
  };
  if (!std::is_sorted(runs.begin(), runs.end(), is_before))
    std::sort(runs.begin(), runs.end(), is_before);
  std::vector<RunGroup> groups;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Run& run = runs[i];
    const double weight = run.count;
    if (!groups.empty() && runs[i - 1].place == run.place) {
      RunGroup& group = groups.back();
      if (run.middle - group.middle <= kSameLine * (group.size + run.size) / 2) {
        const double both = group.weight + weight;
        group.middle = (group.middle * group.weight + run.middle * weight) / both;
        group.size = (group.size * group.weight + run.size * weight) / both;
        group.left = std::min(group.left, run.left);
        group.weight = both;
        group.last = i + 1;
        continue;
      }
    }
    groups.push_back({i, i + 1, run.middle, run.size, run.left, weight});
  }
  const auto is_above = [](const RunGroup& a, const RunGroup& b) {
    return a.middle != b.middle ? a.middle < b.middle : a.left < b.left;
  };
  if (!std::is_sorted(groups.begin(), groups.end(), is_above))
    std::stable_sort(groups.begin(), groups.end(), is_above);
  return groups;
}

}  // namespace

std::vector<PlacedLine> place_lines(const Page& page, const std::vector<Grid>& grids) {
  const CellFinder cells(grids);
  std::vector<std::uint32_t> glyphs;
  std::vector<Run> runs = runs_of(page, grids, cells, glyphs);
  const std::vector<RunGroup> groups = groups_of(runs);
  std::vector<PlacedLine> lines;
  lines.reserve(groups.size());
  LineSetter setter(page);
  std::vector<std::uint32_t> on_line;
  for (const RunGroup& group : groups) {
    std::span<const std::uint32_t> set_out;
    if (group.last - group.first == 1) {
      const Run& run = runs[group.first];
      set_out = std::span(glyphs).subspan(run.first, run.count);
    } else {
      on_line.clear();
      for (std::size_t i = group.first; i < group.last; ++i) {
        const auto begin = glyphs.begin() + runs[i].first;
        on_line.insert(on_line.end(), begin, begin + runs[i].count);
      }
      std::stable_sort(on_line.begin(), on_line.end(), [&page](std::uint32_t a, std::uint32_t b) {
        return page.glyphs[a].box.left < page.glyphs[b].box.left;
      });
      set_out = on_line;
    }
    Line line = setter.set(set_out);
    if (line.text.empty()) continue;
    const CellPlace place = cells.place(runs[group.first].place);
    lines.push_back({std::move(line), place.grid, place.cell});
  }
  return lines;
}

std::vector<Line> find_lines(const Page& page, const std::vector<Grid>& grids) {
  std::vector<Line> lines;
  for (PlacedLine& placed : place_lines(page, grids)) lines.push_back(std::move(placed.line));
  return lines;
}

}  // namespace mingxi::layout
