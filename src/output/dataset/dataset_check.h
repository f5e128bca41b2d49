#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "messages/sentences.h"
#include "output/dataset/data_package.h"
#include "output/dataset/sqlite.h"

namespace mingxi::output {

/// A fault of a dataset: the file and the place in it, and what is wrong there.
struct Problem {
  std::string where;
  messages::Said what;

  bool operator==(const Problem&) const = default;
};

/// What is wrong with a CSV record of a resource: number of values, missing values, types, closed
/// lists. `where` is left to the caller.
std::optional<Problem> check_record(const ResourceDescription& resource,
                                    const std::vector<std::string>& record);

/// What is wrong with a JSON line that should hold the same values as a CSV record.
std::optional<Problem> check_line(const ResourceDescription& resource,
                                  const std::vector<std::string>& record, std::string_view line);

/// A table of a dataset's database, looked at beside its CSV file.
class DatabaseTable {
 public:
  /// Throws Error(kCorrupt) when the table or a column of it is missing.
  DatabaseTable(const Database& database, const ResourceDescription& resource);

  /// What is wrong with the row of a CSV record's key, which should hold the same values. Requires
  /// as many values as there are fields.
  std::optional<Problem> check(const std::vector<std::string>& record);

  std::size_t rows();

 private:
  const ResourceDescription& resource_;
  Statement row_;
  Statement count_;
};

/// What SQLite's own checks complain of: the file's structure and its foreign keys.
std::vector<Problem> check_database(const Database& database);

}  // namespace mingxi::output
