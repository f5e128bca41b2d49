#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <string_view>
#include <vector>

#include "output/dataset/dataset_rows.h"
#include "build/dataset_folder.h"
#include "build/dataset_writer.h"
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
/// it in its place. Of a record that
/// has a document, status and reason are taken from that. Requires each path once. written is
/// called for the number of documents so far. Throws Error(kOutput).
DatasetSummary assemble(DatasetFolder& folder, std::vector<output::InputRecord> records,
                        const patterns::Patterns& patterns, const DatasetOptions& options,
                        const std::function<void(std::size_t)>& written);

}  // namespace mingxi::build
