#include "output/dataset/json_lines.h"

#include <algorithm>

#include "output/document_json/json_place.h"
#include "output/write/json_text.h"
#include "output/document_json/names.h"
#include "model/error.h"

namespace mingxi::output {

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

std::optional<InputRecord> read_run_line(std::string_view line) {
  try {
    const JsonText text(line);
    const JsonPlace place(text, "run.jsonl");
    const std::string status = place.at("status").string();
    const auto known = std::ranges::find(input_statuses(), status);
    if (known == input_statuses().end()) return std::nullopt;
    InputRecord record{.path = place.at("path").string(),
                       .sha256 = place.at("sha256").unless_null(&JsonPlace::string),
                       .document = {},
                       .status = *known,
                       .reason = place.at("reason").unless_null(&JsonPlace::string),
                       .reason_en = place.at("reason_en").unless_null(&JsonPlace::string)};
    if (named<Status>(status)) record.document = record.sha256;
    return record;
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace mingxi::output
