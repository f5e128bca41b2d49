// Every horizontal line is put together with the vertical lines that it meets. Joined lines do not
// overlap, so the number of meetings is bounded by the paper.

#include "layout/tables/regions.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "model/disjoint_sets.h"

namespace mingxi::layout {
namespace {

constexpr double kNarrowest = 30;     // points; a smaller box is a tick box or part of a seal
constexpr double kLowest = 10;        // points
constexpr double kShortestSide = 30;  // points
constexpr int kMinSides = 3;
constexpr double kFrameEdge = 6;  // points; the lines of a duplicate frame lie closer
constexpr int kMaxLinesInATitleBox = 5;

struct Cluster {
  Box box;
  int horizontal = 0;
  int vertical = 0;
  bool is_divided = false;  // by a line within
};

bool lies_within(double place, double low, double high) {
  return place > low + kFrameEdge && place < high - kFrameEdge;
}

/// Horizontal and vertical strokes that meet, with all that they meet.
std::vector<Cluster> clusters_of(const std::vector<Stroke>& horizontal,
                                 const std::vector<Stroke>& vertical) {
  const std::size_t count = horizontal.size() + vertical.size();
  DisjointSets sets(count);
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
        sets.join(
            h, horizontal.size() + static_cast<std::size_t>(std::prev(below) - vertical.begin()));
      v = column_end;
    }
  }
  std::vector<Cluster> by_root(count);
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_horizontal = i < horizontal.size();
    const Stroke& s = is_horizontal ? horizontal[i] : vertical[i - horizontal.size()];
    const Box box = is_horizontal ? Box{s.begin, s.across, s.end, s.across}
                                  : Box{s.across, s.begin, s.across, s.end};
    Cluster& cluster = by_root[sets.root(i)];
    cluster.box = cluster.horizontal + cluster.vertical == 0 ? box : united(cluster.box, box);
    ++(is_horizontal ? cluster.horizontal : cluster.vertical);
  }
  for (std::size_t i = 0; i < count; ++i) {
    Cluster& cluster = by_root[sets.root(i)];
    const Box& box = cluster.box;
    if (i < horizontal.size()) {
      const Stroke& s = horizontal[i];
      // A short line is an ornament of the frame.
      if (s.end - s.begin > box.width() / 2 && lies_within(s.across, box.top, box.bottom))
        cluster.is_divided = true;
    } else if (lies_within(vertical[i - horizontal.size()].across, box.left, box.right)) {
      cluster.is_divided = true;
    }
  }
  return by_root;
}

bool share_top_and_bottom(const Box& a, const Box& b) {
  return std::abs(a.top - b.top) <= kTouch && std::abs(a.bottom - b.bottom) <= kTouch;
}

/// Cells that go on from the page before to the page after have sides and nothing else: sides as
/// high as a cluster beside them belong to it, and three or more alike are a cluster.
void take_lone_sides(std::vector<Cluster>& clusters) {
  std::vector<Cluster> sides;
  std::vector<Cluster> whole;
  for (const Cluster& cluster : clusters) {
    if (cluster.horizontal > 0 && cluster.vertical > 0) whole.push_back(cluster);
    if (cluster.horizontal == 0 && cluster.box.height() >= kShortestSide) sides.push_back(cluster);
  }
  std::sort(sides.begin(), sides.end(), [](const Cluster& a, const Cluster& b) {
    return a.box.top != b.box.top ? a.box.top < b.box.top : a.box.bottom < b.box.bottom;
  });
  std::vector<Cluster> alike;
  for (const Cluster& side : sides) {
    const auto beside = std::find_if(whole.begin(), whole.end(), [&side](const Cluster& cluster) {
      return share_top_and_bottom(cluster.box, side.box);
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
  std::erase_if(alike, [](const Cluster& cluster) { return cluster.vertical < kMinSides; });
  whole.insert(whole.end(), alike.begin(), alike.end());
  std::erase_if(whole, [](const Cluster& cluster) {
    return cluster.box.width() < kNarrowest || cluster.box.height() < kLowest;
  });
  clusters = std::move(whole);
}

/// Cells drawn as boxes of their own, a narrow gap apart, are one cluster.
void join_boxes(std::vector<Cluster>& clusters) {
  constexpr double kGap = 3.5;  // points
  std::sort(clusters.begin(), clusters.end(), [](const Cluster& a, const Cluster& b) {
    return a.box.top != b.box.top ? a.box.top < b.box.top : a.box.left < b.box.left;
  });
  DisjointSets sets(clusters.size());
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    const Box& a = clusters[i].box;
    for (std::size_t k = i + 1; k < clusters.size(); ++k) {
      const Box& b = clusters[k].box;
      if (b.top > a.bottom + kGap) break;
      if (clusters[i].is_divided || clusters[k].is_divided) continue;
      const bool is_beside =
          share_top_and_bottom(a, b) && b.left > a.right && b.left - a.right <= kGap;
      const bool is_below = std::abs(a.left - b.left) <= kTouch &&
                            std::abs(a.right - b.right) <= kTouch && b.top > a.bottom;
      if (is_beside || is_below) sets.join(i, k);
    }
  }
  std::vector<Cluster> joined(clusters.size());
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    Cluster& cluster = joined[sets.root(i)];
    const bool is_first = cluster.horizontal + cluster.vertical == 0;
    cluster.is_divided = cluster.is_divided || clusters[i].is_divided || !is_first;
    cluster.box = is_first ? clusters[i].box : united(cluster.box, clusters[i].box);
    cluster.horizontal += clusters[i].horizontal;
    cluster.vertical += clusters[i].vertical;
  }
  std::erase_if(joined, [](const Cluster& each) { return each.horizontal + each.vertical == 0; });
  clusters = std::move(joined);
}

/// A frame with a table in one of its cells that fills most of it is no table of its own.
void drop_frames(std::vector<Cluster>& clusters) {
  constexpr double kMinShareOfFrame = 0.6;
  constexpr double kInside = 0.5;  // points
  constexpr int kMaxLines = 8;
  const std::vector<Cluster> all = clusters;
  std::erase_if(clusters, [&all](const Cluster& outer) {
    if (outer.horizontal + outer.vertical > kMaxLines) return false;
    return std::any_of(all.begin(), all.end(), [&outer](const Cluster& inner) {
      const bool is_inside = inner.box.left > outer.box.left + kInside &&
                             inner.box.right < outer.box.right - kInside &&
                             inner.box.top > outer.box.top + kInside &&
                             inner.box.bottom < outer.box.bottom - kInside;
      return is_inside && inner.is_divided &&
             inner.horizontal + inner.vertical > outer.horizontal + outer.vertical &&
             inner.box.width() * inner.box.height() >
                 kMinShareOfFrame * outer.box.width() * outer.box.height();
    });
  });
}

/// How many lines of text are in the box; a line has a height of its own.
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

std::vector<Box> ruled_regions(const Page& page, const Strokes& strokes) {
  if (strokes.vertical.empty()) return {};
  std::vector<Box> boxes;
  std::vector<Cluster> clusters = clusters_of(strokes.horizontal, strokes.vertical);
  take_lone_sides(clusters);
  drop_frames(clusters);
  join_boxes(clusters);
  for (const Cluster& cluster : clusters) {
    const bool is_frame =
        !cluster.is_divided && count_lines(page, cluster.box) > kMaxLinesInATitleBox;
    if (!is_frame) boxes.push_back(cluster.box);
  }
  return merged(std::move(boxes));
}

}  // namespace mingxi::layout
