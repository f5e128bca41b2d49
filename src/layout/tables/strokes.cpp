// Rulings come in short pieces, duplicate, with dots where they meet. Pieces on one line, to a
// step, are joined.

#include "layout/tables/strokes.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mingxi::layout {
namespace {

constexpr double kDot = 3.0;  // points; shorter pieces are junction dots

bool is_before(const Stroke& a, const Stroke& b) {
  return a.across != b.across ? a.across < b.across : a.begin < b.begin;
}

std::vector<Stroke> joined(std::vector<Stroke> pieces, double step) {
  for (Stroke& piece : pieces) piece.across = std::round(piece.across / step) * step;
  std::sort(pieces.begin(), pieces.end(), is_before);
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

}  // namespace

Strokes strokes_of(const Page& page) {
  Strokes strokes;
  for (const Ruling& ruling : page.rulings) {
    const Box& box = ruling.box;
    if (std::max(box.width(), box.height()) < kDot) continue;
    if (box.width() >= box.height()) {
      strokes.horizontal.push_back({box.middle_y(), box.left, box.right});
    } else {
      strokes.vertical.push_back({box.middle_x(), box.top, box.bottom});
    }
  }
  // A point on common paper; on posters as many steps as there.
  const double step = std::max(1.0, std::max(page.width, page.height) / 1500);
  strokes.horizontal = joined(std::move(strokes.horizontal), step);
  strokes.vertical = joined(std::move(strokes.vertical), step);
  return strokes;
}

Strokes united(Strokes strokes, const Strokes& more) {
  const auto add = [](std::vector<Stroke>& to, const std::vector<Stroke>& from) {
    to.insert(to.end(), from.begin(), from.end());
    std::sort(to.begin(), to.end(), is_before);
  };
  add(strokes.horizontal, more.horizontal);
  add(strokes.vertical, more.vertical);
  return strokes;
}

}  // namespace mingxi::layout
