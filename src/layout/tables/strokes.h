#pragma once

#include <vector>

#include "model/document.h"

namespace mingxi::layout {

/// A straight line along one axis: across is its place, begin to end its reach; points.
struct Stroke {
  double across = 0;
  double begin = 0;
  double end = 0;
};

/// The lines of a page: y and reach in x of the horizontal ones, x and reach in y of the others.
struct Strokes {
  std::vector<Stroke> horizontal;  ///< by place, then begin
  std::vector<Stroke> vertical;
};

/// How far the ends of lines that meet may lie apart, points: pieces end up to 1-2 short.
inline constexpr double kTouch = 2.0;

/// The rulings of a page, pieces on one line joined over gaps, dots dropped. Strokes at one place
/// do not overlap, so their number is bounded by the paper, however many rulings were drawn.
Strokes strokes_of(const Page& page);

/// Both, in the same order.
Strokes united(Strokes strokes, const Strokes& more);

}  // namespace mingxi::layout
