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
#include "rules/places.h"

namespace mingxi {

enum class CsvStart { kPlain, kByteOrderMark };
enum class Workbook { kNone, kXlsx };

/// Writes a dataset: documents one by one as they come, then what became of the inputs. Until
/// finish() came back all stands in a folder of its own, .work, and an earlier dataset is
/// untouched. Throws Error(kOutput).
class DatasetWriter {
 public:
  /// The folder is made if it is not there. One that holds something else than a dataset is
  /// refused. The places must outlive the writer.
  DatasetWriter(const std::string& folder, const Places& places, Producer producer, CsvStart start,
                Workbook workbook);

  /// Requires documents in ascending order of their sha256, each once.
  void add(Extraction extraction);

  /// A document that was added.
  Extraction document(const std::string& sha256) const;

  /// Findings between documents that were added.
  void add(const BetweenDocuments& between);

  /// Requires records sorted by path, each path once.
  void finish(const std::vector<InputRecord>& records);

  /// Rows written so far, by DatasetTable.
  std::size_t rows(DatasetTable table) const { return rows_[table]; }

 private:
  std::string in_work(const std::string& name) const { return work_ + "/" + name; }
  void write_row(DatasetTable table, const Row& row);
  void write_records(const std::vector<InputRecord>& records);
  std::vector<DatasetFile> files() const;

  std::string folder_;
  std::string work_;
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
