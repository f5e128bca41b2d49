#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/document.h"
#include "model/geometry.h"

namespace mingxi::read {

/// A point of a path on the upright page, in points.
struct PathPoint {
  double x = 0;
  double y = 0;
  bool is_control = false;  ///< of a Bézier curve: two of them are before the point it ends in
};

/// What one painting operator paints: subpaths one after the other.
struct Path {
  struct Subpath {
    std::size_t first = 0;  ///< its points are points[first, last)
    std::size_t last = 0;
    bool is_closed = false;
  };
  std::vector<PathPoint> points;
  std::vector<Subpath> subpaths;

  void clear() {
    points.clear();
    subpaths.clear();
  }
};

enum class FillRule : std::uint8_t { kNonZero, kEvenOdd };

/// A filled part of a page that is too thick to be a ruling.
struct FilledArea {
  Box box;
  bool is_rectangle = false;  ///< the ink fills the whole box

  bool operator==(const FilledArea&) const = default;
};

/// Adds a ruling for each straight horizontal or vertical piece of a stroked path, as far as it is
/// visible. A stroked rectangle gives four; a curve whose control points lie on its line is
/// straight.
void add_stroked_rulings(const Path& path, double line_width, const Box& visible,
                         std::vector<Ruling>& rulings);

/// Adds a ruling for each thin bar of a filled path, and an area for each thicker part, as far as
/// it is visible. A frame (a rectangle with a rectangular hole, or a polygon around it) gives its
/// four bars.
void add_filled_rulings(const Path& path, FillRule rule, const Box& visible,
                        std::vector<Ruling>& rulings, std::vector<FilledArea>& areas);

}  // namespace mingxi::read
