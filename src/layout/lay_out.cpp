#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/layout.h"
#include "layout/lines.h"
#include "layout/page_text.h"
#include "layout/prose/passages.h"
#include "layout/prose/sections.h"
#include "layout/tables/broken_numbers.h"
#include "layout/tables/hanging_lines.h"
#include "layout/tables/implied_rules.h"
#include "layout/tables/table_joins.h"
#include "layout/text_columns.h"

namespace mingxi::layout {
namespace {

/// Adds the rules that text shows by standing in rows and columns; false if there are none.
bool add_implied_rules(const Page& page, const std::vector<PlacedLine>& lines, PageText& text,
                       Strokes& strokes) {
  Strokes implied;
  std::vector<const Line*> outside;
  std::vector<std::vector<LineInCell>> inside(text.grids.size());
  for (const PlacedLine& placed : lines) {
    if (placed.grid < 0) {
      outside.push_back(&placed.line);
    } else {
      inside[static_cast<std::size_t>(placed.grid)].push_back({&placed.line, placed.cell});
    }
  }
  for (std::size_t i = 0; i < inside.size(); ++i)
    for (const Stroke& stroke : implied_rows(text.grids[i], inside[i]))
      implied.horizontal.push_back(stroke);
  TableLikeText found = table_like_text(page, strokes, outside);
  for (const ImpliedTable& table : found.tables)
    implied = united(std::move(implied), table.strokes);
  text.unread = std::move(found.unread);
  if (implied.horizontal.empty() && implied.vertical.empty()) return false;
  strokes = united(std::move(strokes), implied);
  return true;
}

/// Which of the grids are drawings.
std::vector<bool> drawings(const std::vector<Grid>& grids, const std::vector<PlacedLine>& lines) {
  std::vector<std::vector<const PlacedLine*>> inside(grids.size());
  for (const PlacedLine& placed : lines)
    if (placed.grid >= 0) inside[static_cast<std::size_t>(placed.grid)].push_back(&placed);
  std::vector<bool> found(grids.size());
  for (std::size_t i = 0; i < grids.size(); ++i) found[i] = is_drawing(grids[i], inside[i]);
  return found;
}

PageText text_of(const Page& page) {
  PageText text;
  text.number = page.number;
  text.width = page.width;
  text.height = page.height;
  text.source = page.text_source;
  Strokes strokes = strokes_of(page);
  text.grids = find_grids(page, strokes);
  std::vector<PlacedLine> lines = place_lines(page, text.grids);
  if (add_implied_rules(page, lines, text, strokes)) {
    text.grids = find_grids(page, strokes);
    lines = place_lines(page, text.grids);
  }
  return_hanging_lines(text.grids, lines);
  const std::vector<bool> is_drawn = drawings(text.grids, lines);
  for (PlacedLine& placed : lines) {
    if (placed.grid < 0 || is_drawn[static_cast<std::size_t>(placed.grid)]) {
      text.lines.push_back({std::move(placed.line), LineRole::kProse});
    } else {
      Grid& grid = text.grids[static_cast<std::size_t>(placed.grid)];
      append_line(page, placed.line, grid.cells[static_cast<std::size_t>(placed.cell)]);
    }
  }
  std::size_t number = 0;
  std::erase_if(text.grids, [&](const Grid&) { return is_drawn[number++]; });
  return text;
}

}  // namespace

std::vector<Line> lines_in_reading_order(const Page& page) {
  const auto gutter = gutter_of(page);
  if (!gutter) return find_lines(page, {});
  std::vector<Line> lines = find_lines(left_of(page, *gutter), {});
  for (Line& line : find_lines(right_of(page, *gutter), {})) lines.push_back(std::move(line));
  return lines;
}

Layout lay_out(const Document& document, const patterns::LayoutPatterns& patterns) {
  std::vector<PageText> pages;
  pages.reserve(document.pages.size());
  for (const Page& page : document.pages) {
    const auto gutter = gutter_of(page);
    if (!gutter) {
      pages.push_back(text_of(page));
      continue;
    }
    pages.push_back(text_of(left_of(page, *gutter)));
    pages.back().width = *gutter;
    pages.push_back(text_of(right_of(page, *gutter)));
    pages.back().left = *gutter;
    pages.back().width = page.width - *gutter;
  }

  std::vector<std::string> running_heads = mark_running_heads(pages, patterns);
  mark_contents(pages, patterns);
  measure_blocks(pages);
  mark_table_notes(pages, patterns);

  Layout layout = under_sections(document, join_passages(pages, patterns), patterns);
  layout.running_heads = std::move(running_heads);
  for (const PageText& page : pages)
    for (const Box& box : page.unread) layout.unread.push_back({page.number, rounded(box)});
  for (PageText& page : pages)
    std::move(page.grids.begin(), page.grids.end(), std::back_inserter(layout.grids));
  layout.tables = join_grids(layout.grids, patterns);
  join_broken_rows(document, layout.tables, layout.grids);
  return layout;
}

}  // namespace mingxi::layout
