#pragma once

#include <functional>
#include <string>

#include "build/isolated_reading.h"
#include "output/dataset/data_package.h"
#include "output/document_json/document_json.h"

namespace mingxi::build {

/// A folder that many workers on many machines write what they read to, each result once. Merging
/// it gives the dataset that one build of the same inputs gives.
///
///     made_by                who made all results: program and patterns, options, what reads scans
///     documents/             <sha256>.json, each whole: the same content gives the same bytes
///     records/<task>.jsonl   what became of each input, as in run.jsonl
class ResultStore {
 public:
  /// Opens or makes the folder. task: who reads; a task that is tried again may have its name
  /// again. Throws Error(kOutput) where the folder cannot be written or holds something else, and
  /// Error(kCorrupt) where its results were made by another program or in another way.
  /// how must outlive the store.
  ResultStore(const std::string& folder, const std::string& task, const IsolatedReading& how);

  /// Reads a file, unless a document of its content is there already, and keeps the outcome. Gives
  /// the outcome's line of run.jsonl.
  std::string read(const std::string& path);

 private:
  output::InputRecord outcome(const std::string& path);
  bool holds(const std::string& sha256, const std::string& path) const;

  const IsolatedReading& how_;
  std::string folder_;
  std::string records_;  ///< path of the file of this task
  std::string head_;     ///< what every document JSON begins with
};

/// Whether a folder is a ResultStore.
bool is_result_store(const std::string& folder);

/// Gives each record of a store to `take`. Lines that a killed worker cut off are left out: their
/// inputs were not finished. Gives how the documents were read. Throws Error(kCorrupt) where the
/// store is of another producer.
output::ReadingConditions for_each_record(const std::string& folder,
                                          const output::Producer& producer,
                                          const std::function<void(output::InputRecord)>& take);

}  // namespace mingxi::build
