#pragma once

#include <memory>
#include <string>

#include "model/page_image.h"
#include "read/read.h"

namespace mingxi::read {

/// The pages of a PDF as a reader sees them: upright, on white, in the frame that boxes of glyphs
/// are measured in. At 72 dots per inch a pixel is a point.
class PageRenderer {
 public:
  /// Opens a PDF. where names it in errors. Throws Error(kNotPdf) if it is none.
  PageRenderer(std::string bytes, const std::string& where, const ReadOptions& options = {});
  ~PageRenderer();
  PageRenderer(const PageRenderer&) = delete;
  PageRenderer& operator=(const PageRenderer&) = delete;

  /// Draws a page, with fewer dots where it would grow beyond kMaxPixels or kLongestSide. Requires
  /// a page number of the document, from 1.
  PageImage render(int page, double dots_per_inch);

  static constexpr double kMaxPixels = 16e6;  ///< an A4 page at 300 dots per inch has 8.7 million
  static constexpr double kLongestSide = 16000;  ///< pixels; WebP takes 16383

 private:
  struct File;
  std::unique_ptr<File> file_;
};

}  // namespace mingxi::read
