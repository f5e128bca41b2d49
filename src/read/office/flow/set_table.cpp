// Columns are made as wide as their widest line, up to a limit at which text is broken; a spanning
// cell widens its last column. Rows are as high as their lines. Then the edges between any two
// places that belong to different cells are ruled.

#include "read/office/flow/set_table.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace mingxi::read {
namespace {

constexpr double kSize = kUsualSize;
constexpr double kHalfWidth = kSize / 2;
constexpr double kLineHeight = 1.5 * kSize;
constexpr double kPadding = 4;  // points, at either side
constexpr double kThickness = 0.75;
constexpr int kWidestText = 40;  // half widths: longer text is broken
constexpr int kNarrowestText = 4;

/// A cell with its lines.
struct BrokenCell {
  const FlowCell* cell = nullptr;
  std::vector<SetLine> lines;
};

int widest_of(const std::vector<SetLine>& lines) {
  int widest = 0;
  for (const SetLine& line : lines) widest = std::max(widest, columns_of(line));
  return widest;
}

class TableSetter {
 public:
  TableSetter(const FlowTable& table, PageMaker& pages) : pages_(pages) {
    for (const FlowCell& cell : table.cells) {
      rows_ = std::max(rows_, cell.row + cell.row_span);
      columns_ = std::max(columns_, cell.column + cell.column_span);
      cells_.push_back({&cell, broken_lines(cell.text, kWidestText)});
    }
    std::ranges::sort(cells_, {}, [](const BrokenCell& broken) {
      return std::pair(broken.cell->row, broken.cell->column);
    });
    measure_columns();
  }

  double width() const { return columns_at_.back() - columns_at_.front(); }

  void set() {
    if (rows_ == 0 || columns_ == 0) return;
    measure_rows();
    for (const BrokenCell& broken : cells_) print(broken);
    rule();
    pages_.move_down(rows_at_.back() - rows_at_.front());
  }

 private:
  static std::size_t index(int i) { return static_cast<std::size_t>(i); }

  void measure_columns() {
    std::vector<int> widths(index(columns_), kNarrowestText);
    for (const BrokenCell& broken : cells_)
      if (broken.cell->column_span == 1)
        widths[index(broken.cell->column)] =
            std::max(widths[index(broken.cell->column)], widest_of(broken.lines));
    for (const BrokenCell& broken : cells_) {
      const FlowCell& cell = *broken.cell;
      if (cell.column_span == 1) continue;
      int width = 0;
      for (int c = cell.column; c < cell.column + cell.column_span; ++c) width += widths[index(c)];
      widths[index(cell.column + cell.column_span - 1)] +=
          std::max(0, widest_of(broken.lines) - width);
    }
    columns_at_.push_back(kFlowMargin);
    for (const int width : widths)
      columns_at_.push_back(columns_at_.back() + width * kHalfWidth + 2 * kPadding);
  }

  void measure_rows() {
    std::vector<std::size_t> lines(index(rows_), 1);
    for (const BrokenCell& broken : cells_) {
      const FlowCell& cell = *broken.cell;
      std::size_t room = 0;
      for (int r = cell.row; r < cell.row + cell.row_span; ++r) room += lines[index(r)];
      if (broken.lines.size() > room)
        lines[index(cell.row + cell.row_span - 1)] += broken.lines.size() - room;
    }
    rows_at_.push_back(pages_.y());
    for (const std::size_t count : lines)
      rows_at_.push_back(rows_at_.back() + static_cast<double>(count) * kLineHeight + kPadding);
  }

  Box box_of(const FlowCell& cell) const {
    return {columns_at_[index(cell.column)], rows_at_[index(cell.row)],
            columns_at_[index(cell.column + cell.column_span)],
            rows_at_[index(cell.row + cell.row_span)]};
  }

  void print(const BrokenCell& broken) {
    const FlowCell& cell = *broken.cell;
    const Box box = box_of(cell);
    const double height = static_cast<double>(broken.lines.size()) * kLineHeight;
    double baseline = box.middle_y() - height / 2 + kLineHeight / 2 + kMiddleShareOfSize * kSize;
    for (const SetLine& line : broken.lines) {
      const double width = columns_of(line) * kHalfWidth;
      double left = box.left + kPadding;
      if (cell.align == Align::kRight) left = box.right - kPadding - width;
      if (cell.align == Align::kCentre) left = box.middle_x() - width / 2;
      pages_.print(line, left, baseline, kSize);
      baseline += kLineHeight;
    }
    if (!cell.place.empty())
      pages_.add_place({.box = box, .name = cell.place, .stored = cell.stored});
  }

  /// The number of the cell at each place; places without one are cells of their own.
  std::vector<std::int64_t> owners() const {
    std::vector<std::int64_t> owner(index(rows_) * index(columns_));
    for (std::size_t i = 0; i < owner.size(); ++i) owner[i] = -1 - static_cast<std::int64_t>(i);
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const FlowCell& cell = *cells_[i].cell;
      for (int r = cell.row; r < cell.row + cell.row_span; ++r)
        for (int c = cell.column; c < cell.column + cell.column_span; ++c)
          owner[index(r) * index(columns_) + index(c)] = static_cast<std::int64_t>(i);
    }
    return owner;
  }

  void rule() {
    const std::vector<std::int64_t> owner = owners();
    const auto at = [&](int r, int c) { return owner[index(r) * index(columns_) + index(c)]; };
    for (int r = 0; r <= rows_; ++r) {
      const double y = rows_at_[index(r)];
      rule_runs(
          columns_, [&](int c) { return r == 0 || r == rows_ || at(r - 1, c) != at(r, c); },
          [&](int first, int last) {
            pages_.rule({columns_at_[index(first)], y, columns_at_[index(last)], y + kThickness});
          });
    }
    for (int c = 0; c <= columns_; ++c) {
      const double x = columns_at_[index(c)];
      rule_runs(
          rows_, [&](int r) { return c == 0 || c == columns_ || at(r, c - 1) != at(r, c); },
          [&](int first, int last) {
            pages_.rule({x, rows_at_[index(first)], x + kThickness, rows_at_[index(last)]});
          });
    }
  }

  /// Draws one line along each run of edges that are ruled.
  template <typename IsEdge, typename Draw>
  static void rule_runs(int count, const IsEdge& is_edge, const Draw& draw) {
    for (int i = 0; i < count; ++i) {
      if (!is_edge(i)) continue;
      const int first = i;
      while (i < count && is_edge(i)) ++i;
      draw(first, i);
    }
  }

  PageMaker& pages_;
  int rows_ = 0;
  int columns_ = 0;
  std::vector<BrokenCell> cells_;
  std::vector<double> columns_at_;  // x of each line, one more than there are columns
  std::vector<double> rows_at_;     // y likewise
};

}  // namespace

void set_table(const FlowTable& table, PageMaker& pages) { TableSetter(table, pages).set(); }

double width_of(const FlowTable& table) {
  PageMaker nowhere;
  return TableSetter(table, nowhere).width();
}

}  // namespace mingxi::read
