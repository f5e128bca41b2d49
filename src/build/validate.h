#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "output/dataset/dataset_check.h"

namespace mingxi::build {

struct Validation {
  std::vector<output::Problem> problems;  ///< the first of each file; `more` counts those left out
  std::size_t more = 0;
  std::size_t documents = 0;
  std::size_t rows = 0;  ///< of all CSV files

  bool is_sound() const { return problems.empty(); }
};

/// Checks a dataset against its description: sizes and hashes of its files, types, closed lists,
/// primary and foreign keys; that CSV, JSON Lines and SQLite hold the same rows; that each document
/// JSON is there, whole and unchanged. Throws Error where there is no dataset.
Validation validate_dataset(const std::string& folder);

}  // namespace mingxi::build
