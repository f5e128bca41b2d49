#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "model/document.h"
#include "model/page_image.h"
#include "read/read.h"

namespace mingxi::extract {

/// The pages of a PDF or of an image file as pictures.
class PagePictures {
 public:
  /// bytes: the file that source describes. ocr_program: mingxi-ocr, which opens image files.
  /// Throws Error where the file cannot be shown.
  PagePictures(std::string bytes, const Source& source, const read::ReadOptions& options,
               const std::string& ocr_program);
  ~PagePictures();
  PagePictures(const PagePictures&) = delete;
  PagePictures& operator=(const PagePictures&) = delete;

  /// A page, upright as it is shown, in at most so many dots an inch. number: of a page of the
  /// document, from 1. Throws Error.
  PageImage picture(int number, double dots_per_inch);

 private:
  struct File;
  std::unique_ptr<File> file_;
};

}  // namespace mingxi::extract
