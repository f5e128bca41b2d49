#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <string_view>

#include "output/dataset/dataset_rows.h"
#include "build/dataset_folder.h"
#include "build/dataset_writer.h"
#include "build/run_records.h"
#include "patterns/patterns.h"

namespace mingxi::build {

/// What is in a dataset.
struct DatasetSummary {
  std::map<std::string_view, std::size_t> inputs;              ///< how many, by status
  std::array<std::size_t, output::kDatasetTableCount> rows{};  ///< by DatasetTable
  std::size_t failed = 0;                                      ///< inputs that gave no document
  std::size_t without_text = 0;                                ///< documents
  std::size_t inconsistent = 0;                                ///< findings
};

/// Makes a dataset of documents that are in the folder, checks them against one another, and puts
/// it in its place. What memory it takes does not hang on how many there are. Of a record that has
/// a document, status and reason are taken from that. written is called for the number of documents
/// so far. Throws Error(kOutput).
DatasetSummary assemble(DatasetFolder& folder, RunRecords& records,
                        const patterns::Patterns& patterns, const DatasetOptions& options,
                        const std::function<void(std::size_t)>& written);

}  // namespace mingxi::build
