// Figures that are below one another, right edge under right edge, in two columns or more are a
// table to any reader. Where rules or shades say how far it reaches, its columns are the strips
// that its text leaves blank and its rows are the lines of its figures.

#include "layout/tables/implied_rules.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>

#include "text/characters.h"
#include "text/numerals.h"

namespace mingxi::layout {
namespace {

constexpr double kCellGap = 0.9;         // font sizes between texts of two cells
constexpr double kSameEdge = 3;          // points: right edges of figures in one column
constexpr std::size_t kMinRows = 3;      // with figures
constexpr double kWidestRowGap = 3.5;    // font sizes between rows of one table
constexpr double kShortestRule = 60;     // points
constexpr double kSameReach = 6;         // points: ends of the rules of one table
constexpr double kNarrowestStrip = 2.5;  // points between two columns
constexpr double kWrapped = 0.8;         // of the usual pitch: a name goes on in a second line
constexpr double kSameLine = 0.4;        // font sizes

/// Text of one cell in one line.
struct Segment {
  double left = 0;
  double right = 0;
  bool is_figure = false;
};

struct Row {
  double middle = 0;
  double size = 0;
  std::vector<Segment> segments;
  std::size_t figures = 0;
};

/// 1,234.00 or 0.50: a plain whole number can be a code, a page or a year.
bool is_figure(std::string_view text) {
  return text.find_first_of(".,") != std::string_view::npos && text::amount_of(text).has_value();
}

Row row_of(const Page& page, const Line& line) {
  Row row{.middle = line.middle(), .size = line.font_size, .segments = {}};
  const std::string& text = line.text.utf8();
  std::size_t first = 0;
  const Glyph* before = nullptr;
  const auto finish = [&](std::size_t last) {
    if (row.segments.empty() || last <= first) return;
    std::string part = text.substr(first, last - first);
    std::erase(part, ' ');
    row.segments.back().is_figure = is_figure(part);
    if (row.segments.back().is_figure) ++row.figures;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text::continues_character(text[at]) || text[at] == ' ') continue;
    const Glyph& glyph = page.glyphs[line.text.glyph(at) - page.first_glyph];
    const bool is_new =
        before == nullptr || glyph.box.left - before->box.right > kCellGap * line.font_size;
    if (is_new) {
      finish(at);
      first = at;
      row.segments.push_back({glyph.box.left, glyph.box.right});
    }
    row.segments.back().right = std::max(row.segments.back().right, glyph.box.right);
    before = &glyph;
  }
  finish(text.size());
  return row;
}

/// How many columns of figures the rows have.
std::size_t figure_columns(const std::vector<Row>& rows, std::size_t first, std::size_t last) {
  std::vector<double> edges;
  for (std::size_t i = first; i < last; ++i)
    for (const Segment& segment : rows[i].segments)
      if (segment.is_figure) edges.push_back(segment.right);
  std::sort(edges.begin(), edges.end());
  std::size_t columns = 0;
  for (std::size_t i = 0; i < edges.size();) {
    std::size_t next = i;
    while (next < edges.size() && edges[next] - edges[i] <= kSameEdge) ++next;
    if (next - i >= 2) ++columns;
    i = next;
  }
  return columns;
}

/// Rows of figures below one another: [first, last) of the rows.
struct Block {
  std::size_t first = 0;
  std::size_t last = 0;
};

std::vector<Block> blocks_of(const std::vector<Row>& rows) {
  std::vector<Block> blocks;
  std::optional<std::size_t> before;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].figures == 0 || rows[i].segments.size() < 2) continue;
    const bool goes_on =
        before && rows[i].middle - rows[*before].middle < kWidestRowGap * rows[i].size;
    if (!goes_on) blocks.push_back({i, i});
    blocks.back().last = i + 1;
    before = i;
  }
  std::erase_if(blocks, [&rows](const Block& block) {
    const auto count = std::count_if(rows.begin() + static_cast<std::ptrdiff_t>(block.first),
                                     rows.begin() + static_cast<std::ptrdiff_t>(block.last),
                                     [](const Row& row) { return row.figures > 0; });
    return static_cast<std::size_t>(count) < kMinRows;
  });
  return blocks;
}

Box box_of(const std::vector<Row>& rows, const Block& block) {
  Box box{1e9, rows[block.first].middle - rows[block.first].size, -1e9,
          rows[block.last - 1].middle + rows[block.last - 1].size};
  for (std::size_t i = block.first; i < block.last; ++i) {
    if (rows[i].figures == 0) continue;
    box.left = std::min(box.left, rows[i].segments.front().left);
    box.right = std::max(box.right, rows[i].segments.back().right);
  }
  return box;
}

/// What says how far the table reaches: two rules of one reach around it, or shades of one reach.
std::optional<Box> frame_of(const Page& page, const Strokes& drawn, const Box& text, double size) {
  const double highest = text.top - 6 * size;  // a header of several lines
  const double lowest = text.bottom + 2 * size;
  std::optional<Box> frame;
  std::size_t count = 0;
  const auto take = [&](const Box& box) {
    if (box.left > text.left + kSameReach || box.right < text.right - kSameReach) return;
    if (box.top < highest || box.bottom > lowest) return;
    if (frame && (std::abs(frame->left - box.left) > kSameReach ||
                  std::abs(frame->right - box.right) > kSameReach))
      return;
    frame = frame ? united(*frame, box) : box;
    ++count;
  };
  for (const Stroke& stroke : drawn.horizontal)
    if (stroke.end - stroke.begin >= kShortestRule)
      take({stroke.begin, stroke.across, stroke.end, stroke.across});
  // Cells of one row are shaded each.
  std::map<std::pair<long, long>, Box> shaded_rows;
  for (const Box& shade : page.shades) {
    const auto [at, is_new] =
        shaded_rows.emplace(std::pair(std::lround(shade.top), std::lround(shade.bottom)), shade);
    if (!is_new) at->second = united(at->second, shade);
  }
  for (const auto& [heights, box] : shaded_rows) take(box);
  if (count < 2) return std::nullopt;
  frame->bottom = std::max(frame->bottom, text.bottom);
  if (frame->top > text.top) return std::nullopt;
  return frame;
}

/// Columns as the strips of x that hold text, left to right.
std::vector<Segment> columns_of(const std::vector<Row>& rows, std::size_t header_end) {
  std::vector<Segment> columns;
  const auto add = [&columns](Segment strip) {
    for (std::size_t i = 0; i < columns.size();) {
      const bool is_one = columns[i].left < strip.right + kNarrowestStrip &&
                          strip.left < columns[i].right + kNarrowestStrip;
      if (!is_one) {
        ++i;
        continue;
      }
      strip.left = std::min(strip.left, columns[i].left);
      strip.right = std::max(strip.right, columns[i].right);
      columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(i));
    }
    columns.push_back(strip);
  };
  for (std::size_t i = header_end; i < rows.size(); ++i)
    for (const Segment& segment : rows[i].segments) add(segment);
  // A header over several columns is theirs; one over none is a column without figures.
  const std::vector<Segment> body = columns;
  for (std::size_t i = 0; i < header_end; ++i) {
    for (const Segment& segment : rows[i].segments) {
      const auto under = std::count_if(body.begin(), body.end(), [&segment](const Segment& column) {
        return column.left < segment.right && segment.left < column.right;
      });
      if (under < 2) add(segment);
    }
  }
  std::sort(columns.begin(), columns.end(),
            [](const Segment& a, const Segment& b) { return a.left < b.left; });
  return columns;
}

double usual_pitch(const std::vector<double>& middles) {
  std::vector<double> pitches;
  for (std::size_t i = 1; i < middles.size(); ++i) pitches.push_back(middles[i] - middles[i - 1]);
  if (pitches.empty()) return 0;
  const auto middle = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
  std::nth_element(pitches.begin(), middle, pitches.end());
  return *middle;
}

std::optional<ImpliedTable> table_in(const Box& frame, const std::vector<Row>& all,
                                     const Strokes& drawn) {
  std::vector<Row> rows;
  for (const Row& row : all)
    if (row.middle > frame.top && row.middle < frame.bottom) rows.push_back(row);
  std::size_t header_end = 0;
  while (header_end < rows.size() && rows[header_end].figures == 0) ++header_end;
  if (header_end == 0 || rows.size() - header_end < kMinRows) return std::nullopt;
  const std::vector<Segment> columns = columns_of(rows, header_end);
  if (columns.size() < 2) return std::nullopt;

  std::vector<double> middles;
  for (std::size_t i = header_end; i < rows.size(); ++i)
    if (rows[i].figures > 0) middles.push_back(rows[i].middle);
  const double pitch = usual_pitch(middles);
  ImpliedTable table{.box = frame, .strokes = {}};
  const auto add_row = [&](double y) {
    table.strokes.horizontal.push_back({y, frame.left, frame.right});
  };
  const auto is_ruled_between = [&](double above, double below) {
    return std::any_of(drawn.horizontal.begin(), drawn.horizontal.end(), [&](const Stroke& stroke) {
      return stroke.across > above && stroke.across < below && stroke.begin < frame.right &&
             stroke.end > frame.left;
    });
  };
  add_row(frame.top);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (i < header_end || is_ruled_between(rows[i - 1].middle, rows[i].middle)) continue;
    const bool is_wrapped = i > header_end && rows[i].figures == 0 &&
                            rows[i].middle - rows[i - 1].middle < kWrapped * pitch;
    if (!is_wrapped) add_row((rows[i - 1].middle + rows[i].middle) / 2);
  }
  add_row(frame.bottom);
  const double body_top = (rows[header_end - 1].middle + rows[header_end].middle) / 2;
  const auto add_side = [&](double x, double top) {
    table.strokes.vertical.push_back({x, top, frame.bottom});
  };
  add_side(frame.left, frame.top);
  for (std::size_t i = 1; i < columns.size(); ++i) {
    const double x = (columns[i - 1].right + columns[i].left) / 2;
    const bool crosses_header = std::any_of(
        rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(header_end), [x](const Row& row) {
          return std::any_of(row.segments.begin(), row.segments.end(), [x](const Segment& segment) {
            return segment.left < x && segment.right > x;
          });
        });
    add_side(x, crosses_header ? body_top : frame.top);
  }
  add_side(frame.right, frame.top);
  return table;
}

}  // namespace

TableLikeText table_like_text(const Page& page, const Strokes& drawn,
                              const std::vector<const Line*>& lines) {
  TableLikeText found;
  std::vector<Row> rows;
  for (const Line* line : lines) rows.push_back(row_of(page, *line));
  for (const Block& block : blocks_of(rows)) {
    const Box text = box_of(rows, block);
    const double size = rows[block.first].size;
    const std::size_t columns = figure_columns(rows, block.first, block.last);
    if (columns == 0) continue;
    const auto frame = frame_of(page, drawn, text, size);
    auto table = frame ? table_in(*frame, rows, drawn) : std::nullopt;
    if (table) {
      found.tables.push_back(std::move(*table));
    } else if (columns > 1) {
      found.unread.push_back(text);
    }
  }
  return found;
}

std::vector<Stroke> implied_rows(const Grid& grid, const std::vector<LineInCell>& lines) {
  std::map<int, std::vector<const Line*>> by_cell;
  for (const LineInCell& each : lines) by_cell[each.cell].push_back(each.line);
  std::vector<Stroke> strokes;
  for (int row = 0; row < grid.rows(); ++row) {
    std::vector<std::pair<double, bool>> places;  // middle, and whether it is of a figure
    std::size_t stacks = 0;
    double size = 0;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
      const GridCell& cell = grid.cells[i];
      const auto found = by_cell.find(static_cast<int>(i));
      if (cell.row != row || found == by_cell.end()) continue;
      std::size_t figures = 0;
      for (const Line* line : found->second) {
        const bool figure = is_figure(line->text.utf8());
        figures += figure ? 1 : 0;
        places.emplace_back(line->middle(), figure);
        size = std::max(size, line->font_size);
      }
      if (cell.row_span == 1 && figures >= kMinRows && figures == found->second.size()) ++stacks;
    }
    if (stacks < 2) continue;
    std::sort(places.begin(), places.end());
    std::vector<std::pair<double, bool>> levels;
    for (const auto& [middle, figure] : places) {
      if (!levels.empty() && middle - levels.back().first <= kSameLine * size) {
        levels.back().second = levels.back().second || figure;
      } else {
        levels.emplace_back(middle, figure);
      }
    }
    std::vector<double> middles;
    for (const auto& [middle, figure] : levels)
      if (figure) middles.push_back(middle);
    const double pitch = usual_pitch(middles);
    for (std::size_t i = 1; i < levels.size(); ++i) {
      const bool is_wrapped =
          !levels[i].second && levels[i].first - levels[i - 1].first < kWrapped * pitch;
      if (!is_wrapped)
        strokes.push_back(
            {(levels[i - 1].first + levels[i].first) / 2, grid.box.left, grid.box.right});
    }
  }
  return strokes;
}

}  // namespace mingxi::layout
