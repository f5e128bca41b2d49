#include "extract/page_pictures.h"

#include <optional>
#include <stdexcept>
#include <utility>

#include "messages/reading_sentences.h"
#include "model/error.h"
#include "ocr/ocr_program.h"
#include "read/pdf/render.h"

namespace mingxi::extract {

using messages::ReadingSentence;
using messages::said;

namespace {

Error not_shown(const std::string& where, const std::string& why) {
  return {ErrorKind::kCorrupt, where, said(ReadingSentence::kImageNotShown, {{"why", why}})};
}

}  // namespace

struct PagePictures::File {
  std::string where;
  std::optional<read::PageRenderer> pdf;
  std::optional<ocr::OcrProgram> images;
};

PagePictures::PagePictures(std::string bytes, const Source& source,
                           const read::ReadOptions& options, const std::string& ocr_program)
    : file_(std::make_unique<File>()) {
  file_->where = source.path;
  if (source.media_type == "application/pdf") {
    file_->pdf.emplace(std::move(bytes), source.path, options);
    return;
  }
  try {
    file_->images.emplace(ocr_program);
    file_->images->ask(ocr::OcrRequest::kFile, bytes);
  } catch (const std::runtime_error& error) {
    throw not_shown(source.path, error.what());
  }
}

PagePictures::~PagePictures() = default;

PageImage PagePictures::picture(int number, double dots_per_inch) {
  if (file_->pdf) return file_->pdf->render(number, dots_per_inch);
  try {
    const ocr::ShowPage page{static_cast<std::uint32_t>(number - 1), dots_per_inch};
    return ocr::image_of(file_->images->ask(ocr::OcrRequest::kShow, ocr::bytes_of(page)));
  } catch (const std::runtime_error& error) {
    throw not_shown(file_->where, error.what());
  }
}

}  // namespace mingxi::extract
