#include "review/review.h"

#include "review/webp.h"
#include "extract/page_pictures.h"
#include "read/bytes.h"
#include "text/utf8.h"

namespace mingxi::review {
namespace {

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

void add_to_review(ReviewPage& page, const std::string& path, const extract::Extractor& extractor) {
  const std::string where = text::printable(path);
  std::string bytes = read::read_bytes(path, where);
  const Document document = extractor.read_contents(bytes, path);
  page.add_document(extractor.extract(document), extractor.producer());
  if (!document.source.has_pictures()) {
    for (const Page& printed : document.pages) page.add_words(printed.number, words_of(printed));
    return;
  }
  extract::PagePictures pictures(std::move(bytes), document.source, extractor.options().reading,
                                 extractor.options().ocr.program);
  for (const Page& printed : document.pages)
    page.add_picture(printed.number, webp(pictures.picture(printed.number, kReviewDotsPerInch)));
}

std::string page_words_json(const Page& page) { return words_json(words_of(page)); }

}  // namespace mingxi::review
