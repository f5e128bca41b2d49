#include "emit/json_lines.h"

#include "emit/json_text.h"

namespace mingxi {

void append_json_line(std::string& to, const TableSchema& schema, const Row& row) {
  JsonLine line(to);
  for (std::size_t i = 0; i < schema.columns.size(); ++i) {
    const Column& column = schema.columns[i];
    std::string& value = line.key_of(column.name);
    if (row.is_missing(i)) {
      value += "null";
      continue;
    }
    switch (column.type) {
      case ColumnType::kText:
      case ColumnType::kDecimal:
      case ColumnType::kAmount:
        append_string(value, row[i]);
        break;
      case ColumnType::kInteger:
      case ColumnType::kRatio:
      case ColumnType::kBoolean:
      case ColumnType::kArray:
        value += row[i];
    }
  }
  line.end();
  to += '\n';
}

void append_run_line(std::string& to, const InputRecord& record) {
  JsonLine(to)
      .field("path", std::string_view(record.path))
      .field("sha256", record.sha256)
      .field("status", record.status)
      .field("reason", record.reason)
      .field("reason_en", record.reason_en)
      .end();
  to += '\n';
}

}  // namespace mingxi
