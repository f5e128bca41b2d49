#include "emit/dataset_workbook.h"

#include <xlsxwriter.h>

#include <charconv>

#include "model/error.h"

namespace mingxi {
namespace {

constexpr std::uint32_t kMostRows = LXW_ROW_MAX;
constexpr std::size_t kMostBytes = 32'000;  // a cell takes 32,767 characters

/// The beginning of a text that a cell takes, whole characters only.
std::string cell_text(std::string_view text) {
  if (text.size() > kMostBytes) {
    std::size_t end = kMostBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text = text.substr(0, end);
  }
  return std::string(text);
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
  properties.created = 1;  // the same bytes whenever it is made; 0 would mean now
  workbook_set_properties(workbook_, &properties);
  for (const DatasetTable table : {kDocumentRows, kInputRows, kTableRows, kFactRows, kFindingRows})
    open_sheet(table);
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
  for (std::size_t i = 0; i < schema.columns.size(); ++i)
    worksheet_write_string(sheet.handle, 0, static_cast<lxw_col_t>(i),
                           std::string(schema.columns[i].name).c_str(), nullptr);
}

void DatasetWorkbook::write(DatasetTable table, const Row& row) {
  if (table == kCellRows) return;
  if (sheets_[table].rows == kMostRows) open_sheet(table);
  Sheet& sheet = sheets_[table];
  const std::span<const Column> columns = schema_of(table).columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (row.is_missing(i)) continue;
    const auto column = static_cast<lxw_col_t>(i);
    const std::string_view text = row[i];
    double number = 0;
    if (is_number(columns[i].type)) {
      std::from_chars(text.data(), text.data() + text.size(), number);
      worksheet_write_number(sheet.handle, sheet.rows, column, number, nullptr);
    } else {
      worksheet_write_string(sheet.handle, sheet.rows, column, cell_text(text).c_str(), nullptr);
    }
  }
  ++sheet.rows;
}

void DatasetWorkbook::finish() {
  const lxw_error error = workbook_close(workbook_);  // frees it too
  workbook_ = nullptr;
  if (error == LXW_NO_ERROR) return;
  const std::string reason = lxw_strerror(error);
  throw Error(ErrorKind::kOutput, path_, "工作簿无法写入（" + reason + "）。请检查磁盘空间。",
              "The workbook cannot be written (" + reason + "). Check the space on the disk.");
}

}  // namespace mingxi
