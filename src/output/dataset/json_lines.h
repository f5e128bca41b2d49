#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "output/dataset/dataset_rows.h"
#include "output/dataset/dataset_schema.h"
#include "output/dataset/row.h"

namespace mingxi::output {

/// Adds a row as a JSON object on one line, its columns as keys; decimals are strings, what is
/// missing is null. The line ends with a line break.
void append_json_line(std::string& to, const TableSchema& schema, const Row& row);

/// Adds a line of run.jsonl: {"path":…,"sha256":…,"status":…,"reason":…,"reason_en":…}
void append_run_line(std::string& to, const InputRecord& record);

/// Reads a line that append_run_line wrote; nothing where it is anything else or was cut off.
std::optional<InputRecord> read_run_line(std::string_view line);

}  // namespace mingxi::output
