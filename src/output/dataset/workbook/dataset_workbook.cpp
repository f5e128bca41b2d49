#include "output/dataset/workbook/dataset_workbook.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>

#include "messages/column_words.h"
#include "messages/sentences.h"
#include "model/error.h"
#include "output/write/own_file.h"
#include "output/write/spreadsheet.h"
#include "output/write/workbook_file.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;

namespace {

constexpr std::uint32_t kMaxRows = LXW_ROW_MAX;
constexpr std::uint32_t kMaxLinks = 65'000;  // a sheet takes 65,530
constexpr std::size_t kHeaderFormat = 4;     // behind those of CellStyle
constexpr double kWanYuan = 10'000;
constexpr double kCellWidth = 16;
constexpr std::uint16_t kPaperA4 = 9;

std::size_t column_of(DatasetTable table, std::string_view name) {
  const std::span<const Column> columns = schema_of(table).columns;
  return static_cast<std::size_t>(std::ranges::find(columns, name, &Column::name) -
                                  columns.begin());
}

template <typename Number>
Number number_in(std::string_view text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool is_number(ColumnType type) {
  return type == ColumnType::kInteger || type == ColumnType::kAmount || type == ColumnType::kRatio;
}

/// The page of the first place in the evidence of a finding, as JSON; "" where there is none.
std::string_view first_page(std::string_view evidence) {
  constexpr std::string_view kStart = R"([{"page":)";
  if (!evidence.starts_with(kStart)) return {};
  evidence.remove_prefix(kStart.size());
  return evidence.substr(0, evidence.find_first_not_of("0123456789"));
}

/// How a workbook names a page of a document; "" where it cannot.
std::string link_to_page(const std::string& address, std::string_view page) {
  if (address.empty() || address.find('#') != std::string::npos) return "";
  const bool is_web = address.starts_with("https://") || address.starts_with("http://");
  return (is_web ? "" : "external:") + address + "#page=" + std::string(page);
}

}  // namespace

DatasetWorkbook::DatasetWorkbook(const std::string& path) : path_(path) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  workbook_ = workbook_new_opt(path.c_str(), &options);
  lxw_doc_properties properties{};
  properties.created = kWorkbookCreated;
  std::string author(kWorkbookAuthor);
  properties.author = author.data();
  workbook_set_properties(workbook_, &properties);
  for (lxw_format*& format : formats_) {
    format = workbook_add_format(workbook_);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  }
  format_set_text_wrap(format_of(CellStyle::kWrapped));
  format_set_num_format(format_of(CellStyle::kYuan), "#,##0.00");
  format_set_num_format(format_of(CellStyle::kWan), "#,##0.00##");
  lxw_format* const header = formats_[kHeaderFormat];
  format_set_bold(header);
  format_set_text_wrap(header);
  format_set_bg_color(header, 0xDDE6F0);
  format_set_border(header, LXW_BORDER_THIN);
  for (const SheetLayout& layout : sheet_layouts()) {
    sheets_[layout.table].layout = &layout;
    open_sheet(sheets_[layout.table], messages::sheet_name_of(layout.name));
    if (layout.table == kFactRows) open_phase_sheet();
  }
}

DatasetWorkbook::~DatasetWorkbook() {
  if (workbook_ != nullptr) lxw_workbook_free(workbook_);
}

lxw_format* DatasetWorkbook::format_of(CellStyle style) const {
  return formats_[static_cast<std::size_t>(style)];
}

void DatasetWorkbook::open_sheet(Sheet& sheet, std::string_view name) {
  if (sheet.handle != nullptr) sheet.full.push_back(sheet.handle);
  std::string title(name);
  if (!sheet.full.empty()) title += " " + std::to_string(sheet.full.size() + 1);
  sheet.handle = workbook_add_worksheet(workbook_, title.c_str());
  sheet.rows = 1;
  sheet.links = 0;
  worksheet_freeze_panes(sheet.handle, 1, 2);
  worksheet_set_landscape(sheet.handle);
  worksheet_set_paper(sheet.handle, kPaperA4);
  worksheet_fit_to_pages(sheet.handle, 1, 0);
  worksheet_repeat_rows(sheet.handle, 0, 0);
  if (sheet.layout == nullptr) return;
  for (std::size_t i = 0; i < sheet.layout->columns.size(); ++i) {
    const SheetColumn& column = sheet.layout->columns[i];
    const auto at = static_cast<lxw_col_t>(i);
    lxw_row_col_options hidden{};
    hidden.hidden = column.width > 0 ? LXW_FALSE : LXW_TRUE;
    worksheet_set_column_opt(sheet.handle, at, at, column.width > 0 ? column.width : kCellWidth,
                             nullptr, &hidden);
    worksheet_write_string(sheet.handle, 0, at,
                           std::string(messages::heading_of(column.name)).c_str(),
                           formats_[kHeaderFormat]);
  }
  sheet.columns = sheet.layout->columns.size();
  if (sheet.layout->table == kCellRows)
    worksheet_set_column(sheet.handle, static_cast<lxw_col_t>(sheet.columns), LXW_COL_MAX - 1,
                         kCellWidth, nullptr);
}

void DatasetWorkbook::open_phase_sheet() {
  open_sheet(phase_sheet_, messages::sheet_name_of("facts_by_phase"));
  std::vector<std::string> names{"publisher", "fiscal_year"};
  names.insert(names.end(), FactByPhase::kNames.begin(), FactByPhase::kNames.end());
  for (const std::string_view phase : FactByPhase::kPhases)
    names.push_back(std::string(phase) + "_yuan");
  for (const std::string& name : names) {
    const auto at = static_cast<lxw_col_t>(phase_sheet_.columns++);
    const bool is_wide = name == "publisher" || name == "subject" || name.ends_with("_yuan");
    lxw_row_col_options hidden{};
    hidden.hidden = name == "document" ? LXW_TRUE : LXW_FALSE;
    worksheet_set_column_opt(phase_sheet_.handle, at, at,
                             is_wide ? kCellWidth * 1.5 : kCellWidth / 1.5, nullptr, &hidden);
    worksheet_write_string(phase_sheet_.handle, 0, at,
                           std::string(messages::heading_of(name)).c_str(),
                           formats_[kHeaderFormat]);
  }
}

void DatasetWorkbook::write_text(Sheet& sheet, std::size_t column, std::string_view text,
                                 CellStyle style) const {
  worksheet_write_string(sheet.handle, sheet.rows - 1, static_cast<lxw_col_t>(column),
                         workbook_text(text).c_str(), format_of(style));
  sheet.columns = std::max(sheet.columns, column + 1);
}

void DatasetWorkbook::write_number(Sheet& sheet, std::size_t column, std::string_view text,
                                   CellStyle style) const {
  const double number = number_in<double>(text);
  worksheet_write_number(sheet.handle, sheet.rows - 1, static_cast<lxw_col_t>(column),
                         style == CellStyle::kWan ? number / kWanYuan : number, format_of(style));
}

void DatasetWorkbook::set_address(const std::string& document, const std::string& address) {
  documents_[document].address = address;
}

void DatasetWorkbook::note_document(const Row& row) {
  Known& known = documents_[std::string(row[column_of(kDocumentRows, "id")])];
  known.publisher = row[column_of(kDocumentRows, "publisher")];
  known.year = row[column_of(kDocumentRows, "fiscal_year")];
}

const DatasetWorkbook::Known& DatasetWorkbook::known(DatasetTable table, const Row& row) const {
  static const Known kNothing;
  const std::string_view id = table == kDocumentRows ? "id" : "document";
  const auto found = documents_.find(row[column_of(table, id)]);
  return found == documents_.end() ? kNothing : found->second;
}

void DatasetWorkbook::write(DatasetTable table, const Row& row) {
  if (table == kDocumentRows) note_document(row);
  if (table == kCellRows) return write_cell(row);
  Sheet& sheet = begin_row(table);
  for (const SheetColumn& column : sheet.layout->columns) write_column(sheet, column, table, row);
  if (table == kFindingRows) return link_finding(row);
  if (table != kFactRows) return;
  if (row[0] != document_) {
    write_phases();
    fact_rows_.clear();
    document_ = row[0];
  }
  phases_.add(row);
  const std::string number = sheet.full.empty() ? "" : " " + std::to_string(sheet.full.size() + 1);
  fact_rows_[std::string(row[1])] = "internal:'" + std::string(messages::sheet_name_of("facts")) +
                                    number + "'!A" + std::to_string(sheet.rows);
}

void DatasetWorkbook::write_column(Sheet& sheet, const SheetColumn& column, DatasetTable table,
                                   const Row& row) {
  const auto at = static_cast<std::size_t>(&column - sheet.layout->columns.data());
  const Known& document = known(table, row);
  switch (column.source) {
    case CellSource::kPublisher:
      if (!document.publisher.empty()) write_text(sheet, at, document.publisher);
      return;
    case CellSource::kYear:
      if (!document.year.empty()) write_number(sheet, at, document.year);
      return;
    case CellSource::kFirstPage:
      write_page(sheet, at, document, first_page(row[column_of(kFindingRows, "evidence")]));
      return;
    case CellSource::kInWan: {
      const std::size_t amount = column_of(kFactRows, "amount_yuan");
      if (!row.is_missing(amount)) write_number(sheet, at, row[amount], column.style);
      return;
    }
    case CellSource::kRow:
      break;
  }
  if (row.is_missing(column.at)) return;
  const Column& described = schema_of(table).columns[column.at];
  if (table == kFactRows && column.name == "page") {
    write_page(sheet, at, document, row[column.at]);
  } else if (is_number(described.type)) {
    write_number(sheet, at, row[column.at], column.style);
  } else {
    write_text(
        sheet, at,
        described.allowed != nullptr ? messages::word_of_value(row[column.at]) : row[column.at],
        column.style);
  }
}

/// A page number that leads to the page.
void DatasetWorkbook::write_page(Sheet& sheet, std::size_t column, const Known& document,
                                 std::string_view page) {
  if (page.empty()) return;
  const std::string link = link_to_page(document.address, page);
  if (!link.empty() && sheet.links < kMaxLinks) {
    ++sheet.links;
    worksheet_write_url(sheet.handle, sheet.rows - 1, static_cast<lxw_col_t>(column), link.c_str(),
                        nullptr);
  }
  write_number(sheet, column, page);
}

void DatasetWorkbook::write_phases() {
  for (const FactByPhase& line : phases_.take()) {
    if (phase_sheet_.rows == kMaxRows) return;  // the facts themselves go on in another sheet
    ++phase_sheet_.rows;
    const auto document = documents_.find(line.names.front());
    if (document != documents_.end()) {
      write_text(phase_sheet_, 0, document->second.publisher);
      if (!document->second.year.empty()) write_number(phase_sheet_, 1, document->second.year);
    }
    std::size_t column = 2;
    for (const std::string& name : line.names) {
      const bool is_number = column == 4 || column == 8;  // row, period
      if (!name.empty() && is_number) write_number(phase_sheet_, column, name);
      if (!name.empty() && !is_number) write_text(phase_sheet_, column, name);
      ++column;
    }
    for (const std::string& yuan : line.yuan) {
      if (!yuan.empty()) write_number(phase_sheet_, column, yuan, CellStyle::kYuan);
      ++column;
    }
  }
}

void DatasetWorkbook::link_finding(const Row& row) {
  constexpr std::string_view kFirst = R"([{"id":")";
  Sheet& sheet = sheets_[kFindingRows];
  const std::string_view facts = row[column_of(kFindingRows, "facts")];
  if (!facts.starts_with(kFirst) || row[0] != document_ || sheet.links >= kMaxLinks) return;
  const std::string_view rest = facts.substr(kFirst.size());
  const auto place = fact_rows_.find(std::string(rest.substr(0, rest.find('"'))));
  if (place == fact_rows_.end()) return;
  ++sheet.links;
  const auto& columns = sheet.layout->columns;
  const auto at = std::ranges::find(columns, std::string_view("id"), &SheetColumn::name);
  worksheet_write_url_opt(sheet.handle, sheet.rows - 1,
                          static_cast<lxw_col_t>(at - columns.begin()), place->second.c_str(),
                          nullptr, workbook_text(row[1]).c_str(), nullptr);
}

DatasetWorkbook::Sheet& DatasetWorkbook::begin_row(DatasetTable table) {
  Sheet& sheet = sheets_[table];
  if (sheet.rows == kMaxRows) {
    set_filter(sheet);
    open_sheet(sheet, messages::sheet_name_of(sheet.layout->name));
  }
  ++sheet.rows;
  return sheet;
}

void DatasetWorkbook::write_cell(const Row& row) {
  static const std::size_t kRow = column_of(kCellRows, "row");
  static const std::size_t kColumn = column_of(kCellRows, "column");
  static const std::size_t kText = column_of(kCellRows, "text");
  std::string key;
  for (std::size_t i = 0; i <= kRow; ++i) key += std::string(row[i]) + ' ';
  const std::size_t before = sheets_[kCellRows].layout->columns.size();
  if (key != printed_row_) {
    printed_row_ = std::move(key);
    Sheet& sheet = begin_row(kCellRows);
    for (const SheetColumn& column : sheet.layout->columns)
      write_column(sheet, column, kCellRows, row);
  }
  if (!row[kText].empty())
    write_text(sheets_[kCellRows], before + number_in<std::size_t>(row[kColumn]), row[kText]);
}

void DatasetWorkbook::set_filter(const Sheet& sheet) {
  worksheet_autofilter(sheet.handle, 0, 0, sheet.rows - 1,
                       static_cast<lxw_col_t>(sheet.columns - 1));
}

void DatasetWorkbook::finish() {
  write_phases();
  for (const Sheet& sheet : sheets_) set_filter(sheet);
  set_filter(phase_sheet_);
  const lxw_error error = workbook_close(workbook_);  // frees it too
  workbook_ = nullptr;
  if (error == LXW_NO_ERROR && is_whole_workbook(path_)) return;
  const std::string reason = error == LXW_NO_ERROR ? std::strerror(EIO) : lxw_strerror(error);
  throw Error(ErrorKind::kOutput, path_, said(Sentence::kWorkbookUnwritable, {{"reason", reason}}));
}

}  // namespace mingxi::output
