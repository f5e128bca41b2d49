#include "pipeline/review.h"

#include "emit/webp.h"
#include "pipeline/extract.h"
#include "read/bytes.h"
#include "read/render.h"
#include "read/utf8.h"

namespace mingxi {
namespace {

/// The lines of a page of a text file: glyphs in a row on one baseline.
std::vector<PrintedLine> lines_of(const Page& page) {
  std::vector<PrintedLine> lines;
  for (const Glyph& glyph : page.glyphs) {
    if (lines.empty() || lines.back().baseline != glyph.baseline) {
      lines.push_back(
          {.x = glyph.box.left, .baseline = glyph.baseline, .font_size = glyph.font_size});
    }
    PrintedLine& line = lines.back();
    line.width = glyph.box.right - line.x;
    append_utf8(line.text, glyph.code_point);
  }
  return lines;
}

}  // namespace

void add_to_review(ReviewPage& page, const std::string& path, const Pack& pack,
                   const Producer& producer, const ReadOptions& options,
                   const Decisions& decisions) {
  const std::string where = printable(path);
  std::string bytes = read_bytes(path, where);
  const Document document = read_contents(bytes, path, options);
  const DocumentDecisions decided = decisions.of(document.source.sha256);
  page.add_document(extract(document, pack, decided.corrections), producer);
  if (document.source.media_type == "text/plain") {
    for (const Page& printed : document.pages) page.add_lines(printed.number, lines_of(printed));
    return;
  }
  PageRenderer renderer(std::move(bytes), where, options);
  for (const Page& printed : document.pages)
    page.add_picture(printed.number, webp(renderer.render(printed.number, kReviewDotsPerInch)));
}

}  // namespace mingxi
