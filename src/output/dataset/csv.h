#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output/dataset/dataset_schema.h"
#include "output/dataset/row.h"

namespace mingxi::output {

/// Adds one field, quoted where RFC 4180 or a blank at an end asks for it. guard is put before it
/// (spreadsheet.h).
void append_csv_field(std::string& to, std::string_view text, std::string_view guard = {});

/// Adds the line of column names.
void append_csv_header(std::string& to, const TableSchema& schema);

/// Adds a row as CSV (RFC 4180: commas, CR LF, quotes duplicate). What is missing is empty. Free
/// texts that a spreadsheet would run as a formula are guarded.
void append_csv_row(std::string& to, const TableSchema& schema, const Row& row);

/// Reads CSV record by record from pieces of text, however they are cut.
class CsvReader {
 public:
  /// Takes more text; records that it completes are given by next().
  void feed(std::string_view piece) { pending_.erase(0, at_).append(piece), at_ = 0; }

  /// The next record; nothing when more text is needed. At the end of the file, feed nothing and
  /// ask whether anything is left.
  std::optional<std::vector<std::string>> next();
  bool has_rest() const { return at_ < pending_.size(); }

 private:
  std::string pending_;
  std::size_t at_ = 0;
};

}  // namespace mingxi::output
