#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "emit/data_package.h"
#include "emit/dataset_rows.h"
#include "emit/dataset_sqlite.h"
#include "emit/dataset_workbook.h"
#include "emit/output_file.h"
#include "pipeline/dataset_folder.h"
#include "rules/places.h"

namespace mingxi {

enum class CsvStart { kPlain, kByteOrderMark };
enum class Workbook { kNone, kXlsx };

struct DatasetOptions {
  Producer producer;
  CsvStart csv_start = CsvStart::kPlain;
  Workbook workbook = Workbook::kNone;
};

/// Writes the files of a dataset beside its documents into .work: documents one by one as they
/// come, then what became of the inputs. Throws Error(kOutput).
class DatasetWriter {
 public:
  /// The places must outlive the writer.
  DatasetWriter(const DatasetFolder& folder, const Places& places, const DatasetOptions& options);

  /// json_sha256: of its document JSON. Requires documents in ascending order of their sha256, each
  /// once.
  void add(const Extraction& extraction, std::string_view json_sha256);

  /// Findings between documents that were added.
  void add(const BetweenDocuments& between);

  /// Requires records sorted by path, each path once.
  void finish(const std::vector<InputRecord>& records);

  /// Rows written so far, by DatasetTable.
  std::size_t rows(DatasetTable table) const { return rows_[table]; }

 private:
  void write_row(DatasetTable table, const Row& row);
  void write_records(const std::vector<InputRecord>& records);
  std::vector<DatasetFile> files() const;

  const DatasetFolder& folder_;
  const Places& places_;
  Producer producer_;
  std::vector<OutputFile> csv_;  // by DatasetTable
  std::optional<OutputFile> facts_lines_;
  std::optional<OutputFile> findings_lines_;
  std::optional<DatasetDatabase> database_;
  std::optional<DatasetWorkbook> workbook_;
  std::array<std::size_t, kDatasetTableCount> rows_{};
  std::string line_;
};

}  // namespace mingxi
