#include "read/office/flow/table_captions.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "text/characters.h"

namespace mingxi::read {
namespace {

constexpr int kMaxCaptionRows = 6;
constexpr std::size_t kMaxCaptionCells = 2;  // a unit line names the body and the unit
constexpr int kMinColumns = 3;               // in fewer, two cells are a row like any other

struct Row {
  std::vector<const FlowCell*> printed;  // cells that begin here and hold text
  bool is_ruled = false;
  bool has_other_rows_cells = false;  // a cell of it spans rows, or began above
};

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (c > U' ' && c != 0xA0 && c != 0x3000) return false;
  }
  return true;
}

struct Rows {
  std::vector<Row> rows;
  int columns = 0;
};

Rows rows_of(const FlowTable& table) {
  Rows result;
  int count = 0;
  for (const FlowCell& cell : table.cells) {
    count = std::max(count, cell.row + cell.row_span);
    result.columns = std::max(result.columns, cell.column + cell.column_span);
  }
  result.rows.resize(static_cast<std::size_t>(count));
  for (const FlowCell& cell : table.cells) {
    for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
      Row& row = result.rows[static_cast<std::size_t>(r)];
      row.is_ruled |= cell.is_ruled;
      row.has_other_rows_cells |= cell.row_span > 1 && !is_blank(cell.text);
    }
    if (!is_blank(cell.text))
      result.rows[static_cast<std::size_t>(cell.row)].printed.push_back(&cell);
  }
  for (Row& row : result.rows) std::ranges::sort(row.printed, {}, &FlowCell::column);
  return result;
}

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether a row over the first row of the table proper holds words about the table.
bool is_caption(const Row& row, int columns) {
  if (row.has_other_rows_cells || row.printed.size() > kMaxCaptionCells) return false;
  if (row.printed.size() <= 1)
    return row.printed.empty() || columns > 1;  // alone in its row, at any place and width
  if (columns < kMinColumns) return false;
  int covered = 0;
  for (const FlowCell* cell : row.printed) covered += cell->column_span;
  // 收入 | 支出 over all columns are headers; an item and its figure are a row.
  return covered < columns && !has_digit(row.printed.back()->text);
}

bool is_note(const Row& row, int columns) {
  return !row.has_other_rows_cells && row.printed.size() == 1 &&
         row.printed.front()->column_span == columns && columns > 1;
}

void append_paragraphs(const Row& row, int columns, Align alone, std::vector<FlowBlock>& blocks) {
  for (const FlowCell* cell : row.printed) {
    Align align = cell->align;
    if (row.printed.size() > 1)
      align = cell == row.printed.front() ? Align::kLeft : Align::kRight;
    else if (cell->align == Align::kLeft && cell->column > columns / 2)
      align = Align::kRight;
    else if (cell->align == Align::kLeft && cell->column_span == columns)
      align = alone;
    blocks.push_back(FlowParagraph{.text = cell->text, .align = align, .place = cell->place});
  }
}

}  // namespace

std::vector<FlowBlock> apart_from_captions(FlowTable table) {
  const auto [rows, columns] = rows_of(table);
  // A line under a title alone says nothing of the rows without lines.
  const auto ruled = std::ranges::count_if(rows, &Row::is_ruled);
  const bool has_ruled = 2 * ruled >= std::ranges::ssize(rows);
  const auto is_bare = [&](const Row& row) {
    return has_ruled && !row.is_ruled && !row.has_other_rows_cells;
  };
  std::size_t first = 0;
  while (first < rows.size() &&
         (is_bare(rows[first]) || (first < kMaxCaptionRows && is_caption(rows[first], columns))))
    ++first;
  // A list of single cells is no table with a long title.
  if (first == rows.size() && has_ruled && !std::ranges::all_of(rows, is_bare)) first = 0;
  std::size_t last = rows.size();
  while (last > first && (is_bare(rows[last - 1]) || is_note(rows[last - 1], columns) ||
                          (!has_ruled && rows[last - 1].printed.empty())))
    --last;

  std::vector<FlowBlock> blocks;
  for (std::size_t r = 0; r < first; ++r)
    append_paragraphs(rows[r], columns, Align::kCentre, blocks);
  std::vector<FlowBlock> notes;
  for (std::size_t r = last; r < rows.size(); ++r)
    append_paragraphs(rows[r], columns, Align::kLeft, notes);
  if (first < last) {
    std::erase_if(table.cells, [&](const FlowCell& cell) {
      return cell.row < static_cast<int>(first) || cell.row >= static_cast<int>(last);
    });
    for (FlowCell& cell : table.cells) cell.row -= static_cast<int>(first);
    blocks.emplace_back(std::move(table));
  }
  std::ranges::move(notes, std::back_inserter(blocks));
  return blocks;
}

}  // namespace mingxi::read
