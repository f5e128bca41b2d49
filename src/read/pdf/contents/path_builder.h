#pragma once

#include "read/pdf/contents/graphics_state.h"
#include "read/pdf/rulings.h"

namespace mingxi::read {

/// The path that the path operators build, in the coordinates of its page's user.
class PathBuilder {
 public:
  void move_to(double x, double y);
  /// Requires has_point() for these.
  void line_to(double x, double y);
  void curve_to(const Point& first, const Point& second, const Point& end);
  void close();

  bool has_point() const { return is_moved_ || !path_.subpaths.empty(); }
  bool has_path() const { return !path_.subpaths.empty(); }
  const Point& current() const { return current_; }
  void clear();

  /// Puts the path on the page; false if some of it is nowhere or none of it is left.
  bool place(const Matrix6& to_page, Path& placed) const;
  /// What is left of a clip inside the box around the path.
  Box clipped(const Matrix6& to_page, const Box& clip) const;

 private:
  void start_subpath();
  void add(const Point& point, bool is_control);

  Path path_;
  Point first_;    ///< where the next subpath starts
  Point current_;  ///< outlives the path
  bool is_moved_ = false;
};

}  // namespace mingxi::read
