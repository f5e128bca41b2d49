#include "read/pdf/render.h"

#include <poppler/PDFDoc.h>
#include <poppler/SplashOutputDev.h>
#include <splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "messages/reading_sentences.h"
#include "model/error.h"
#include "read/pdf/pdf_file.h"

namespace mingxi::read {

using messages::ReadingSentence;
using messages::said;

namespace {

constexpr double kPointsPerInch = 72;

Error not_renderable(const std::string& where) {
  return {ErrorKind::kNotPdf, where, said(ReadingSentence::kPagesNotShown)};
}

double within_bounds(PDFDoc& pdf, int page, double dots_per_inch) {
  const double inches =
      pdf.getPageCropWidth(page) * pdf.getPageCropHeight(page) / (kPointsPerInch * kPointsPerInch);
  if (inches <= 0) return dots_per_inch;
  const double longest = std::max(pdf.getPageCropWidth(page), pdf.getPageCropHeight(page));
  return std::min({dots_per_inch, std::sqrt(PageRenderer::kMaxPixels / inches),
                   PageRenderer::kLongestSide * kPointsPerInch / longest});
}

}  // namespace

struct PageRenderer::File {
  std::string bytes;
  std::unique_ptr<PDFDoc> pdf;
  std::unique_ptr<SplashOutputDev> device;
};

PageRenderer::PageRenderer(std::string bytes, const std::string& where, const ReadOptions& options)
    : file_(std::make_unique<File>()) {
  file_->bytes = std::move(bytes);
  file_->pdf = opened_pdf(file_->bytes, options);
  if (!file_->pdf->isOk()) throw not_renderable(where);
  SplashColor white = {255, 255, 255};
  constexpr int kRowPadding = 1;
  file_->device =
      std::make_unique<SplashOutputDev>(splashModeRGB8, kRowPadding, /*reverseVideo=*/false, white);
  file_->device->setFontAntialias(true);
  file_->device->setVectorAntialias(true);
  file_->device->startDoc(file_->pdf.get());
}

PageRenderer::~PageRenderer() = default;

PageImage PageRenderer::render(int page, double dots_per_inch) {
  const double resolution = within_bounds(*file_->pdf, page, dots_per_inch);
  file_->pdf->displayPage(file_->device.get(), page, resolution, resolution, 0,
                          /*useMediaBox=*/false, /*crop=*/true, /*printing=*/false, nullptr,
                          nullptr, is_shown, nullptr);
  SplashBitmap& bitmap = *file_->device->getBitmap();
  PageImage image{.width = bitmap.getWidth(), .height = bitmap.getHeight()};
  const std::size_t row = static_cast<std::size_t>(image.width) * 3;
  image.rgb.resize(row * static_cast<std::size_t>(image.height));
  for (int y = 0; y < image.height; ++y) {
    std::memcpy(image.rgb.data() + row * static_cast<std::size_t>(y),
                bitmap.getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap.getRowSize(), row);
  }
  return image;
}

}  // namespace mingxi::read
