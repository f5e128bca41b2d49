#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"

namespace mingxi {

/// A page set by hand: `PrintedPage().print(50, 100, U"合计").rule(40, 80, 300, 80)`.
///
/// Glyphs are side by side on a baseline: Han characters as wide as the font is large, Latin
/// letters, digits and blanks half as wide. A blank takes room and is a glyph.
class PrintedPage {
 public:
  explicit PrintedPage(double width = 595, double height = 842);

  /// The font size of what is printed from here on; 12 points at first.
  PrintedPage& size(double points);
  /// Room, in points, between the glyphs printed from here on; none at first.
  PrintedPage& spacing(double points);
  /// Visibility and direction of what is printed from here on.
  PrintedPage& seen(Visibility visibility);
  PrintedPage& running(Direction direction);

  /// Prints from a left edge on a baseline.
  PrintedPage& print(double x, double y, std::u32string_view text);
  /// Prints in the middle of the page.
  PrintedPage& print_centred(double y, std::u32string_view text);
  /// A ruling between two points on a horizontal or vertical line, half a point thick.
  PrintedPage& rule(double x0, double y0, double x1, double y1);
  /// The rulings of a table whose columns and rows meet at these places.
  PrintedPage& grid(const std::vector<double>& xs, const std::vector<double>& ys);

  operator Page() const { return page_; }  // NOLINT: a test says Page page = PrintedPage()…

 private:
  Page page_;
  double size_ = 12;
  double spacing_ = 0;
  Visibility visibility_ = Visibility::kVisible;
  Direction direction_ = Direction::kRight;
};

/// Pages in order, numbered from 1, their glyphs from 0.
Document document_of(std::vector<Page> pages);

}  // namespace mingxi
