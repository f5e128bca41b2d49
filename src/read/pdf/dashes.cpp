// Pieces of about one thickness on one line, a short gap apart each, are one ruling if they are
// many.

#include "read/pdf/dashes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace mingxi::read {
namespace {

// Points.
constexpr double kLongestDash = 6;     // the lowest rows are as high: their sides stay their own
constexpr double kShortestRuling = 3;  // shorter pieces are dots at crossings and drawn letters
constexpr double kWidestGap = 4.5;
constexpr double kSameLine = 0.6;
constexpr double kShortestRow = 15;
constexpr std::size_t kMinDashes = 5;
constexpr double kMinInk = 0.25;  // of the row

/// A dash seen along its line.
struct Dash {
  double across = 0;
  double begin = 0;
  double end = 0;
  double thickness = 0;
  std::size_t ruling = 0;
};

/// Gives `add` each row of dashes: its first and its last, exclusive.
template <typename Add>
void find_rows(std::vector<Dash>& dashes, const Add& add) {
  // By line, to a step of a point, so that the dashes of one line are neighbours.
  const auto line = [](const Dash& dash) { return std::lround(dash.across); };
  std::sort(dashes.begin(), dashes.end(), [&line](const Dash& a, const Dash& b) {
    return line(a) != line(b) ? line(a) < line(b) : a.begin < b.begin;
  });
  for (std::size_t first = 0; first < dashes.size();) {
    std::size_t last = first + 1;
    double ink = dashes[first].end - dashes[first].begin;
    double end = dashes[first].end;
    while (last < dashes.size() && line(dashes[last]) == line(dashes[first]) &&
           std::abs(dashes[last].across - dashes[last - 1].across) <= kSameLine &&
           dashes[last].begin - end <= kWidestGap) {
      ink += dashes[last].end - dashes[last].begin;
      end = std::max(end, dashes[last].end);
      ++last;
    }
    const double length = end - dashes[first].begin;
    if (last - first >= kMinDashes && length >= kShortestRow && ink >= kMinInk * length)
      add(first, last);
    first = last;
  }
}

}  // namespace

void join_dashes(std::vector<Ruling>& rulings) {
  std::vector<Dash> horizontal;
  std::vector<Dash> vertical;
  for (std::size_t i = 0; i < rulings.size(); ++i) {
    const Box& box = rulings[i].box;
    if (std::max(box.width(), box.height()) > kLongestDash) continue;
    // A dot can be of either.
    const bool is_dot = std::max(box.width(), box.height()) < kShortestRuling;
    if (box.width() >= box.height() || is_dot)
      horizontal.push_back({box.middle_y(), box.left, box.right, box.height(), i});
    if (box.height() > box.width() || is_dot)
      vertical.push_back({box.middle_x(), box.top, box.bottom, box.width(), i});
  }
  std::vector<Ruling> joined;
  std::vector<bool> is_used(rulings.size());
  const auto thickest = [&is_used](const std::vector<Dash>& dashes, std::size_t first,
                                   std::size_t last) {
    double thickness = 0;
    for (std::size_t i = first; i < last; ++i) {
      thickness = std::max(thickness, dashes[i].thickness);
      is_used[dashes[i].ruling] = true;
    }
    return thickness;
  };
  find_rows(horizontal, [&](std::size_t first, std::size_t last) {
    const double half = thickest(horizontal, first, last) / 2;
    const double y = horizontal[first].across;
    joined.push_back(
        {.box = {horizontal[first].begin, y - half, horizontal[last - 1].end, y + half}});
  });
  find_rows(vertical, [&](std::size_t first, std::size_t last) {
    const double half = thickest(vertical, first, last) / 2;
    const double x = vertical[first].across;
    joined.push_back({.box = {x - half, vertical[first].begin, x + half, vertical[last - 1].end}});
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < rulings.size(); ++i) {
    const Box& box = rulings[i].box;
    const bool is_ruling = std::max(box.width(), box.height()) >= kShortestRuling;
    if (is_ruling && !is_used[i]) rulings[kept++] = rulings[i];
  }
  rulings.resize(kept);
  rulings.insert(rulings.end(), joined.begin(), joined.end());
}

}  // namespace mingxi::read
