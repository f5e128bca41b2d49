#include "review/review.h"

#include <cstdint>
#include <vector>

#include "review/webp.h"
#include "extract/page_pictures.h"
#include "output/document_json/document_json.h"
#include "process/child.h"
#include "process/parts.h"
#include "text/utf8.h"

namespace mingxi::review {
namespace {

constexpr std::uint64_t kSecondsPerPage = 20;  // of processor time

/// The words of a page of a text file: glyphs side by side on one baseline.
std::vector<PrintedWords> words_of(const Page& page) {
  constexpr double kGap = 0.5;  // points: less is no blank
  std::vector<PrintedWords> words;
  for (const Glyph& glyph : page.glyphs) {
    const bool goes_on = !words.empty() && words.back().baseline == glyph.baseline &&
                         glyph.box.left - (words.back().x + words.back().width) < kGap;
    if (!goes_on) {
      words.push_back(
          {.x = glyph.box.left, .baseline = glyph.baseline, .font_size = glyph.font_size});
    }
    words.back().width = glyph.box.right - words.back().x;
    append_utf8(words.back().text, glyph.code_point);
  }
  return words;
}

}  // namespace

std::string review_material(const Document& document, const std::string& bytes,
                            const extract::Extractor& extractor) {
  std::vector<std::string> parts{
      output::document_json(extractor.extract(document), extractor.producer())};
  if (!document.source.has_pictures()) {
    for (const Page& printed : document.pages) parts.push_back(page_words_json(printed));
    return process::packed(parts);
  }
  extract::PagePictures pictures(bytes, document.source, extractor.options().reading,
                                 extractor.options().ocr.program);
  for (const Page& printed : document.pages) {
    process::allow_seconds(kSecondsPerPage);
    parts.push_back(webp(pictures.picture(printed.number, kReviewDotsPerInch)));
  }
  return process::packed(parts);
}

void add_to_review(ReviewPage& page, std::string_view material,
                   const extract::Extractor& extractor) {
  const std::vector<std::string> parts = process::unpacked(material);
  const Extraction extraction = output::read_document_json(parts.empty() ? "" : parts.front());
  page.add_document(extraction, extractor.producer());
  for (std::size_t i = 0; i < extraction.pages.size() && i + 1 < parts.size(); ++i) {
    const int number = extraction.pages[i].number;
    if (!extraction.source.has_pictures()) {
      page.add_words(number, parts[i + 1]);
    } else {
      page.add_picture(number, parts[i + 1]);
    }
  }
}

std::string page_words_json(const Page& page) { return words_json(words_of(page)); }

}  // namespace mingxi::review
