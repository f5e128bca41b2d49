#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/layout.h"
#include "layout/lines.h"
#include "layout/page_text.h"
#include "layout/prose/passages.h"
#include "layout/prose/sections.h"
#include "layout/tables/table_joins.h"

namespace mingxi::layout {
namespace {

PageText text_of(const Page& page) {
  PageText text;
  text.number = page.number;
  text.width = page.width;
  text.height = page.height;
  text.source = page.text_source;
  text.grids = find_grids(page);
  for (PlacedLine& placed : place_lines(page, text.grids)) {
    if (placed.grid < 0) {
      text.lines.push_back({std::move(placed.line), LineRole::kProse});
    } else {
      Grid& grid = text.grids[static_cast<std::size_t>(placed.grid)];
      grid.cells[static_cast<std::size_t>(placed.cell)].text.append(placed.line.text);
    }
  }
  return text;
}

}  // namespace

Layout lay_out(const Document& document, const patterns::LayoutPatterns& patterns) {
  std::vector<PageText> pages;
  pages.reserve(document.pages.size());
  for (const Page& page : document.pages) pages.push_back(text_of(page));

  std::vector<std::string> running_heads = mark_running_heads(pages, patterns);
  mark_contents(pages, patterns);
  measure_blocks(pages);
  mark_table_notes(pages, patterns);

  Layout layout = under_sections(document, join_passages(pages, patterns), patterns);
  layout.running_heads = std::move(running_heads);
  for (PageText& page : pages)
    std::move(page.grids.begin(), page.grids.end(), std::back_inserter(layout.grids));
  layout.tables = join_grids(layout.grids, patterns);
  return layout;
}

}  // namespace mingxi::layout
