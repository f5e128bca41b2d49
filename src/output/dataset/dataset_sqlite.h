#pragma once

#include <memory>
#include <string>
#include <vector>

#include "output/dataset/dataset_schema.h"
#include "output/dataset/row.h"
#include "output/dataset/sqlite.h"

namespace mingxi::output {

/// Writes a dataset as a SQLite database: the tables with their keys, indexes, the subjects
/// of all figures, and views that answer the common questions. The same rows in the same
/// order give the same bytes. Throws Error(kOutput).
class DatasetDatabase {
 public:
  /// Requires that there is no such file.
  explicit DatasetDatabase(const std::string& path);

  void write(DatasetTable table, const Row& row);

  /// Adds indexes and views and closes the file.
  void finish();

 private:
  /// Rows are put into a table several at a time: a statement costs as much as two of them.
  struct Insert {
    std::unique_ptr<Statement> one;
    std::unique_ptr<Statement> many;
    std::vector<Row> waiting;
    std::size_t count = 0;  // of those that wait; what is after them is kept for its memory
  };

  Database database_;
  std::vector<Insert> inserts_;  // by DatasetTable
};

}  // namespace mingxi::output
