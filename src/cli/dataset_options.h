#pragma once

#include <string>
#include <vector>

#include "build/dataset_writer.h"
#include "messages/language.h"

namespace CLI {
class App;
}

namespace mingxi::cli {

/// What can be said of a dataset that is written, by `build` and by `merge`.
struct DatasetArguments {
  bool csv_bom = false;
  bool xlsx = false;
  bool jsonl = false;
  std::string manifest;
  std::string licence;
  std::vector<std::string> sources;
  std::string created;
};

/// Adds the options to a subcommand. Requires that arguments outlive it.
void add_dataset_options(CLI::App& command, DatasetArguments& arguments,
                         messages::Language language);

/// What the arguments mean; the producer is left out. Throws UsageError, and Error for a manifest
/// that cannot be read.
build::DatasetOptions dataset_options(const DatasetArguments& arguments,
                                      messages::Language language);

}  // namespace mingxi::cli
