#pragma once

#include <memory>
#include <string>
#include <vector>

#include "emit/dataset_schema.h"
#include "emit/row.h"
#include "emit/sqlite.h"

namespace mingxi {

/// Writes a dataset as a SQLite database: the tables with their keys, indexes, an index of subjects
/// for full text search, and views that answer the common questions. The same rows in the same
/// order give the same bytes. Throws Error(kOutput).
class DatasetDatabase {
 public:
  /// Requires that there is no such file.
  explicit DatasetDatabase(const std::string& path);

  void write(DatasetTable table, const Row& row);

  /// Adds indexes and views and closes the file.
  void finish();

 private:
  Database database_;
  std::vector<std::unique_ptr<Statement>> inserts_;  // by DatasetTable
};

}  // namespace mingxi
