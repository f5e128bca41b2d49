// A region of rulings becomes a grid in steps: strokes at about one place become one grid line;
// between the lines lie small fields; a side between two fields counts as drawn when ink covers
// most of it; fields without a drawn side between them are one cell.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "model/disjoint_sets.h"
#include "layout/layout.h"
#include "layout/tables/regions.h"
#include "layout/tables/strokes.h"

namespace mingxi::layout {
namespace {

/// How far ink may be from where it should be, points.
struct Tolerances {
  double same_line = 3.6;  // double rules and boxes lie up to 3.5 apart; the lowest rows are 6 high
  double open_edge = 6;    // strokes that reach further over the outermost line leave an open cell
  double drawn_share = 0.5;  // of a side, beyond which it is drawn
};
constexpr Tolerances kTolerances;

/// Strokes of one direction at one place.
struct GridLine {
  double at = 0;
  std::vector<Stroke> strokes;
};

std::vector<GridLine> grid_lines(const std::vector<Stroke>& strokes) {
  std::vector<GridLine> lines;
  double last = 0;
  for (const Stroke& stroke : strokes) {
    const bool is_same =
        !lines.empty() && stroke.across - last <= kTolerances.same_line &&
        stroke.across - lines.back().strokes.front().across <= 2 * kTolerances.same_line;
    if (!is_same) lines.emplace_back();
    lines.back().strokes.push_back(stroke);
    last = stroke.across;
  }
  for (GridLine& line : lines) {
    double length = 0;
    for (const Stroke& stroke : line.strokes) {
      line.at += stroke.across * (stroke.end - stroke.begin);
      length += stroke.end - stroke.begin;
    }
    line.at /= length;
  }
  return lines;
}

/// Lines of strokes that reach over the outermost line on one side, if at least two do.
void add_open_edges(std::vector<GridLine>& lines, const std::vector<GridLine>& others) {
  for (const bool at_begin : {true, false}) {
    std::vector<double> ends;
    for (const GridLine& other : others) {
      if (other.strokes.empty()) continue;
      const auto by_begin = [](const Stroke& a, const Stroke& b) { return a.begin < b.begin; };
      const auto by_end = [](const Stroke& a, const Stroke& b) { return a.end < b.end; };
      ends.push_back(
          at_begin ? std::min_element(other.strokes.begin(), other.strokes.end(), by_begin)->begin
                   : -std::max_element(other.strokes.begin(), other.strokes.end(), by_end)->end);
    }
    if (ends.size() < 2) continue;
    std::nth_element(ends.begin(), ends.begin() + 1, ends.end());  // two at least reach so far
    const double edge = at_begin ? ends[1] : -ends[1];
    if (lines.empty() || (!at_begin && edge > lines.back().at + kTolerances.open_edge)) {
      lines.push_back({edge, {}});
    } else if (at_begin && edge < lines.front().at - kTolerances.open_edge) {
      lines.insert(lines.begin(), GridLine{edge, {}});
    }
  }
}

/// For each line, which of its sides between two neighbouring lines of the other direction are
/// drawn.
class DrawnSides {
 public:
  DrawnSides(const std::vector<GridLine>& lines, const std::vector<GridLine>& across)
      : fields_(across.size() - 1), is_drawn_(lines.size() * fields_) {
    std::vector<double> ink(fields_);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::fill(ink.begin(), ink.end(), 0);
      for (const Stroke& stroke : lines[i].strokes) add_ink(stroke, across, ink);
      for (std::size_t k = 0; k < fields_; ++k) {
        const double length = across[k + 1].at - across[k].at;
        is_drawn_[i * fields_ + k] = ink[k] > kTolerances.drawn_share * length;
      }
    }
  }

  bool at(std::size_t line, std::size_t field) const { return is_drawn_[line * fields_ + field]; }

  bool any(std::size_t line) const {
    const auto begin = is_drawn_.begin() + static_cast<std::ptrdiff_t>(line * fields_);
    const auto end = begin + static_cast<std::ptrdiff_t>(fields_);
    return std::find(begin, end, true) != end;
  }

 private:
  static void add_ink(const Stroke& stroke, const std::vector<GridLine>& across,
                      std::vector<double>& ink) {
    auto next = std::upper_bound(across.begin(), across.end(), stroke.begin,
                                 [](double at, const GridLine& line) { return at < line.at; });
    auto k = static_cast<std::size_t>(next - across.begin());
    for (k = k == 0 ? 0 : k - 1; k < ink.size() && across[k].at < stroke.end; ++k) {
      const double covered =
          std::min(stroke.end, across[k + 1].at) - std::max(stroke.begin, across[k].at);
      ink[k] = std::max(ink[k], 0.0) + std::max(covered, 0.0);
    }
  }

  std::size_t fields_;
  std::vector<bool> is_drawn_;
};

/// Takes out the lines that draw no side; outer lines stay.
void drop_unused(std::vector<GridLine>& lines, const DrawnSides& sides) {
  std::vector<GridLine> used;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (i == 0 || i + 1 == lines.size() || sides.any(i)) used.push_back(std::move(lines[i]));
  lines = std::move(used);
}

/// The cells between lines.
class CellBuilder {
 public:
  CellBuilder(const std::vector<GridLine>& rows, const std::vector<GridLine>& columns)
      : rows_(rows),
        columns_(columns),
        row_sides_(rows, columns),
        column_sides_(columns, rows),
        width_(columns.size() - 1),
        height_(rows.size() - 1),
        set_(height_ * width_),
        taken_(height_ * width_) {
    DisjointSets sets(height_ * width_);
    for (std::size_t r = 0; r < height_; ++r) {
      for (std::size_t c = 0; c < width_; ++c) {
        if (c + 1 < width_ && !column_sides_.at(c + 1, r)) sets.join(field(r, c), field(r, c + 1));
        if (r + 1 < height_ && !row_sides_.at(r + 1, c)) sets.join(field(r, c), field(r + 1, c));
      }
    }
    for (std::size_t i = 0; i < set_.size(); ++i) set_[i] = sets.root(i);
  }

  std::vector<GridCell> cells() {
    std::vector<GridCell> result;
    for (std::size_t r = 0; r < height_; ++r) {
      for (std::size_t c = 0; c < width_; ++c) {
        if (taken_[field(r, c)]) continue;
        const GridCell cell = cell_from(r, c);
        if (!lies_outside(cell)) result.push_back(cell);
      }
    }
    return result;
  }

 private:
  std::size_t field(std::size_t row, std::size_t column) const { return row * width_ + column; }

  /// The largest rectangle of one set from here, first to the right, then down. Sets that are no
  /// rectangle give several cells.
  GridCell cell_from(std::size_t row, std::size_t column) {
    const std::size_t set = set_[field(row, column)];
    const auto is_free = [&](std::size_t r, std::size_t c) {
      return set_[field(r, c)] == set && !taken_[field(r, c)];
    };
    std::size_t right = column;
    while (right < width_ && is_free(row, right)) ++right;
    std::size_t bottom = row;
    const auto row_is_free = [&](std::size_t r) {
      for (std::size_t c = column; c < right; ++c)
        if (!is_free(r, c)) return false;
      // A wider row is another part of the set.
      return right == width_ || !is_free(r, right) || set_[field(row, right)] == set;
    };
    while (bottom < height_ && row_is_free(bottom)) ++bottom;
    for (std::size_t r = row; r < bottom; ++r)
      for (std::size_t c = column; c < right; ++c) taken_[field(r, c)] = true;
    return {.row = static_cast<int>(row),
            .column = static_cast<int>(column),
            .row_span = static_cast<int>(bottom - row),
            .column_span = static_cast<int>(right - column),
            .box = rounded(
                Box{columns_[column].at, rows_[row].at, columns_[right].at, rows_[bottom].at}),
            .text = {}};
  }

  /// Whether the field of a cell is only the corner that a narrower or shorter part of the region
  /// leaves: without ink on two or more of the region's own edges.
  bool lies_outside(const GridCell& cell) const {
    const auto row = static_cast<std::size_t>(cell.row);
    const auto column = static_cast<std::size_t>(cell.column);
    const auto bottom = row + static_cast<std::size_t>(cell.row_span);
    const auto right = column + static_cast<std::size_t>(cell.column_span);
    const auto is_open = [](const DrawnSides& sides, std::size_t line, std::size_t field_at) {
      return sides.any(line) && !sides.at(line, field_at);  // a border without ink is open for all
    };
    int open = 0;
    if (row == 0 && is_open(row_sides_, 0, column)) ++open;
    if (bottom == height_ && is_open(row_sides_, height_, column)) ++open;
    if (column == 0 && is_open(column_sides_, 0, row)) ++open;
    if (right == width_ && is_open(column_sides_, width_, row)) ++open;
    return open >= 2 && cell.row_span * cell.column_span < static_cast<int>(width_ * height_);
  }

  const std::vector<GridLine>& rows_;
  const std::vector<GridLine>& columns_;
  DrawnSides row_sides_;
  DrawnSides column_sides_;
  std::size_t width_;
  std::size_t height_;
  std::vector<std::size_t> set_;
  std::vector<bool> taken_;
};

/// The strokes that lie in a region.
std::vector<Stroke> within(const std::vector<Stroke>& strokes, double low, double high,
                           double begin, double end) {
  std::vector<Stroke> result;
  const auto by_place = [](const Stroke& stroke, double at) { return stroke.across < at; };
  for (auto it = std::lower_bound(strokes.begin(), strokes.end(), low - kTouch, by_place);
       it != strokes.end() && it->across <= high + kTouch; ++it)
    if (it->end > begin - kTouch && it->begin < end + kTouch) result.push_back(*it);
  return result;
}

std::vector<double> places_of(const std::vector<GridLine>& lines) {
  std::vector<double> places;
  places.reserve(lines.size());
  for (const GridLine& line : lines) places.push_back(rounded(line.at));
  return places;
}

Grid grid_in(const Box& box, const Strokes& strokes, int page) {
  std::vector<GridLine> rows =
      grid_lines(within(strokes.horizontal, box.top, box.bottom, box.left, box.right));
  std::vector<GridLine> columns =
      grid_lines(within(strokes.vertical, box.left, box.right, box.top, box.bottom));
  add_open_edges(rows, columns);
  add_open_edges(columns, rows);
  Grid grid{.page = page, .box = box};
  if (rows.size() < 2 || columns.size() < 2) return grid;
  drop_unused(rows, DrawnSides(rows, columns));
  drop_unused(columns, DrawnSides(columns, rows));
  grid.cells = CellBuilder(rows, columns).cells();
  grid.is_open_above = rows.front().strokes.empty();
  grid.is_open_below = rows.back().strokes.empty();
  grid.row_lines = places_of(rows);
  grid.column_lines = places_of(columns);
  return grid;
}

}  // namespace

std::vector<Grid> find_grids(const Page& page) { return find_grids(page, strokes_of(page)); }

std::vector<Grid> find_grids(const Page& page, const Strokes& strokes) {
  std::vector<Grid> grids;
  for (const Box& box : ruled_regions(page, strokes)) {
    Grid grid = grid_in(box, strokes, page.number);
    if (!grid.cells.empty()) grids.push_back(std::move(grid));
  }
  return grids;
}

}  // namespace mingxi::layout
