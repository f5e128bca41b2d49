#pragma once

#include <vector>

#include "ocr/protocol.h"
#include "ocr/engine/picture.h"
#include "ocr/engine/recogniser.h"

namespace mingxi::ocr {

/// Reads a page: each cell on its own, then what is outside the cells. Numbers are read by two
/// models, which fail on different ones.
class PageReader {
 public:
  /// Throws std::runtime_error with the name of the language whose data is missing.
  PageReader();

  /// How well a strip of the page can be read: many characters, and surely. Of the four ways to
  /// turn a page the upright one has most.
  double legibility(const Picture& picture);

  /// The pieces of a page. cells: boxes on the page, points; what is in them is not read twice.
  std::vector<OcrPiece> read(const Picture& picture, const std::vector<Box>& cells);

 private:
  std::vector<OcrText> at_best_size(std::vector<OcrText> lines, const Picture::Crop& crop,
                                    double pixels_per_point);
  void read_cell(const Picture& picture, const Box& box, std::vector<OcrPiece>& pieces);
  void read_line(const Picture& picture, const OcrText& line, std::vector<OcrPiece>& pieces);
  OcrPiece read_number(const Picture::Crop& crop, const OcrText& first, Setting setting,
                       double pixels_per_point);

  Recogniser chinese_;
  Recogniser digits_;
};

}  // namespace mingxi::ocr
