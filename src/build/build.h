#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "build/assemble.h"
#include "build/inputs/inputs.h"
#include "build/isolated_reading.h"

namespace mingxi::build {

/// Whether contents that once crashed or reached a limit, or were not read whole (scans without
/// OCR), are read again.
enum class Retry { kNo, kYes };

struct BuildOptions {
  std::string folder;
  std::size_t jobs = 1;  ///< processes that read at the same time
  Retry retry = Retry::kNo;
  DatasetOptions dataset = {};
};

/// Every file is hashed before the first is read, and all are read before the dataset is written.
/// Scans come last, and at a speed of their own.
enum class BuildPhase { kHashing, kReading, kReadingScans, kWriting };

/// Called after each input, in any phase.
struct BuildProgress {
  BuildPhase phase = BuildPhase::kReading;
  std::size_t done = 0;  ///< in this phase
  std::size_t total = 0;
  std::size_t failed = 0;
  std::size_t scans = 0;  ///< that wait for their phase, as far as they are known
  const output::InputRecord* failure = nullptr;  ///< why an input gave no document, if it did not
};
using BuildWatcher = std::function<void(const BuildProgress&)>;

struct BuildResult {
  DatasetSummary dataset;
  std::size_t resumed = 0;  ///< contents that an earlier run had read
};

/// Makes a dataset of the inputs. The same inputs give the same bytes in whatever order they are
/// named and however many jobs read them. What earlier runs have read is kept. Throws
/// Error(kOutput) when the folder cannot be used; what was read until then is kept.
BuildResult build_dataset(const InputList& inputs, const IsolatedReading& how,
                          const BuildOptions& options, const BuildWatcher& watch);

}  // namespace mingxi::build
