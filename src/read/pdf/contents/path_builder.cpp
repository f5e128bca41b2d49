#include "read/pdf/contents/path_builder.h"

#include <algorithm>
#include <cmath>

namespace mingxi::read {

void PathBuilder::clear() {
  path_.clear();
  is_moved_ = false;
}

void PathBuilder::move_to(double x, double y) {
  is_moved_ = true;
  current_ = first_ = {x, y};
}

// A line after a closed subpath starts where that one ended.
void PathBuilder::start_subpath() {
  if (!is_moved_ && !path_.subpaths.back().is_closed) return;
  const Point start = is_moved_ ? first_ : Point{path_.points.back().x, path_.points.back().y};
  is_moved_ = false;
  path_.subpaths.push_back({.first = path_.points.size(), .last = path_.points.size()});
  add(start, false);
}

void PathBuilder::add(const Point& point, bool is_control) {
  path_.points.push_back({.x = point.x, .y = point.y, .is_control = is_control});
  path_.subpaths.back().last = path_.points.size();
}

void PathBuilder::line_to(double x, double y) {
  start_subpath();
  add({x, y}, false);
  current_ = {x, y};
}

void PathBuilder::curve_to(const Point& first, const Point& second, const Point& end) {
  start_subpath();
  add(first, true);
  add(second, true);
  add(end, false);
  current_ = end;
}

void PathBuilder::close() {
  if (is_moved_) start_subpath();
  Path::Subpath& subpath = path_.subpaths.back();
  const PathPoint start = path_.points[subpath.first];
  const PathPoint& end = path_.points.back();
  if (end.x != start.x || end.y != start.y) add({start.x, start.y}, false);
  subpath.is_closed = true;
  current_ = {path_.points.back().x, path_.points.back().y};
}

bool PathBuilder::place(const Matrix6& to_page, Path& placed) const {
  placed.clear();
  for (const Path::Subpath& subpath : path_.subpaths) {
    if (subpath.last - subpath.first < 2) continue;
    const std::size_t first = placed.points.size();
    for (std::size_t i = subpath.first; i < subpath.last; ++i) {
      const Point point = transformed(to_page, path_.points[i].x, path_.points[i].y);
      if (!std::isfinite(point.x + point.y)) return false;
      placed.points.push_back(
          {.x = point.x, .y = point.y, .is_control = path_.points[i].is_control});
    }
    placed.subpaths.push_back(
        {.first = first, .last = placed.points.size(), .is_closed = subpath.is_closed});
  }
  return !placed.subpaths.empty();
}

Box PathBuilder::clipped(const Matrix6& to_page, const Box& clip) const {
  // A move without a line clips everything away: its box is the point (0, 0), as Poppler has it.
  Box box;
  bool is_first = true;
  for (const PathPoint& in_user : path_.points) {
    const auto [x, y] = transformed(to_page, in_user.x, in_user.y);
    if (is_first) box = {x, y, x, y};
    is_first = false;
    if (x < box.left) {
      box.left = x;
    } else if (x > box.right) {
      box.right = x;
    }
    if (y < box.top) {
      box.top = y;
    } else if (y > box.bottom) {
      box.bottom = y;
    }
  }
  return {box.left > clip.left ? box.left : clip.left, box.top > clip.top ? box.top : clip.top,
          box.right < clip.right ? box.right : clip.right,
          box.bottom < clip.bottom ? box.bottom : clip.bottom};
}

}  // namespace mingxi::read
