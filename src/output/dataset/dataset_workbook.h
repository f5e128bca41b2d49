#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "output/dataset/dataset_schema.h"
#include "output/dataset/facts_by_phase.h"
#include "output/dataset/row.h"

struct lxw_workbook;
struct lxw_worksheet;

namespace mingxi::output {

/// Writes a dataset as a workbook: a sheet for each table. Codes and printed numbers are text,
/// amounts in yuan are numbers; a table that is longer than a sheet goes on in the next. The sheet
/// of cells shows the tables as printed: a line for each printed row, its cells side by side after
/// document, table and row. Beside these is facts_by_phase, and the id of a finding leads to
/// the first fact it rests on. Throws Error(kOutput).
class DatasetWorkbook {
 public:
  explicit DatasetWorkbook(const std::string& path);
  ~DatasetWorkbook();
  DatasetWorkbook(const DatasetWorkbook&) = delete;
  DatasetWorkbook& operator=(const DatasetWorkbook&) = delete;

  void write(DatasetTable table, const Row& row);
  void finish();

 private:
  struct Sheet {
    lxw_worksheet* handle = nullptr;
    std::uint32_t rows = 0;  // the header among them
    int number = 0;
  };

  void open_sheet(DatasetTable table);
  const Sheet& begin_row(DatasetTable table);
  void write_cell(const Row& row);
  void write_phases();
  void link_finding(const Row& row);
  static void write_number(const Sheet& sheet, std::size_t column, std::string_view text);
  static void write_text(const Sheet& sheet, std::size_t column, std::string_view text);

  std::string path_;
  lxw_workbook* workbook_ = nullptr;
  std::array<Sheet, kDatasetTableCount> sheets_;
  std::string printed_row_;  // of the last cell: its document, table and row
  FactsByPhase phases_;      // of the last document
  Sheet phase_sheet_;
  std::string document_;                          // of the last fact
  std::map<std::string, std::string> fact_rows_;  // its facts: id → place in the workbook
  std::uint32_t links_ = 0;
};

}  // namespace mingxi::output
