#include "output/dataset/dataset_workbook.h"

#include <xlsxwriter.h>

#include <cerrno>
#include <charconv>
#include <cstring>

#include "messages/sentences.h"
#include "output/write/own_file.h"
#include "output/write/spreadsheet.h"
#include "output/write/workbook_file.h"
#include "model/error.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;

namespace {

constexpr std::uint32_t kMaxRows = LXW_ROW_MAX;

/// The columns of a row of kCellRows that the workbook uses: document, table, row; column and text.
constexpr std::size_t kKeyColumns = 3;
constexpr std::size_t kColumn = 3;
constexpr std::size_t kText = 7;

/// The column of a row of kFindingRows that names its facts.
constexpr std::size_t kFindingFacts = 13;

constexpr std::uint32_t kMaxLinks = 65'000;  // a sheet takes 65,530

template <typename Number>
Number number_in(std::string_view text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool is_number(ColumnType type) {
  return type == ColumnType::kInteger || type == ColumnType::kAmount || type == ColumnType::kRatio;
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
  for (const DatasetTable table :
       {kDocumentRows, kInputRows, kTableRows, kCellRows, kFactRows, kFindingRows})
    open_sheet(table);
  phase_sheet_.handle = workbook_add_worksheet(workbook_, "facts_by_phase");
  phase_sheet_.rows = 1;
  worksheet_freeze_panes(phase_sheet_.handle, 1, 0);
  std::size_t column = 0;
  for (const std::string_view name : FactByPhase::kNames) write_text(phase_sheet_, column++, name);
  for (const std::string_view phase : FactByPhase::kPhases)
    write_text(phase_sheet_, column++, std::string(phase) + "_yuan");
}

DatasetWorkbook::~DatasetWorkbook() {
  if (workbook_ != nullptr) lxw_workbook_free(workbook_);
}

void DatasetWorkbook::open_sheet(DatasetTable table) {
  Sheet& sheet = sheets_[table];
  const TableSchema& schema = schema_of(table);
  std::string name(schema.name);
  if (++sheet.number > 1) name += " " + std::to_string(sheet.number);
  sheet.handle = workbook_add_worksheet(workbook_, name.c_str());
  sheet.rows = 1;
  worksheet_freeze_panes(sheet.handle, 1, 0);
  const std::size_t columns = table == kCellRows ? kKeyColumns : schema.columns.size();
  for (std::size_t i = 0; i < columns; ++i) write_text(sheet, i, schema.columns[i].name);
}

void DatasetWorkbook::write_text(const Sheet& sheet, std::size_t column, std::string_view text) {
  worksheet_write_string(sheet.handle, sheet.rows - 1, static_cast<lxw_col_t>(column),
                         workbook_text(text).c_str(), nullptr);
}

void DatasetWorkbook::write_number(const Sheet& sheet, std::size_t column, std::string_view text) {
  worksheet_write_number(sheet.handle, sheet.rows - 1, static_cast<lxw_col_t>(column),
                         number_in<double>(text), nullptr);
}

void DatasetWorkbook::write(DatasetTable table, const Row& row) {
  if (table == kCellRows) return write_cell(row);
  const Sheet& sheet = begin_row(table);
  const std::span<const Column> columns = schema_of(table).columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (row.is_missing(i)) continue;
    if (is_number(columns[i].type)) {
      write_number(sheet, i, row[i]);
    } else {
      write_text(sheet, i, row[i]);
    }
  }
  if (table == kFindingRows) return link_finding(row);
  if (table != kFactRows) return;
  if (row[0] != document_) {
    write_phases();
    fact_rows_.clear();
    document_ = row[0];
  }
  phases_.add(row);
  const std::string number = sheet.number > 1 ? " " + std::to_string(sheet.number) : "";
  fact_rows_[std::string(row[1])] = "internal:'facts" + number + "'!A" + std::to_string(sheet.rows);
}

void DatasetWorkbook::write_phases() {
  for (const FactByPhase& line : phases_.take()) {
    if (phase_sheet_.rows == kMaxRows) return;  // the facts themselves go on in another sheet
    ++phase_sheet_.rows;
    std::size_t column = 0;
    for (const std::string& name : line.names) {
      const bool is_number = column == 2 || column == 6;  // row, period
      if (!name.empty() && is_number) write_number(phase_sheet_, column, name);
      if (!name.empty() && !is_number) write_text(phase_sheet_, column, name);
      ++column;
    }
    for (const std::string& yuan : line.yuan) {
      if (!yuan.empty()) write_number(phase_sheet_, column, yuan);
      ++column;
    }
  }
}

void DatasetWorkbook::link_finding(const Row& row) {
  constexpr std::string_view kFirst = R"([{"id":")";
  const std::string_view facts = row[kFindingFacts];
  if (!facts.starts_with(kFirst) || row[0] != document_ || links_ == kMaxLinks) return;
  const std::string_view rest = facts.substr(kFirst.size());
  const auto place = fact_rows_.find(std::string(rest.substr(0, rest.find('"'))));
  if (place == fact_rows_.end()) return;
  ++links_;
  const Sheet& sheet = sheets_[kFindingRows];
  worksheet_write_url_opt(sheet.handle, sheet.rows - 1, 1, place->second.c_str(), nullptr,
                          workbook_text(row[1]).c_str(), nullptr);
}

const DatasetWorkbook::Sheet& DatasetWorkbook::begin_row(DatasetTable table) {
  if (sheets_[table].rows == kMaxRows) open_sheet(table);
  ++sheets_[table].rows;
  return sheets_[table];
}

void DatasetWorkbook::write_cell(const Row& row) {
  std::string key;
  for (std::size_t i = 0; i < kKeyColumns; ++i) key += std::string(row[i]) + ' ';
  if (key != printed_row_) {
    printed_row_ = std::move(key);
    const Sheet& sheet = begin_row(kCellRows);
    write_text(sheet, 0, row[0]);
    write_text(sheet, 1, row[1]);
    write_number(sheet, 2, row[2]);
  }
  if (!row[kText].empty())
    write_text(sheets_[kCellRows], kKeyColumns + number_in<std::size_t>(row[kColumn]), row[kText]);
}

void DatasetWorkbook::finish() {
  write_phases();
  const lxw_error error = workbook_close(workbook_);  // frees it too
  workbook_ = nullptr;
  if (error == LXW_NO_ERROR && is_whole_workbook(path_)) return;
  const std::string reason = error == LXW_NO_ERROR ? std::strerror(EIO) : lxw_strerror(error);
  throw Error(ErrorKind::kOutput, path_, said(Sentence::kWorkbookUnwritable, {{"reason", reason}}));
}

}  // namespace mingxi::output
