#include "read/pdf/pages.h"

#include <poppler/PDFDoc.h>

#include <memory>

#include "read/pdf/contents/content_reader.h"
#include "read/pdf/contents/declined.h"
#include "read/pdf/page_recorder.h"
#include "read/pdf/pdf_device.h"
#include "read/pdf/pdf_file.h"

namespace mingxi::read {
namespace {

/// Both interpreters at work on one document.
class PageReader {
 public:
  PageReader(PDFDoc& document, Messages& messages)
      : document_(document), messages_(messages), device_(device_for(recorder_)) {}

  Page by_poppler(int number) {
    recorder_.start(number, first_glyph_);
    document_.displayPage(device_.get(), number, 72, 72, 0, /*useMediaBox=*/false, /*crop=*/true,
                          /*printing=*/false, nullptr, nullptr, is_shown, nullptr);
    if (!recorder_.has_paper()) messages_.add("the page cannot be read", Complaint::kError);
    return finished();
  }

  Page by_ours(int number) {
    if (contents_ == nullptr) contents_ = std::make_unique<ContentReader>(document_, recorder_);
    recorder_.start(number, first_glyph_);
    contents_->read(number);
    return finished();
  }

 private:
  Page finished() {
    Page page = recorder_.finished();
    first_glyph_ += static_cast<GlyphId>(page.glyphs.size());
    return page;
  }

  PDFDoc& document_;
  Messages& messages_;
  PageRecorder recorder_;
  std::unique_ptr<OutputDev> device_;
  std::unique_ptr<ContentReader> contents_;
  GlyphId first_glyph_ = 0;
};

}  // namespace

ReadPages read_pages(PDFDoc& document, Interpreter interpreter, Messages& messages) {
  ReadPages result;
  const int count = document.getNumPages();
  result.pages.reserve(static_cast<std::size_t>(count));
  PageReader reader(document, messages);
  const int complaints = messages.complaints();
  for (int number = 1; number <= count; ++number) {
    messages.set_page(number);
    const auto read = [&]() -> Page {
      if (interpreter == Interpreter::kPoppler) return reader.by_poppler(number);
      try {
        return reader.by_ours(number);
      } catch (const Declined& declined) {
        result.declined.push_back({number, declined.reason});
      }
      // What ours met before it declined would be complained of twice.
      if (messages.complaints() > complaints) return {};
      return reader.by_poppler(number);
    };
    result.pages.push_back(read());
    result.is_damaged = interpreter == Interpreter::kOurs && messages.complaints() > complaints;
    if (result.is_damaged) break;
  }
  return result;
}

}  // namespace mingxi::read
