// A fill is judged by its bounding box: nearly all rulings are rectangles, and a bar drawn with
// curves or many corners has the box of a bar. Only a thick box that its ink does not fill is
// looked into edge by edge, because frames and whole grids are drawn as one polygon.

#include "read/pdf/rulings.h"

#include <algorithm>
#include <cmath>

namespace mingxi::read {
namespace {

// Published tables draw rules 0.4 to 1.5 points thick; the smallest filled cell is about 6 points.
constexpr double kThickestBar = 2.5;
// A stroke says itself that it is a line, so it may be thicker; more is shading.
constexpr double kThickestStroke = 6;
// Shorter pieces are the dots at the crossings, 0.4 to 1.5 points, and the strokes of drawn
// letters. The pieces beside a dot end at its edges, so nothing is lost by dropping it.
constexpr double kShortest = 3;
// Shorter pieces can be the dashes of one rule (dashes.h).
constexpr double kShortestPiece = 0.2;
// How far a line may lean and still be meant horizontal, points.
constexpr double kLean = 0.5;
// A stroke of width 0 is the thinnest line a device can draw.
constexpr double kHairline = 0.1;
// Bars are looked for pairwise; a polygon with more edges is a drawing.
constexpr std::size_t kMaxEdges = 400;

bool is_empty(const Box& box) { return box.right < box.left || box.bottom < box.top; }

Box common(const Box& a, const Box& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

void add_visible(const Box& box, const Box& visible, std::vector<Ruling>& rulings) {
  const Box seen = common(box, visible);
  if (!is_empty(seen) && std::max(seen.width(), seen.height()) >= kShortestPiece)
    rulings.push_back({.box = seen});
}

void add_stroke(const PathPoint& from, const PathPoint& to, double width, const Box& visible,
                std::vector<Ruling>& rulings) {
  const double along_x = std::abs(to.x - from.x);
  const double along_y = std::abs(to.y - from.y);
  const double half = width / 2;
  Box box{std::min(from.x, to.x), std::min(from.y, to.y), std::max(from.x, to.x),
          std::max(from.y, to.y)};
  if (along_y <= kLean && along_x >= kShortestPiece && along_x >= width) {
    const double middle = box.middle_y();
    box.top = middle - half;
    box.bottom = middle + half;
  } else if (along_x <= kLean && along_y >= kShortestPiece && along_y >= width) {
    const double middle = box.middle_x();
    box.left = middle - half;
    box.right = middle + half;
  } else {
    return;
  }
  add_visible(box, visible, rulings);
}

// Whether the three points lie on one horizontal or vertical line and the second lies between.
bool goes_straight_on(const PathPoint& a, const PathPoint& b, const PathPoint& c) {
  constexpr double kSame = 0.01;
  const bool horizontal = std::abs(a.y - b.y) < kSame && std::abs(b.y - c.y) < kSame;
  const bool vertical = std::abs(a.x - b.x) < kSame && std::abs(b.x - c.x) < kSame;
  return (horizontal && (b.x - a.x) * (c.x - b.x) >= 0) ||
         (vertical && (b.y - a.y) * (c.y - b.y) >= 0);
}

// Whether the curve from points[at] over two control points is a straight line.
bool is_straight_curve(const std::vector<PathPoint>& points, std::size_t at) {
  const auto spread = [&](double PathPoint::*axis) {
    double low = points[at].*axis;
    double high = low;
    for (std::size_t i = at + 1; i <= at + 3; ++i) {
      low = std::min(low, points[i].*axis);
      high = std::max(high, points[i].*axis);
    }
    return high - low;
  };
  return spread(&PathPoint::x) <= kLean || spread(&PathPoint::y) <= kLean;
}

Box bounds(const Path& path, const Path::Subpath& subpath) {
  const PathPoint& start = path.points[subpath.first];
  Box box{start.x, start.y, start.x, start.y};
  for (std::size_t i = subpath.first + 1; i < subpath.last; ++i) {
    const PathPoint& point = path.points[i];
    box.left = std::min(box.left, point.x);
    box.right = std::max(box.right, point.x);
    box.top = std::min(box.top, point.y);
    box.bottom = std::max(box.bottom, point.y);
  }
  return box;
}

// The area inside a subpath, control points taken as corners: near enough to distinguish a bar or a
// rectangle from a letter or a slanted line.
double area(const Path& path, const Path::Subpath& subpath) {
  double twice = 0;
  for (std::size_t i = subpath.first; i < subpath.last; ++i) {
    const PathPoint& a = path.points[i];
    const PathPoint& b = path.points[i + 1 < subpath.last ? i + 1 : subpath.first];
    twice += a.x * b.y - b.x * a.y;
  }
  return std::abs(twice) / 2;
}

bool is_thin_bar(const Box& seen, double filled_share) {
  const double thickness = std::min(seen.width(), seen.height());
  const double length = std::max(seen.width(), seen.height());
  if (thickness >= kThickestBar || length < kShortestPiece) return false;
  // A slanted line or a letter leaves most of its box empty. A fill without any area is painted as
  // a hairline.
  return filled_share >= 0.5 || thickness < 0.3;
}

struct Edge {
  double at = 0;  // y of a horizontal edge, x of a vertical one
  double low = 0;
  double high = 0;
  int turn = 0;  // 1 towards greater coordinates, -1 towards smaller
};

struct Edges {
  std::vector<Edge> horizontal;
  std::vector<Edge> vertical;
};

// The edges of a path made of horizontal and vertical lines only; nothing in it otherwise.
Edges edges_of(const Path& path) {
  Edges edges;
  for (const Path::Subpath& subpath : path.subpaths) {
    for (std::size_t i = subpath.first; i < subpath.last; ++i) {
      const PathPoint& a = path.points[i];
      const PathPoint& b = path.points[i + 1 < subpath.last ? i + 1 : subpath.first];
      const double x = b.x - a.x;
      const double y = b.y - a.y;
      if (std::min(std::abs(x), std::abs(y)) > 0.1) return {};
      if (std::abs(x) > std::abs(y))
        edges.horizontal.push_back(
            {(a.y + b.y) / 2, std::min(a.x, b.x), std::max(a.x, b.x), x > 0 ? 1 : -1});
      else if (y != 0)
        edges.vertical.push_back(
            {(a.x + b.x) / 2, std::min(a.y, b.y), std::max(a.y, b.y), y > 0 ? 1 : -1});
    }
  }
  if (edges.horizontal.size() + edges.vertical.size() > kMaxEdges) return {};
  return edges;
}

// Whether ink covers a point: counts the edges that a ray to smaller coordinates crosses. The point
// is given along and across the edges.
bool is_inked(const std::vector<Edge>& edges, FillRule rule, double along, double across) {
  int crossings = 0;
  int winding = 0;
  for (const Edge& edge : edges) {
    if (edge.at < across && edge.low <= along && along < edge.high) {
      ++crossings;
      winding += edge.turn;
    }
  }
  return rule == FillRule::kEvenOdd ? crossings % 2 == 1 : winding != 0;
}

template <typename Found>
void find_bars(std::vector<Edge> edges, FillRule rule, const Found& found) {
  std::ranges::sort(edges, {}, &Edge::at);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    for (std::size_t j = i + 1; j < edges.size(); ++j) {
      const Edge& a = edges[i];
      const Edge& b = edges[j];
      if (b.at - a.at >= kThickestBar) break;
      const double low = std::max(a.low, b.low);
      const double high = std::min(a.high, b.high);
      if (high - low < kShortest || b.at == a.at) continue;
      if (is_inked(edges, rule, (low + high) / 2, (a.at + b.at) / 2)) found(a.at, b.at, low, high);
    }
  }
}

void add_bars_of_polygon(const Path& path, FillRule rule, const Box& visible,
                         std::vector<Ruling>& rulings) {
  const Edges edges = edges_of(path);
  find_bars(edges.horizontal, rule, [&](double top, double bottom, double left, double right) {
    add_visible({left, top, right, bottom}, visible, rulings);
  });
  find_bars(edges.vertical, rule, [&](double left, double right, double top, double bottom) {
    add_visible({left, top, right, bottom}, visible, rulings);
  });
}

}  // namespace

void add_stroked_rulings(const Path& path, double line_width, const Box& visible,
                         std::vector<Ruling>& rulings) {
  if (line_width > kThickestStroke) return;
  const double width = std::max(line_width, kHairline);
  for (const Path::Subpath& subpath : path.subpaths) {
    // The straight piece being followed; pieces that go straight on are one ruling.
    PathPoint start = path.points[subpath.first];
    PathPoint end = start;
    const auto go_to = [&](const PathPoint& next) {
      if (!goes_straight_on(start, end, next)) {
        add_stroke(start, end, width, visible, rulings);
        start = end;
      }
      end = next;
    };
    for (std::size_t i = subpath.first + 1; i < subpath.last; ++i) {
      if (path.points[i].is_control && i + 2 < subpath.last) {
        const bool is_straight = is_straight_curve(path.points, i - 1);
        i += 2;
        if (is_straight) {
          go_to(path.points[i]);
        } else {
          add_stroke(start, end, width, visible, rulings);
          start = end = path.points[i];
        }
      } else {
        go_to(path.points[i]);
      }
    }
    if (subpath.is_closed) go_to(path.points[subpath.first]);
    add_stroke(start, end, width, visible, rulings);
  }
}

void add_filled_rulings(const Path& path, FillRule rule, const Box& visible,
                        std::vector<Ruling>& rulings, std::vector<FilledArea>& areas) {
  const std::size_t rulings_before = rulings.size();
  const std::size_t areas_before = areas.size();
  bool has_hollow = false;
  for (const Path::Subpath& subpath : path.subpaths) {
    const Box box = bounds(path, subpath);
    const Box seen = common(box, visible);
    if (is_empty(seen)) continue;
    const double whole = box.width() * box.height();
    const double share = whole > 0 ? area(path, subpath) / whole : 1;
    if (is_thin_bar(seen, share)) {
      rulings.push_back({.box = seen});
    } else if (std::min(seen.width(), seen.height()) >= kThickestBar) {
      areas.push_back({.box = seen, .is_rectangle = share > 0.97});
      if (share < 0.9) has_hollow = true;
    }
  }
  const std::size_t found = areas.size() - areas_before;
  if (found == 0) return;
  if (path.subpaths.size() == 1 && !has_hollow) return;
  // Several subpaths may be holes in one another, so none is known to fill its box.
  const bool is_complex = has_hollow || found > 1 || path.subpaths.size() > found;
  if (path.points.size() <= kMaxEdges && is_complex) {
    rulings.resize(rulings_before);
    const std::size_t bars = rulings.size();
    add_bars_of_polygon(path, rule, visible, rulings);
    if (rulings.size() == bars)
      for (const Path::Subpath& subpath : path.subpaths) {
        const Box seen = common(bounds(path, subpath), visible);
        if (!is_empty(seen) && is_thin_bar(seen, 1)) rulings.push_back({.box = seen});
      }
  }
  for (std::size_t i = areas_before; i < areas.size(); ++i) areas[i].is_rectangle = false;
}

}  // namespace mingxi::read
