// libxlsxwriter writes each part to a temporary file and does not notice when the disk is full: the
// workbook would be broken without a word. So the parts go beside the workbook, and the room they
// need is asked for first.
#include "output/tables/workbook.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <memory>
#include <vector>

#include <xlsxwriter.h>

#include "messages/sentences.h"
#include "output/tables/placed_cells.h"
#include "output/write/own_file.h"
#include "output/write/spreadsheet.h"
#include "output/write/staged_output.h"
#include "output/write/workbook_file.h"
#include "output/tables/table_captions.h"
#include "text/clean_text.h"
#include "model/error.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;

namespace {

constexpr lxw_row_t kFirstRow = 2;  // title and note are above the table

/// Columns of a text: two for each Chinese character.
std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!text::is_continuation(text, at))
      columns += static_cast<unsigned char>(text[at]) >= 0xE2 ? 2 : 1;
  }
  return columns;
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : ".";
}

/// More than the parts of the workbook take together.
std::uint64_t expected_size(const Extraction& extraction) {
  constexpr std::uint64_t kRest = 1 << 20;  // styles, theme, directory of the archive
  constexpr std::uint64_t kBytesPerTable = 8'192;
  constexpr std::uint64_t kBytesPerPlace = 128;
  constexpr std::uint64_t kBytesPerByteOfText = 6;  // &quot;
  std::uint64_t size = kRest;
  for (const Table& table : extraction.tables) {
    size += kBytesPerTable + (table.title.size() + table.prepared_by.size() + table.unit.size()) *
                                 2 * kBytesPerByteOfText;
    for (const Cell& cell : table.cells) {
      size += kBytesPerPlace * static_cast<std::uint64_t>(std::max(cell.row_span, 1)) *
              static_cast<std::uint64_t>(std::max(cell.column_span, 1));
      size += kBytesPerByteOfText * cell.text.size();
    }
  }
  return size;
}

/// A workbook under way. Every call that fails throws.
class Book {
 public:
  explicit Book(const std::filesystem::path& path)
      : path_(path.string()), folder_(folder_of(path).string()) {
    lxw_workbook_options options{};
    options.tmpdir = folder_.data();
    book_.reset(workbook_new_opt(path.c_str(), &options));
    if (book_ == nullptr) fail(LXW_ERROR_MEMORY_MALLOC_FAILED);
    lxw_doc_properties properties{};
    properties.created = kWorkbookCreated;
    std::string author(kWorkbookAuthor);
    properties.author = author.data();
    require(workbook_set_properties(book_.get(), &properties));
    title = format();
    format_set_bold(title);
    format_set_font_size(title, 14);
    note = format();
    format_set_font_color(note, LXW_COLOR_GRAY);
    text = cell_format();
    format_set_text_wrap(text);
    header = cell_format();
    format_set_text_wrap(header);
    format_set_bold(header);
    format_set_align(header, LXW_ALIGN_CENTER);
    format_set_bg_color(header, 0xF0F2F5);
    link = cell_format();
    format_set_underline(link, LXW_UNDERLINE_SINGLE);
    format_set_font_color(link, LXW_COLOR_BLUE);
  }

  lxw_worksheet* sheet(const std::string& name) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_.get(), name.c_str());
    if (sheet == nullptr) fail(LXW_ERROR_SHEETNAME_ALREADY_USED);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    return sheet;
  }

  /// The format of cells with numbers.
  lxw_format* number(const std::string& shown) {
    lxw_format*& found = numbers_[shown];
    if (found == nullptr) {
      found = cell_format();
      format_set_num_format(found, shown.c_str());
    }
    return found;
  }

  void require(lxw_error error) const {
    if (error != LXW_NO_ERROR) fail(error);
  }

  void close() {
    require(workbook_close(book_.release()));
    if (!is_whole_workbook(path_)) fail(std::strerror(EIO));
  }

  lxw_format* title;
  lxw_format* note;
  lxw_format* text;
  lxw_format* header;
  lxw_format* link;

 private:
  struct Free {
    void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
  };

  lxw_format* format() { return workbook_add_format(book_.get()); }

  lxw_format* cell_format() {
    lxw_format* made = format();
    format_set_border(made, LXW_BORDER_THIN);
    format_set_border_color(made, 0xBBBBBB);
    format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
    return made;
  }

  [[noreturn]] void fail(lxw_error error) const { fail(lxw_strerror(error)); }
  [[noreturn]] void fail(const std::string& reason) const {
    throw Error(ErrorKind::kOutput, path_, said(Sentence::kTablesUnwritable, {{"reason", reason}}));
  }

  std::string path_;
  std::string folder_;
  std::unique_ptr<lxw_workbook, Free> book_;
  std::map<std::string, lxw_format*> numbers_;
};

void write_cell(Book& book, lxw_worksheet* sheet, const Cell& cell, const PlacedCells& cells) {
  const std::optional<PrintedNumber> number = cells.number(cell);
  lxw_format* format = number                      ? book.number(number->format)
                       : cells.is_header(cell.row) ? book.header
                                                   : book.text;
  const auto row = static_cast<lxw_row_t>(cell.row) + kFirstRow;
  const auto column = static_cast<lxw_col_t>(cell.column);
  const std::string text = workbook_text(cell.text);
  if (cell.row_span > 1 || cell.column_span > 1) {
    const auto last_row = row + static_cast<lxw_row_t>(cell.row_span) - 1;
    const auto last_column = static_cast<lxw_col_t>(cell.column + cell.column_span - 1);
    book.require(worksheet_merge_range(sheet, row, column, last_row, last_column,
                                       number ? "" : text.c_str(), format));
  } else if (!number) {
    book.require(worksheet_write_string(sheet, row, column, text.c_str(), format));
  }
  if (number) book.require(worksheet_write_number(sheet, row, column, number->value, format));
}

/// Widths that show most texts on a line; long ones wrap.
std::vector<double> fitted_widths(const Table& table, const PlacedCells& cells) {
  constexpr std::size_t kMin = 8, kMax = 44, kMaxOfHeader = 16, kMargin = 2;
  std::vector<std::size_t> widths(static_cast<std::size_t>(table.columns), kMin);
  for (const Cell& cell : table.cells) {
    if (cell.column_span > 1 || cell.column < 0 || cell.column >= table.columns) continue;
    std::size_t& width = widths[static_cast<std::size_t>(cell.column)];
    const std::size_t most = cells.is_header(cell.row) ? kMaxOfHeader : kMax;
    width = std::max(width, std::min(columns_of(cell.text) + kMargin, most));
  }
  return {widths.begin(), widths.end()};
}

void write_heading(Book& book, lxw_worksheet* sheet, const std::string& heading,
                   const std::string& note) {
  book.require(worksheet_write_string(sheet, 0, 0, workbook_text(heading).c_str(), book.title));
  book.require(worksheet_write_string(sheet, 1, 0, workbook_text(note).c_str(), book.note));
}

void write_table(Book& book, const Table& table, std::size_t number,
                 const patterns::HeaderPatterns& headers) {
  lxw_worksheet* sheet = book.sheet(sheet_name(table, number));
  write_heading(book, sheet, heading_of(table), note_of(table));
  const PlacedCells cells(table, headers);
  const std::vector<double> widths = fitted_widths(table, cells);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    book.require(worksheet_set_column(sheet, column, column, widths[i], nullptr));
  }
  for (const Cell& cell : table.cells) write_cell(book, sheet, cell, cells);
  if (cells.end_of_header() == 0) return;
  const auto first_figures = kFirstRow + static_cast<lxw_row_t>(cells.end_of_header());
  worksheet_freeze_panes(sheet, first_figures, 0);
  book.require(worksheet_repeat_rows(sheet, 0, first_figures - 1));
}

void write_contents(Book& book, const Extraction& extraction) {
  constexpr double kWidths[] = {6, 60, 8, 8, 10, 8, 8, 20};
  lxw_worksheet* sheet = book.sheet(said(Sentence::kContentsSheet).chinese.c_str());
  write_heading(book, sheet, heading_of(extraction), source_note_of(extraction));
  for (std::size_t i = 0; i < std::size(kContentsColumns); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    book.require(worksheet_set_column(sheet, column, column, kWidths[i], nullptr));
    book.require(worksheet_write_string(sheet, kFirstRow, column,
                                        said(kContentsColumns[i]).chinese.c_str(), book.header));
  }
  worksheet_freeze_panes(sheet, kFirstRow + 1, 0);
  lxw_row_t row = kFirstRow;
  for (std::size_t i = 0; i < extraction.tables.size(); ++i) {
    const Table& table = extraction.tables[i];
    const auto text = [&](lxw_col_t column, const std::string& value, lxw_format* format) {
      book.require(
          worksheet_write_string(sheet, row, column, workbook_text(value).c_str(), format));
    };
    const auto count = [&](lxw_col_t column, double value) {
      book.require(worksheet_write_number(sheet, row, column, value, book.number("0")));
    };
    ++row;
    count(0, static_cast<double>(i + 1));
    const std::string place = "internal:'" + sheet_name(table, i + 1) + "'!A1";
    book.require(worksheet_write_url(sheet, row, 1, place.c_str(), book.link));
    text(1, heading_of(table), book.link);
    text(2, std::string(mingxi::name_of(table.kind)), book.text);
    text(3, table.unit, book.text);
    text(4, pages_of(table), book.text);
    count(5, table.rows);
    count(6, table.columns);
    text(7, state_of(table), book.text);
  }
}

}  // namespace

std::string sheet_name(const Table& table, std::size_t number) {
  constexpr std::size_t kMaxUnits = 31;  // of UTF-16
  std::string name = std::to_string(number);
  std::size_t units = name.size();
  const std::string title = text::clean(table.title);
  if (title.empty()) return name;
  name += ' ';
  ++units;
  for (std::size_t at = 0; at < title.size();) {
    const bool ascii = static_cast<unsigned char>(title[at]) < 0x80;
    const std::size_t length = ascii ? 1 : text::sequence_length(title, at);
    units += length == 4 ? 2 : 1;
    if (units > kMaxUnits) break;
    const bool forbidden = std::string_view("[]:*?/\\'").find(title[at]) != std::string_view::npos;
    name += forbidden ? "_" : title.substr(at, length);
    at += length;
  }
  return name;
}

void write_workbook(const Extraction& extraction, const std::filesystem::path& path,
                    const patterns::HeaderPatterns& headers) {
  require_room(folder_of(path), expected_size(extraction));
  Book book(path);
  write_contents(book, extraction);
  for (std::size_t i = 0; i < extraction.tables.size(); ++i) {
    write_table(book, extraction.tables[i], i + 1, headers);
  }
  book.close();
}

}  // namespace mingxi::output
