#include "read/pdf/contents/graphics_state.h"

#include <algorithm>
#include <cmath>

namespace mingxi::read {

void GraphicsState::concatenate(const Matrix6& matrix) {
  constexpr double kFarthest = 1e10;  // as Poppler: beyond, arithmetic would fail
  const auto [a, b, c, d, e, f] = matrix;
  const auto [old_a, old_b, old_c, old_d, old_e, old_f] = to_page;
  to_page = {a * old_a + b * old_c, a * old_b + b * old_d,         c * old_a + d * old_c,
             c * old_b + d * old_d, e * old_a + f * old_c + old_e, e * old_b + f * old_d + old_f};
  for (double& entry : to_page) {
    if (entry > kFarthest) entry = kFarthest;
    if (entry < -kFarthest) entry = -kFarthest;
  }
}

double GraphicsState::width_on_page() const {
  const double x = to_page[0] + to_page[2];
  const double y = to_page[1] + to_page[3];
  return line_width * std::sqrt(0.5 * (x * x + y * y));
}

}  // namespace mingxi::read
