#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "text/characters.h"
#include "layout/prose/numbering.h"
#include "layout/page_text.h"

namespace mingxi::layout {
namespace {

constexpr std::size_t kMaxLinesAbove = 6;
constexpr std::size_t kMaxLinesBelow = 6;
constexpr std::size_t kLongestTitle = 60;      // characters
constexpr std::size_t kLongestUnitLine = 60;   // characters: department and unit on one line
constexpr std::size_t kLongestTableMark = 10;  // characters
constexpr double kFarthestAbove = 50;          // points, or four sizes of a large title
constexpr double kFarthestBelow = 3;           // font sizes

/// The line from an edge of the region, if it does not are beside it.
bool is_beside(const Line& line, const Box& region) {
  return line.middle() > region.top && line.middle() < region.bottom;
}

bool is_full(const Line& line, const TextBlock& block) {
  return line.box.right > block.right - 1.5 * block.font_size;
}

/// Whether the line above goes on in this line: then it is the end of a sentence and no title.
bool continues(const PageText& page, std::size_t i) {
  if (i == 0) return false;
  const Line& before = page.lines[i - 1].line;
  const Line& line = page.lines[i].line;
  return page.lines[i - 1].role == LineRole::kProse && is_full(before, page.block) &&
         !text::ends_a_sentence(before.text.utf8()) &&
         before.box.left < page.block.left + 4 * page.block.font_size &&
         line.box.left < page.block.left + page.block.font_size;
}

bool is_title_like(const PageText& page, std::size_t i, const patterns::LayoutPatterns& patterns) {
  const std::string_view text = page.lines[i].line.text.utf8();
  if (text::is_longer_than(text, kLongestTitle) || text::ends_a_sentence(text) ||
      patterns.lines.full_stop.matches(text))
    return false;
  return !numbering_of(text, patterns) && !continues(page, i);
}

void mark_above(PageText& page, const Box& region, const patterns::LayoutPatterns& patterns) {
  double below = region.top;
  std::size_t count = 0;
  for (std::size_t i = page.lines.size(); i-- > 0 && count < kMaxLinesAbove;) {
    TextLine& text_line = page.lines[i];
    const Line& line = text_line.line;
    if (line.baseline > region.top + line.font_size / 2) continue;
    if (text_line.role == LineRole::kRunningHead) continue;
    if (below - line.baseline > std::max(kFarthestAbove, 4 * line.font_size)) break;
    if (text_line.role == LineRole::kProse) {
      if (!is_unit_line(line.text.utf8(), patterns) && !is_title_like(page, i, patterns)) break;
      text_line.role = LineRole::kNote;
    }
    below = line.baseline - line.font_size;
    ++count;
  }
}

void mark_below(PageText& page, const Box& region, const patterns::LayoutPatterns& patterns) {
  const TextLine* before = nullptr;
  for (TextLine& text_line : page.lines) {
    const Line& line = text_line.line;
    if (line.baseline < region.bottom) continue;
    if (text_line.role == LineRole::kRunningHead) break;
    const double top = line.baseline - line.font_size;
    if (before == nullptr) {
      if (top - region.bottom > kFarthestBelow * line.font_size) break;
      if (!patterns.lines.note_begin.matches(line.text.utf8()) &&
          !is_unit_line(line.text.utf8(), patterns))
        break;
    } else if (!patterns.lines.note_begin.matches(line.text.utf8())) {
      // A note goes on in its own size, close below.
      const bool is_small = line.font_size < 0.9 * page.block.font_size;
      const bool same_size = std::abs(line.font_size - before->line.font_size) < 0.6;
      const bool is_close = line.baseline - before->line.baseline < 2.2 * line.font_size;
      if (!same_size || !is_close || !(is_small || is_full(before->line, page.block))) break;
    }
    text_line.role = LineRole::kNote;
    before = &text_line;
  }
}

/// The lines over a grid that can name it, and those under it that can be notes. A line between two
/// grids can be both.
void gather_lines_around(const PageText& page, Grid& grid,
                         const patterns::LayoutPatterns& patterns) {
  double floor = 0;  // of what is above it
  double ceiling = page.height;
  for (const Grid& other : page.grids) {
    if (other.box.bottom <= grid.box.top) floor = std::max(floor, other.box.bottom);
    if (other.box.top >= grid.box.bottom) ceiling = std::min(ceiling, other.box.top);
  }
  for (const TextLine& text_line : page.lines) {
    const Line& line = text_line.line;
    const double middle = line.middle();
    const std::string_view text = line.text.utf8();
    if (text_line.role == LineRole::kRunningHead) {
      if (middle < grid.box.top && floor == 0) grid.heads.push_back(line);
    } else if (middle > floor && middle < grid.box.top) {
      if (patterns.lines.full_stop.matches(text) || patterns.lines.note_begin.matches(text)) {
        grid.above.clear();
      } else {
        grid.above.push_back(line);
      }
    } else if (middle > grid.box.bottom && middle < ceiling && grid.below.size() < kMaxLinesBelow) {
      grid.below.push_back(line);
    }
  }
  if (grid.above.size() > kMaxLinesAbove)
    grid.above.erase(grid.above.begin(),
                     grid.above.end() - static_cast<std::ptrdiff_t>(kMaxLinesAbove));
}

/// The lines at the foot of a page that are a title and what follows it, 单位：万元: from the first
/// to one after the last; none if a grid is lower or no title is there.
std::pair<std::size_t, std::size_t> title_at_foot(const PageText& page,
                                                  const patterns::LayoutPatterns& patterns) {
  std::size_t last = page.lines.size();
  while (last > 0 && page.lines[last - 1].role == LineRole::kRunningHead) --last;
  std::size_t at = last;
  while (at > 0 && is_unit_line(page.lines[at - 1].line.text.utf8(), patterns)) --at;
  if (at == 0) return {last, last};
  const Line& line = page.lines[--at].line;
  const bool is_lowest =
      std::none_of(page.grids.begin(), page.grids.end(),
                   [&line](const Grid& grid) { return grid.box.bottom > line.middle(); });
  const bool is_title =
      patterns.lines.table_title.matches(line.text.utf8()) && is_title_like(page, at, patterns);
  return {is_lowest && is_title ? at : last, last};
}

/// A title at the foot of a page names the table at the head of the next one, if nothing else does.
void take_title_from_foot(PageText& page, PageText& next,
                          const patterns::LayoutPatterns& patterns) {
  if (page.grids.empty() || next.grids.empty()) return;
  Grid& grid = next.grids.front();
  const bool is_named = std::any_of(
      grid.above.begin(), grid.above.end(),
      [&patterns](const Line& line) { return !is_unit_line(line.text.utf8(), patterns); });
  if (is_named) return;
  const auto [first, last] = title_at_foot(page, patterns);
  for (std::size_t i = last; i-- > first;) {
    TextLine& foot = page.lines[i];
    foot.role = LineRole::kNote;
    std::erase(page.grids.back().below, foot.line);
    grid.above.insert(grid.above.begin(), foot.line);
  }
}

}  // namespace

bool is_unit_line(std::string_view text, const patterns::LayoutPatterns& patterns) {
  if (text::is_longer_than(text, kLongestUnitLine)) return false;
  return patterns.lines.unit_line.matches(text) ||
         (!text::is_longer_than(text, kLongestTableMark) &&
          patterns.lines.table_mark.matches(text));
}

void mark_table_notes(std::vector<PageText>& pages, const patterns::LayoutPatterns& patterns) {
  for (PageText& page : pages) {
    for (TextLine& line : page.lines)
      if (line.role == LineRole::kProse && is_unit_line(line.line.text.utf8(), patterns))
        line.role = LineRole::kNote;
    for (const Grid& grid : page.grids) {
      for (TextLine& line : page.lines)
        if (line.role == LineRole::kProse && is_beside(line.line, grid.box))
          line.role = LineRole::kNote;
      mark_above(page, grid.box, patterns);
      mark_below(page, grid.box, patterns);
    }
    for (Grid& grid : page.grids) gather_lines_around(page, grid, patterns);
  }
  for (std::size_t i = 1; i < pages.size(); ++i)
    take_title_from_foot(pages[i - 1], pages[i], patterns);
}

}  // namespace mingxi::layout
