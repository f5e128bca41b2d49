#pragma once

#include <string_view>
#include <vector>

#include "model/geometry.h"
#include "ocr/protocol.h"
#include "ocr/engine/pix.h"

namespace mingxi::ocr {

/// A page as ink on white: upright, straightened, and its ruled lines known and taken out.
class Picture {
 public:
  /// Takes a page as it was scanned: any depth, any skew up to a few degrees. pixels_per_point: how
  /// large it is on paper. Throws std::runtime_error when it cannot be worked on.
  Picture(PixPointer scanned, double pixels_per_point);

  /// Size on paper and rulings.
  const ScanPage& page() const { return page_; }
  double pixels_per_point() const { return scale_; }

  /// A part of the page: null where there is no ink.
  struct Crop {
    PixPointer image;
    int left = 0;  ///< of its top left corner on the page, pixels
    int top = 0;
    bool touches_edge = false;  ///< of the box: where it is ruled, strokes may have gone with it
  };
  /// The ink in a box, with a white margin.
  Crop crop(const Box& box) const;

  /// The whole page without what is in the boxes.
  Crop without(const std::vector<Box>& boxes) const;

  /// The tenth of the page, from edge to edge, that holds most characters.
  Crop fullest_strip() const;

 private:
  void find_rulings(const std::vector<Box>& seals);
  /// How far faint ink goes on beside ink, up to a limit and a gap; direction: 1 or -1.
  double end_of_ink(const Box& found, double limit, int direction) const;

  double scale_;
  PixPointer grey_;              // without rulings
  PixPointer ink_;               // black on white, without rulings
  PixPointer faint_ink_;         // likewise, with faint ink
  std::vector<Box> components_;  // of the ink, pixels
  ScanPage page_;
};

}  // namespace mingxi::ocr
