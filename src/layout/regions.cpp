// Rulings come in short pieces, doubled, with dots where they meet. So the pieces on one line (to a
// point) are joined first; then every horizontal line is put together with the vertical lines that
// it meets. Joined lines do not overlap, so the number of meetings is bounded by the paper, however
// many rulings were drawn.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "layout/layout.h"

namespace mingxi {
namespace {

constexpr double kTouch = 2.0;        // points between lines that meet: pieces end up to 1-2 short
constexpr double kDot = 3.0;          // points; shorter pieces are junction dots
constexpr double kNarrowest = 30;     // points; a smaller box is a tick box or part of a seal
constexpr double kLowest = 10;        // points
constexpr double kShortestSide = 30;  // points
constexpr int kFewestSides = 3;
constexpr double kFrameEdge = 6;  // points; the lines of a doubled frame lie closer
constexpr int kMostLinesInATitleBox = 5;

/// A straight line along one axis: across is its place, begin to end its reach.
struct Stroke {
  double across = 0;
  double begin = 0;
  double end = 0;
};

/// Pieces on one line to a step become one stroke. Sorted by place.
std::vector<Stroke> joined(std::vector<Stroke> pieces, double step) {
  for (Stroke& piece : pieces) piece.across = std::round(piece.across / step) * step;
  std::sort(pieces.begin(), pieces.end(), [](const Stroke& a, const Stroke& b) {
    return a.across != b.across ? a.across < b.across : a.begin < b.begin;
  });
  std::vector<Stroke> strokes;
  for (const Stroke& piece : pieces) {
    if (!strokes.empty() && strokes.back().across == piece.across &&
        piece.begin <= strokes.back().end + kTouch) {
      strokes.back().end = std::max(strokes.back().end, piece.end);
    } else {
      strokes.push_back(piece);
    }
  }
  return strokes;
}

/// Which strokes belong together.
class Clusters {
 public:
  explicit Clusters(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[root(a)] = root(b); }

 private:
  std::vector<std::size_t> parent_;
};

struct Grid {
  Box box;
  int horizontal = 0;
  int vertical = 0;
  bool is_divided = false;  // by a line within
};

bool lies_within(double place, double low, double high) {
  return place > low + kFrameEdge && place < high - kFrameEdge;
}

/// Horizontal and vertical strokes that meet, with all that they meet.
std::vector<Grid> grids_of(const std::vector<Stroke>& horizontal,
                           const std::vector<Stroke>& vertical) {
  const std::size_t count = horizontal.size() + vertical.size();
  Clusters clusters(count);
  for (std::size_t h = 0; h < horizontal.size(); ++h) {
    const Stroke& line = horizontal[h];
    auto v = std::lower_bound(vertical.begin(), vertical.end(), line.begin - kTouch,
                              [](const Stroke& stroke, double x) { return stroke.across < x; });
    while (v != vertical.end() && v->across <= line.end + kTouch) {
      // Of the strokes at one place only the last that begins above can reach the line.
      const auto column_end = std::partition_point(
          v, vertical.end(), [x = v->across](const Stroke& stroke) { return stroke.across == x; });
      const auto below = std::partition_point(v, column_end, [&line](const Stroke& stroke) {
        return stroke.begin <= line.across + kTouch;
      });
      if (below != v && std::prev(below)->end >= line.across - kTouch)
        clusters.join(
            h, horizontal.size() + static_cast<std::size_t>(std::prev(below) - vertical.begin()));
      v = column_end;
    }
  }
  std::vector<Grid> by_root(count);
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_horizontal = i < horizontal.size();
    const Stroke& s = is_horizontal ? horizontal[i] : vertical[i - horizontal.size()];
    const Box box = is_horizontal ? Box{s.begin, s.across, s.end, s.across}
                                  : Box{s.across, s.begin, s.across, s.end};
    Grid& grid = by_root[clusters.root(i)];
    grid.box = grid.horizontal + grid.vertical == 0 ? box : united(grid.box, box);
    ++(is_horizontal ? grid.horizontal : grid.vertical);
  }
  for (std::size_t i = 0; i < count; ++i) {
    Grid& grid = by_root[clusters.root(i)];
    const Box& box = grid.box;
    if (i < horizontal.size()) {
      const Stroke& s = horizontal[i];
      // A short line is an ornament of the frame.
      if (s.end - s.begin > box.width() / 2 && lies_within(s.across, box.top, box.bottom))
        grid.is_divided = true;
    } else if (lies_within(vertical[i - horizontal.size()].across, box.left, box.right)) {
      grid.is_divided = true;
    }
  }
  return by_root;
}

bool share_top_and_bottom(const Box& a, const Box& b) {
  return std::abs(a.top - b.top) <= kTouch && std::abs(a.bottom - b.bottom) <= kTouch;
}

/// Cells that go on from the page before to the page after have sides and nothing else: sides as
/// high as a grid beside them belong to it, and three or more alike are a grid.
void take_lone_sides(std::vector<Grid>& grids) {
  std::vector<Grid> sides;
  std::vector<Grid> whole;
  for (const Grid& grid : grids) {
    if (grid.horizontal > 0 && grid.vertical > 0) whole.push_back(grid);
    if (grid.horizontal == 0 && grid.box.height() >= kShortestSide) sides.push_back(grid);
  }
  std::sort(sides.begin(), sides.end(), [](const Grid& a, const Grid& b) {
    return a.box.top != b.box.top ? a.box.top < b.box.top : a.box.bottom < b.box.bottom;
  });
  std::vector<Grid> alike;
  for (const Grid& side : sides) {
    const auto beside = std::find_if(whole.begin(), whole.end(), [&side](const Grid& grid) {
      return share_top_and_bottom(grid.box, side.box);
    });
    if (beside != whole.end()) {
      beside->box = united(beside->box, side.box);
    } else if (!alike.empty() && share_top_and_bottom(alike.back().box, side.box)) {
      alike.back().box = united(alike.back().box, side.box);
      alike.back().vertical += side.vertical;
      alike.back().is_divided = true;
    } else {
      alike.push_back(side);
    }
  }
  std::erase_if(alike, [](const Grid& grid) { return grid.vertical < kFewestSides; });
  whole.insert(whole.end(), alike.begin(), alike.end());
  std::erase_if(whole, [](const Grid& grid) {
    return grid.box.width() < kNarrowest || grid.box.height() < kLowest;
  });
  grids = std::move(whole);
}

/// How many lines of text stand in the box; a line has a height of its own.
int count_lines(const Page& page, const Box& box) {
  std::vector<std::pair<double, double>> heights;
  for (const Glyph& glyph : page.glyphs) {
    if (glyph.visibility == Visibility::kVisible && glyph.direction == Direction::kRight &&
        holds(box, glyph.box.middle_x(), glyph.baseline))
      heights.emplace_back(glyph.baseline, glyph.font_size);
  }
  std::sort(heights.begin(), heights.end());
  int count = 0;
  double last = 0;
  for (const auto& [baseline, size] : heights) {
    if (count > 0 && baseline - last < size / 2) continue;
    ++count;
    last = baseline;
  }
  return count;
}

/// Boxes that share room become one.
std::vector<Box> merged(std::vector<Box> boxes) {
  std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
  std::vector<Box> result;
  for (Box box : boxes) {
    for (std::size_t i = 0; i < result.size();) {
      if (touch(result[i], box)) {
        box = united(result[i], box);
        result.erase(result.begin() + static_cast<std::ptrdiff_t>(i));
        i = 0;  // the larger box can touch those that the smaller did not
      } else {
        ++i;
      }
    }
    result.push_back(box);
  }
  std::sort(result.begin(), result.end(), [](const Box& a, const Box& b) {
    return a.top != b.top ? a.top < b.top : a.left < b.left;
  });
  return result;
}

}  // namespace

std::vector<RuledRegion> find_ruled_regions(const Page& page) {
  std::vector<Stroke> horizontal;
  std::vector<Stroke> vertical;
  for (const Ruling& ruling : page.rulings) {
    const Box& box = ruling.box;
    if (std::max(box.width(), box.height()) < kDot) continue;
    if (box.width() >= box.height()) {
      horizontal.push_back({box.middle_y(), box.left, box.right});
    } else {
      vertical.push_back({box.middle_x(), box.top, box.bottom});
    }
  }
  if (vertical.empty()) return {};
  // A point on common paper; on posters as many steps as there.
  const double step = std::max(1.0, std::max(page.width, page.height) / 1500);
  horizontal = joined(std::move(horizontal), step);
  vertical = joined(std::move(vertical), step);

  std::vector<Box> boxes;
  std::vector<Grid> grids = grids_of(horizontal, vertical);
  take_lone_sides(grids);
  for (const Grid& grid : grids) {
    const bool is_frame = !grid.is_divided && count_lines(page, grid.box) > kMostLinesInATitleBox;
    if (!is_frame) boxes.push_back(grid.box);
  }
  std::vector<RuledRegion> regions;
  for (const Box& box : merged(std::move(boxes))) regions.push_back({page.number, box});
  return regions;
}

}  // namespace mingxi
