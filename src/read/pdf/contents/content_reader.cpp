#include "read/pdf/contents/content_reader.h"

#include <poppler/PDFDoc.h>
#include <poppler/Page.h>

#include <algorithm>

#include "read/pdf/contents/content_stream.h"
#include "read/pdf/contents/declined.h"
#include "read/pdf/pdf_file.h"

namespace mingxi::read {
namespace {

bool has_shown_annotation(::Page& page) {
  const std::vector<Annot*>& annotations = page.getAnnots()->getAnnots();
  return std::ranges::any_of(annotations, [](Annot* one) { return is_shown(one, nullptr); });
}

int upright_turn(::Page& page) {
  const int turn = page.getRotate();
  return turn >= 360 ? turn - 360 : turn < 0 ? turn + 360 : turn;
}

}  // namespace

ContentReader::ContentReader(PDFDoc& document, PageRecorder& recorder)
    : document_(document), recorder_(recorder), shared_(document), content_(shared_, recorder) {}

void ContentReader::read(int number) {
  ::Page* page = document_.getPage(number);
  if (page == nullptr || !page->isOk()) throw Declined{"a page that cannot be read"};
  if (has_shown_annotation(*page)) throw Declined{"an annotation that is shown"};
  const GfxState state(72, 72, page->getCropBox(), upright_turn(*page), true);
  recorder_.set_paper(state.getPageWidth(), state.getPageHeight());
  GraphicsState start;
  for (std::size_t i = 0; i < 6; ++i) start.to_page[i] = state.getCTM()[i];
  state.getClipBBox(&start.clip.left, &start.clip.top, &start.clip.right, &start.clip.bottom);
  const Object contents = page->getContents();
  if (contents.isNull()) return;
  Resources resources(*page->getResourceDictObject(), shared_);
  content_.read(contents_of(contents), resources, start);
}

}  // namespace mingxi::read
