#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "emit/json.h"
#include "pipeline/dataset_writer.h"
#include "pipeline/inputs.h"
#include "read/read.h"
#include "rules/pack.h"

namespace mingxi {

/// What became of one path: an extraction, or a record that says why there is none.
struct Outcome {
  std::optional<Extraction> extraction;
  InputRecord record;
};

/// Reads one input. Never throws for what is wrong with it.
Outcome read_input(const std::string& path, const Pack& pack, const ReadOptions& options);

struct BuildOptions {
  std::string folder;
  Producer producer;
  CsvStart csv_start = CsvStart::kPlain;
  Workbook workbook = Workbook::kNone;
  ReadOptions reading;
};

/// Every file is hashed before the first is read.
enum class BuildPhase { kHashing, kReading };

/// Told after each input, in either phase.
struct BuildProgress {
  BuildPhase phase = BuildPhase::kReading;
  std::size_t done = 0;  ///< in this phase
  std::size_t total = 0;
  std::size_t failed = 0;
  const InputRecord* last = nullptr;  ///< what became of it; nullptr where that is not known yet
};
using BuildWatcher = std::function<void(const BuildProgress&)>;

struct BuildResult {
  std::map<std::string_view, std::size_t> inputs;      ///< how many, by status
  std::array<std::size_t, kDatasetTableCount> rows{};  ///< by DatasetTable
  std::size_t failed = 0;                              ///< inputs that gave no document
  std::size_t without_text = 0;                        ///< documents
  std::size_t inconsistent = 0;                        ///< findings
};

/// Makes a dataset of the inputs. The same inputs give the same bytes in whatever order they are
/// named. Throws Error(kOutput) when the folder cannot be used.
BuildResult build_dataset(const InputList& inputs, const Pack& pack, const BuildOptions& options,
                          const BuildWatcher& watch);

}  // namespace mingxi
