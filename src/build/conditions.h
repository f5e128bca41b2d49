#pragma once

#include <string>

#include "build/dataset_folder.h"
#include "build/isolated_reading.h"
#include "build/journal.h"
#include "output/dataset/data_package.h"

namespace mingxi::build {

/// How this run reads, to find what an earlier run has read in another way. What reads scans is
/// asked for only where something hangs on it.
class Conditions {
 public:
  explicit Conditions(const IsolatedReading& how);

  const std::string& options() const { return options_; }
  const std::string& ocr_engine();

  /// Whether an earlier run has read in the same way.
  bool are(const output::ReadingConditions& earlier);

  /// Whether the dataset that is in a folder was read in the same way. What an earlier run left
  /// there that was read in another way is forgotten. Throws Error(kOutput).
  Published prepare(DatasetFolder& folder);

  /// Notes that what is read from now on hangs on what reads scans. Throws Error(kOutput).
  void note_ocr(const DatasetFolder& folder);

 private:
  extract::OcrOptions ocr_;
  std::string options_;
  std::string engine_;
  bool has_asked_ = false;
};

}  // namespace mingxi::build
