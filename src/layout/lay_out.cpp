#include <utility>

#include "layout/layout.h"
#include "layout/lines.h"
#include "layout/page_text.h"
#include "layout/passages.h"
#include "layout/sections.h"

namespace mingxi {
namespace {

PageText text_of(const Page& page) {
  PageText text;
  text.number = page.number;
  text.width = page.width;
  text.height = page.height;
  text.source = page.text_source;
  text.regions = find_ruled_regions(page);
  std::vector<Line> lines = find_lines_outside(page, text.regions);
  text.lines.reserve(lines.size());
  for (Line& line : lines) text.lines.push_back({std::move(line), LineRole::kProse});
  return text;
}

}  // namespace

Layout lay_out(const Document& document) {
  std::vector<PageText> pages;
  pages.reserve(document.pages.size());
  for (const Page& page : document.pages) pages.push_back(text_of(page));

  std::vector<std::string> running_heads = mark_running_heads(pages);
  mark_contents(pages);
  measure_blocks(pages);
  mark_table_notes(pages);

  Layout layout = under_sections(document, join_passages(pages));
  layout.running_heads = std::move(running_heads);
  for (PageText& page : pages)
    layout.regions.insert(layout.regions.end(), page.regions.begin(), page.regions.end());
  return layout;
}

}  // namespace mingxi
