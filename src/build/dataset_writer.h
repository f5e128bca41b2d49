#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "output/dataset/data_package.h"
#include "output/dataset/dataset_rows.h"
#include "output/dataset/dataset_sqlite.h"
#include "output/dataset/workbook/dataset_workbook.h"
#include "output/write/output_file.h"
#include "build/dataset_folder.h"
#include "build/inputs/manifest.h"
#include "patterns/places.h"

namespace mingxi::build {

enum class CsvStart { kPlain, kByteOrderMark };
enum class Workbook { kNone, kXlsx };
enum class JsonLines { kNone, kWritten };

struct DatasetOptions {
  output::Producer producer = {};
  CsvStart csv_start = CsvStart::kPlain;
  Workbook workbook = Workbook::kNone;
  std::string reading = {};                      ///< ReadingConditions::options
  std::function<std::string()> ocr_engine = {};  ///< asked where a document was read by OCR
  JsonLines json_lines = JsonLines::kNone;
  Manifest manifest = {};
  output::PackageInfo package = {};
};

/// Writes the files of a dataset beside its documents into .work: documents one by one as they
/// come, then what became of the inputs, one by one. Throws Error(kOutput).
class DatasetWriter {
 public:
  /// The places must outlive the writer.
  DatasetWriter(const DatasetFolder& folder, const patterns::Places& places,
                const DatasetOptions& options);

  /// Adds a document; its place is found here. Requires documents in ascending order of their
  /// sha256, each once.
  void add(const Extraction& extraction, output::DocumentNotes notes);

  /// Findings between documents that were added.
  void add(const BetweenDocuments& between);

  /// What became of an input. Requires records in ascending order of their paths, each once.
  void add(const output::InputRecord& record);

  /// Closes the files and describes them.
  void finish(const output::ReadingConditions& reading);

  /// Rows written so far, by DatasetTable.
  std::size_t rows(output::DatasetTable table) const { return rows_[table]; }

 private:
  void write_row(output::DatasetTable table, const output::Row& row);
  std::vector<output::DatasetFile> files() const;

  const DatasetFolder& folder_;
  const patterns::Places& places_;
  output::Producer producer_;
  output::PackageInfo package_;
  std::vector<output::OutputFile> csv_;  // by DatasetTable
  output::OutputFile run_;
  std::optional<output::OutputFile> facts_lines_;
  std::optional<output::OutputFile> findings_lines_;
  std::optional<output::DatasetDatabase> database_;
  std::optional<output::DatasetWorkbook> workbook_;
  std::array<std::size_t, output::kDatasetTableCount> rows_{};
  std::string line_;
};

}  // namespace mingxi::build
