#include "output/dataset/data_package.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "output/dataset/dataset_schema.h"
#include "output/document_json/json_lists.h"

namespace mingxi::output {
namespace {

constexpr std::string_view kProfiles = "https://datapackage.org/profiles/2.0/";
constexpr std::string_view kEncodedCsv =
    R"("format": "csv", "mediatype": "text/csv", "encoding": "utf-8",)";

std::string_view type_of(ColumnType type) {
  switch (type) {
    case ColumnType::kInteger:
      return "integer";
    case ColumnType::kDecimal:
    case ColumnType::kAmount:
    case ColumnType::kRatio:
      return "number";
    case ColumnType::kBoolean:
      return "boolean";
    case ColumnType::kArray:
      return "array";
    case ColumnType::kText:
      break;
  }
  return "string";
}

std::string both(std::string_view chinese, std::string_view english) {
  return std::string(chinese) + " / " + std::string(english);
}

void append_names(std::string& to, ColumnNames names) { append_list(to, names, append_string); }

void append_constraints(std::string& to, const Column& column) {
  JsonLine line(to);
  if (column.presence == Presence::kRequired) line.key_of("required") += "true";
  if (column.allowed != nullptr) append_names(line.key_of("enum"), column.allowed());
  line.end();
}

void append_field(std::string& to, const Column& column) {
  JsonLine line(to);
  line.field("name", column.name).field("type", type_of(column.type));
  line.field("description", std::string_view(both(column.chinese, column.english)));
  if (column.presence == Presence::kRequired || column.allowed != nullptr)
    append_constraints(line.key_of("constraints"), column);
  if (!column.fiscal_type.empty()) line.field("columnType", column.fiscal_type);
  line.end();
}

void append_foreign_key(std::string& to, const ForeignKey& key) {
  JsonLine line(to);
  append_names(line.key_of("fields"), key.columns);
  JsonLine reference(line.key_of("reference"));
  reference.field("resource", key.table);
  append_names(reference.key_of("fields"), key.referenced);
  reference.end();
  line.end();
}

void append_schema(std::string& to, const TableSchema& schema) {
  to += "{\n        \"$schema\": \"" + std::string(kProfiles) + "tableschema.json\",";
  to += "\n        \"fields\": [";
  append_lines(to, schema.columns, "        ", append_field);
  to += "],\n        \"primaryKey\": ";
  append_names(to, schema.primary_key);
  std::vector<ForeignKey> keys;
  std::ranges::copy_if(schema.foreign_keys, std::back_inserter(keys),
                       [](const ForeignKey& key) { return key.use == KeyUse::kEverywhere; });
  if (!keys.empty()) {
    to += ",\n        \"foreignKeys\": [";
    append_lines(to, keys, "        ", append_foreign_key);
    to += "]";
  }
  to += ",\n        \"missingValues\": [\"\"]\n      }";
}

const TableSchema* table_in(std::string_view path) {
  for (const TableSchema& schema : dataset_tables()) {
    if (path == std::string(schema.name) + ".csv") return &schema;
  }
  return nullptr;
}

/// Names of resources have no capitals and no points but this one: facts.jsonl.
std::string resource_name(const DatasetFile& file, const TableSchema* table) {
  if (table != nullptr) return std::string(table->name);
  std::string name;
  for (const char c : file.path) name += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return name;
}

std::string_view media_type_of(std::string_view path) {
  if (path.ends_with(".jsonl")) return "application/jsonl";
  if (path.ends_with(".sqlite")) return "application/vnd.sqlite3";
  if (path.ends_with(".md")) return "text/markdown";
  return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

void append_resource(std::string& to, const DatasetFile& file) {
  const TableSchema* table = table_in(file.path);
  to += "{\n      \"name\": ";
  append_string(to, resource_name(file, table));
  to += ",\n      \"path\": ";
  append_string(to, file.path);
  to += ",\n      ";
  if (table != nullptr) {
    to += "\"type\": \"table\",\n      \"description\": ";
    append_string(to, both(table->chinese, table->english));
    to += ",\n      " + std::string(kEncodedCsv);
    to += "\n      \"dialect\": {\"$schema\": \"" + std::string(kProfiles) +
          "tabledialect.json\", \"delimiter\": \",\", \"lineTerminator\": \"\\r\\n\", "
          "\"quoteChar\": \"\\\"\", \"doubleQuote\": true, \"header\": true},";
  } else {
    to += "\"mediatype\": ";
    append_string(to, media_type_of(file.path));
    to += ',';
  }
  to += "\n      \"bytes\": ";
  append_integer(to, file.bytes);
  to += ",\n      \"hash\": \"sha256:" + file.sha256 + "\"";
  if (table != nullptr) {
    to += ",\n      \"schema\": ";
    append_schema(to, *table);
  }
  to += "\n    }";
}

void append_source(std::string& to, const PackageSource& source) {
  JsonLine line(to);
  if (!source.title.empty()) line.field("title", source.title);
  if (!source.path.empty()) line.field("path", source.path);
  line.end();
}

void append_info(std::string& to, const PackageInfo& info) {
  if (!info.created.empty()) {
    to += ",\n  \"created\": ";
    append_string(to, info.created);
  }
  if (!info.licence.empty()) {
    const bool is_address = info.licence.find("://") != std::string::npos;
    to += ",\n  \"licenses\": [";
    JsonLine(to).field(is_address ? "path" : "name", info.licence).end();
    to += ']';
  }
  if (info.sources.empty()) return;
  to += ",\n  \"sources\": [";
  append_lines(to, info.sources, "  ", append_source);
  to += ']';
}

}  // namespace

std::string data_package_json(const std::vector<DatasetFile>& files, const Producer& producer,
                              const PackageInfo& info, const ReadingConditions& reading) {
  std::string to = "{\n  \"$schema\": \"" + std::string(kProfiles) + "datapackage.json\",\n";
  to +=
      "  \"name\": \"mingxi-dataset\",\n"
      "  \"title\": \"公开的部门预算、决算数据 / Published Chinese budget disclosures as data\",\n"
      "  \"description\": \"由公开文件中读出的数据，逐条可追溯到页面；说明见README.md。"
      "自由文本若会被电子表格当作公式，前面加有一个单引号。 / Figures read from published "
      "documents, "
      "each traced "
      "to its page; see README.md. Free texts that a spreadsheet would run as a formula have a ' "
      "in "
      "front.\",\n"
      "  \"keywords\": [\"预算\", \"决算\", \"budget\", \"fiscal\"],\n"
      "  \"columnTypes\": [\"https://frictionlessdata.io/taxonomies/fiscal/budgets.json\"],\n"
      "  \"producer\": ";
  JsonLine(to)
      .field("program", producer.program)
      .field("version", producer.version)
      .field("patterns_sha256", producer.patterns_sha256)
      .end();
  to += ",\n  \"reading\": ";
  JsonLine(to).field("options", reading.options).field("ocr_engine", reading.ocr_engine).end();
  append_info(to, info);
  to += ",\n  \"resources\": [";
  append_lines(to, files, "  ", append_resource);
  to += "]\n}\n";
  return to;
}

}  // namespace mingxi::output
