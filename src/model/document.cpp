#include "model/document.h"

#include <cmath>
#include <numbers>

namespace mingxi {
namespace {

struct Place {
  double x = 0;
  double y = 0;
};

/// Turns a place clockwise about the middle of a page.
Place turned(Place place, double degrees, double width, double height) {
  const double angle = degrees * std::numbers::pi / 180;
  const double x = place.x - width / 2;
  const double y = place.y - height / 2;
  return {width / 2 + x * std::cos(angle) - y * std::sin(angle),
          height / 2 + x * std::sin(angle) + y * std::cos(angle)};
}

}  // namespace

Box on_paper(const Page& page, const Box& box) {
  const auto [quarters, degrees] = page.turn;
  if (quarters == 0 && degrees == 0) return box;
  const Place middle = turned({box.middle_x(), box.middle_y()}, -degrees, page.width, page.height);
  const double half_width = box.width() / 2;
  const double half_height = box.height() / 2;
  const auto around = [](Place at, double across, double down) {
    return rounded(Box{at.x - across, at.y - down, at.x + across, at.y + down});
  };
  switch (quarters) {
    case 1:
      return around({middle.y, page.width - middle.x}, half_height, half_width);
    case 2:
      return around({page.width - middle.x, page.height - middle.y}, half_width, half_height);
    case 3:
      return around({page.height - middle.y, middle.x}, half_height, half_width);
    default:
      return around(middle, half_width, half_height);
  }
}

}  // namespace mingxi
