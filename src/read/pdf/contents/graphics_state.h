#pragma once

#include <array>

#include "model/geometry.h"
#include "read/pdf/colours.h"
#include "read/pdf/contents/page_fonts.h"

namespace mingxi::read {

struct Point {
  double x = 0;
  double y = 0;
};

/// x' = a x + c y + e, y' = b x + d y + f; in the order of PDF: a b c d e f.
using Matrix6 = std::array<double, 6>;

inline Point transformed(const Matrix6& m, double x, double y) {
  return {m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]};
}
/// The same for a distance.
inline Point turned(const Matrix6& m, double x, double y) {
  return {m[0] * x + m[2] * y, m[1] * x + m[3] * y};
}

/// What `q` keeps and `Q` brings back. All arithmetic is Poppler's, term by term: a glyph that lies
/// exactly on the edge of its clip has to fall to the same side.
struct GraphicsState {
  Matrix6 to_page{1, 0, 0, 1, 0, 0};
  Box clip;
  Colours colours;
  const GfxColorSpace* fill_space = nullptr;
  const GfxColorSpace* stroke_space = nullptr;
  bool blends_normally = true;
  double line_width = 1;

  PageFont* font = nullptr;
  double font_size = 0;
  Matrix6 text_matrix{1, 0, 0, 1, 0, 0};
  double character_space = 0;
  double word_space = 0;
  double horizontal_scale = 1;
  double leading = 0;
  double rise = 0;
  int render_mode = 0;

  void concatenate(const Matrix6& matrix);
  /// How wide a line is on the page.
  double width_on_page() const;
};

}  // namespace mingxi::read
