// Rows and columns that print nothing are left out: the rows and columns that are left are counted
// anew, and merged cells span those of them that they cover.

#include "read/office/xlsx/sheet_flow.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "model/traced_text.h"
#include "read/office/flow/table_captions.h"
#include "read/office/places.h"

namespace mingxi::read {
namespace {

constexpr int kMaxBlankRows = 3;  // kept of those that lines are drawn around

/// How many of the numbers lie in [first, last].
int count_within(const std::vector<int>& numbers, int first, int last) {
  return static_cast<int>(std::ranges::upper_bound(numbers, last) -
                          std::ranges::lower_bound(numbers, first));
}

class SheetFlow {
 public:
  SheetFlow(const XlsxSheet& sheet, const std::vector<XlsxStyle>& styles, const std::string& name)
      : sheet_(sheet), styles_(styles), name_(name) {
    for (const XlsxRange& range : sheet.merged)
      merged_[{range.first_row, range.first_column}] = range;
  }

  std::vector<FlowBlock> blocks() {
    for (const auto& [first, last] : parts()) {
      FlowTable table = table_of(first, last);
      if (columns_.size() == 1 && has_no_spans(table)) {
        for (const FlowCell& cell : table.cells)
          if (!cell.text.empty())
            blocks_.push_back(
                FlowParagraph{.text = cell.text,
                              .align = cell.align == Align::kLeft ? Align::kBody : cell.align,
                              .place = cell.place});
        continue;
      }
      for (FlowBlock& block : apart_from_captions(std::move(table)))
        blocks_.push_back(std::move(block));
    }
    if (!blocks_.empty() && std::holds_alternative<FlowTable>(blocks_.front()))
      blocks_.insert(blocks_.begin(), FlowParagraph{.text = name_, .align = Align::kCentre});
    return std::move(blocks_);
  }

 private:
  bool is_ruled(const XlsxCell& cell) const {
    return cell.style < styles_.size() && styles_[cell.style].is_ruled;
  }

  /// Runs of rows between which a blank one lies.
  std::vector<std::pair<int, int>> parts() const {
    std::set<int> printed, ruled;
    for (const XlsxCell& cell : sheet_.cells) {
      (cell.text.empty() ? ruled : printed).insert(cell.row);
      if (const auto found = merged_.find({cell.row, cell.column});
          found != merged_.end() && !cell.text.empty()) {
        // A merged cell prints in all its rows, of which some are between others.
        constexpr int kMaxRows = 1000;
        const int last = std::min(found->second.last_row, cell.row + kMaxRows);
        for (int r = cell.row; r <= last; ++r) ruled.insert(r);
      }
    }
    std::vector<std::pair<int, int>> result;
    for (const int row : printed) {
      bool goes_on = !result.empty();
      for (int r = goes_on ? result.back().second + 1 : row; goes_on && r < row; ++r)
        goes_on = ruled.contains(r);
      if (goes_on)
        result.back().second = row;
      else
        result.emplace_back(row, row);
    }
    // Blank rows with lines around them at the end of a table are its rows too.
    for (auto& [first, last] : result)
      for (int i = 0; i < kMaxBlankRows && ruled.contains(last + 1) && !printed.contains(last + 1);
           ++i)
        ++last;
    return result;
  }

  FlowTable table_of(int first, int last) {
    std::vector<const XlsxCell*> cells;
    const auto begin = std::ranges::lower_bound(sheet_.cells, first, {}, &XlsxCell::row);
    std::set<int> columns, rows;
    int blank_rows = 0;
    for (auto cell = begin; cell != sheet_.cells.end() && cell->row <= last;) {
      const int row = cell->row;
      const auto row_begin = cell;
      bool is_blank = true;
      for (; cell != sheet_.cells.end() && cell->row == row; ++cell) is_blank &= cell->text.empty();
      blank_rows = is_blank ? blank_rows + 1 : 0;
      if (blank_rows > kMaxBlankRows) continue;
      rows.insert(row);
      for (auto each = row_begin; each != cell; ++each) {
        cells.push_back(&*each);
        if (!each->text.empty()) columns.insert(each->column);
      }
    }
    rows_.assign(rows.begin(), rows.end());
    columns_.assign(columns.begin(), columns.end());
    FlowTable table;
    taken_.clear();
    for (const XlsxCell* cell : cells)
      if (std::ranges::binary_search(columns_, cell->column)) add_cell(*cell, table);
    return table;
  }

  void add_cell(const XlsxCell& cell, FlowTable& table) {
    const int row = count_within(rows_, 0, cell.row - 1);
    const int column = count_within(columns_, 0, cell.column - 1);
    if (taken_.contains({row, column})) return;
    FlowCell result{.row = row, .column = column};
    if (const auto found = merged_.find({cell.row, cell.column}); found != merged_.end()) {
      const XlsxRange& range = found->second;
      result.row_span = std::max(1, count_within(rows_, range.first_row, range.last_row));
      result.column_span =
          std::max(1, count_within(columns_, range.first_column, range.last_column));
    }
    shorten_to_free(result);
    for (int r = row; r < row + result.row_span; ++r)
      for (int c = column; c < column + result.column_span; ++c) taken_.insert({r, c});
    const XlsxStyle style = cell.style < styles_.size() ? styles_[cell.style] : XlsxStyle{};
    for (int i = 0; i < style.indent && !cell.text.empty(); ++i) append_utf8(result.text, 0x3000);
    result.text += cell.text;
    result.align = style.is_aligned ? style.align : cell.is_number ? Align::kRight : Align::kLeft;
    result.is_ruled = style.is_ruled;
    result.place = name_ + "!" + cell_name(cell.row, cell.column);
    result.stored = cell.stored;
    table.cells.push_back(std::move(result));
  }

  /// Ranges of a damaged workbook can overlap.
  void shorten_to_free(FlowCell& cell) const {
    const auto is_free = [&](int row, int column) { return !taken_.contains({row, column}); };
    int width = 1;
    while (width < cell.column_span && is_free(cell.row, cell.column + width)) ++width;
    cell.column_span = width;
    int height = 1;
    const auto is_row_free = [&](int row) {
      for (int c = 0; c < width; ++c)
        if (!is_free(row, cell.column + c)) return false;
      return true;
    };
    while (height < cell.row_span && is_row_free(cell.row + height)) ++height;
    cell.row_span = height;
  }

  static bool has_no_spans(const FlowTable& table) {
    return std::ranges::all_of(table.cells,
                               [](const FlowCell& cell) { return cell.column_span == 1; });
  }

  const XlsxSheet& sheet_;
  const std::vector<XlsxStyle>& styles_;
  const std::string& name_;
  std::map<std::pair<int, int>, XlsxRange> merged_;
  std::vector<int> rows_, columns_;  // of the part at hand, in the sheet; ascending
  std::set<std::pair<int, int>> taken_;
  std::vector<FlowBlock> blocks_;
};

}  // namespace

std::vector<FlowBlock> sheet_flow(const XlsxSheet& sheet, const std::vector<XlsxStyle>& styles,
                                  const std::string& name) {
  return SheetFlow(sheet, styles, name).blocks();
}

}  // namespace mingxi::read
