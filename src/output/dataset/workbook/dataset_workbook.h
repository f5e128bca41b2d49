#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "output/dataset/dataset_schema.h"
#include "output/dataset/row.h"
#include "output/dataset/workbook/facts_by_phase.h"
#include "output/dataset/workbook/sheet_layout.h"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace mingxi::output {

/// Writes a dataset as a workbook for people: a sheet for each table in Chinese, publisher and year
/// first, with filters; what only programs use is there and hidden. Codes and printed numbers are
/// text, amounts are numbers; a table that is longer than a sheet goes on in the next. The sheet of
/// cells shows the tables as printed: a line for each printed row, its cells side by side. Beside
/// these is facts_by_phase. The id of a finding leads to the first fact it rests on, its page
/// and that of a fact to the page of the file. Throws Error(kOutput).
class DatasetWorkbook {
 public:
  explicit DatasetWorkbook(const std::string& path);
  ~DatasetWorkbook();
  DatasetWorkbook(const DatasetWorkbook&) = delete;
  DatasetWorkbook& operator=(const DatasetWorkbook&) = delete;

  /// Where a document can be opened: a web address, or a path from the folder of the workbook.
  /// Comes before its rows.
  void set_address(const std::string& document, const std::string& address);

  void write(DatasetTable table, const Row& row);
  void finish();

 private:
  struct Sheet {
    lxw_worksheet* handle = nullptr;
    const SheetLayout* layout = nullptr;
    std::vector<lxw_worksheet*> full;  // those before it, which are full
    std::uint32_t rows = 0;            // the header among them
    std::uint32_t links = 0;
    std::size_t columns = 0;  // that a row has had
  };

  /// What is known of a document when its rows come.
  struct Known {
    std::string publisher;
    std::string year;
    std::string address;
  };

  void open_sheet(Sheet& sheet, std::string_view name);
  void open_phase_sheet();
  Sheet& begin_row(DatasetTable table);
  void note_document(const Row& row);
  const Known& known(DatasetTable table, const Row& row) const;
  void write_column(Sheet& sheet, const SheetColumn& column, DatasetTable table, const Row& row);
  void write_cell(const Row& row);
  void write_phases();
  void write_page(Sheet& sheet, std::size_t column, const Known& document, std::string_view page);
  void link_finding(const Row& row);
  lxw_format* format_of(CellStyle style) const;
  static void set_filter(const Sheet& sheet);
  void write_number(Sheet& sheet, std::size_t column, std::string_view text,
                    CellStyle style = CellStyle::kPlain) const;
  void write_text(Sheet& sheet, std::size_t column, std::string_view text,
                  CellStyle style = CellStyle::kPlain) const;

  std::string path_;
  lxw_workbook* workbook_ = nullptr;
  std::array<lxw_format*, 5> formats_{};  // by CellStyle, then of the header
  std::array<Sheet, kDatasetTableCount> sheets_;
  std::map<std::string, Known, std::less<>> documents_;
  std::string printed_row_;  // of the last cell: its document, table and row
  FactsByPhase phases_;      // of the last document
  Sheet phase_sheet_;
  std::string document_;                          // of the last fact
  std::map<std::string, std::string> fact_rows_;  // its facts: id → place in the workbook
};

}  // namespace mingxi::output
