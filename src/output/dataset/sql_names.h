#pragma once

#include <string>
#include <string_view>

#include "output/dataset/dataset_schema.h"

namespace mingxi::output {

/// A name in SQL. Some of ours are words of SQL: "table", "check".
inline std::string sql_name(std::string_view name) { return '"' + std::string(name) + '"'; }

/// Names in SQL, with commas between them.
inline std::string sql_names(ColumnNames names) {
  std::string list;
  for (const std::string_view name : names) list += (list.empty() ? "" : ", ") + sql_name(name);
  return list;
}

/// The name of an index of a table: facts_subject.
inline std::string index_name(const TableSchema& schema, ColumnNames columns) {
  std::string name(schema.name);
  for (const std::string_view column : columns) name += "_" + std::string(column);
  return name;
}

}  // namespace mingxi::output
