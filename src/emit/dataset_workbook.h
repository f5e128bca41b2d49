#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "emit/dataset_schema.h"
#include "emit/row.h"

struct lxw_workbook;
struct lxw_worksheet;

namespace mingxi {

/// Writes a dataset as a workbook: a sheet for each table but cells, whose text is in the facts and
/// in `mingxi tables`. Codes and printed numbers are text, amounts in yuan are numbers; a table
/// that is longer than a sheet goes on in the next. Throws Error(kOutput).
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
    std::uint32_t rows = 0;
    int number = 0;
  };

  void open_sheet(DatasetTable table);

  std::string path_;
  lxw_workbook* workbook_ = nullptr;
  std::array<Sheet, kDatasetTableCount> sheets_;
};

}  // namespace mingxi
