#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/table.h"
#include "patterns/pattern_names.h"

namespace mingxi::output {

/// One file of a folder of CSV files.
struct CsvFile {
  std::string name;  ///< index.csv, t01_收支总表.csv
  std::string content;
};

/// Whether a file begins with the byte order mark that some spreadsheets want for UTF-8.
enum class ByteOrderMark { kNone, kWritten };

/// index.csv, which lists the tables, and a file for each table: RFC 4180, every cell as printed at
/// its top left place, the other places of a merged cell blank. What a spreadsheet would take for a
/// formula has a ' before it.
std::vector<CsvFile> tables_csv(std::span<const Table> tables, ByteOrderMark mark,
                                const patterns::HeaderPatterns& headers);

}  // namespace mingxi::output
