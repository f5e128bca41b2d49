#pragma once

#include <string>
#include <vector>

#include "build/assemble.h"

namespace mingxi::build {

/// Joins datasets, and stores of what workers read, of one program and one set of patterns: gives
/// the bytes that one build of all their inputs gives. options.producer names the program and the
/// patterns that all must have been made with. Throws Error where a folder holds no dataset, where
/// they differ in program or patterns, or where one path had two outcomes.
DatasetSummary merge_datasets(const std::vector<std::string>& folders, const std::string& output,
                              const patterns::Patterns& patterns, const DatasetOptions& options);

}  // namespace mingxi::build
