#pragma once

#include <functional>
#include <string>

#include "build/isolated_reading.h"
#include "output/document_json/document_json.h"

namespace mingxi::build {

/// A folder that many workers on many machines write what they read to, each result once. Merging
/// it gives the dataset that one build of the same inputs gives.
///
///     producer.json          the program and the patterns that all results are made with
///     documents/             <sha256>.json, each whole: the same content gives the same bytes
///     records/<task>.jsonl   what became of each input, as in run.jsonl
class ResultStore {
 public:
  /// Opens or makes the folder. task: who reads; a task that is tried again may have its name
  /// again. Throws Error(kOutput) where the folder cannot be written or holds something else, and
  /// Error(kCorrupt) where its results are of another program or other patterns.
  ResultStore(const std::string& folder, const std::string& task, const output::Producer& producer);

  /// Reads a file, unless a document of its content is there already, and keeps the outcome. Gives
  /// the outcome's line of run.jsonl.
  std::string read(const std::string& path, const IsolatedReading& how);

 private:
  output::InputRecord outcome(const std::string& path, const IsolatedReading& how);
  bool holds(const std::string& sha256, const std::string& path) const;

  std::string folder_;
  std::string records_;  ///< path of the file of this task
  std::string head_;     ///< what every document JSON begins with
};

/// Whether a folder is a ResultStore.
bool is_result_store(const std::string& folder);

/// Gives each record of a store to `take`. Lines that a killed worker cut off are left out: their
/// inputs were not finished. Throws Error(kCorrupt) where the store is of another producer.
void for_each_record(const std::string& folder, const output::Producer& producer,
                     const std::function<void(output::InputRecord)>& take);

}  // namespace mingxi::build
