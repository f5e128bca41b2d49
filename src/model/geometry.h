#pragma once

#include <algorithm>
#include <cmath>

namespace mingxi {

/// A rectangle on a page turned upright, in points; the origin is the top left corner and y grows
/// downwards.
struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  double middle_x() const { return (left + right) / 2; }
  double middle_y() const { return (top + bottom) / 2; }

  bool operator==(const Box&) const = default;
};

/// To a hundredth of a point, which is what is written.
inline double rounded(double points) { return std::round(points * 100) / 100; }
inline Box rounded(const Box& box) {
  return {rounded(box.left), rounded(box.top), rounded(box.right), rounded(box.bottom)};
}

/// The smallest box that holds both.
inline Box united(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

/// Whether the point lies inside the box, its edges included.
inline bool holds(const Box& box, double x, double y) {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/// Whether the two share at least a point.
inline bool touch(const Box& a, const Box& b) {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

}  // namespace mingxi
