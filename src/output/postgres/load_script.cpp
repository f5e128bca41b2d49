// Rows come from dataset.sqlite, where they are exact and nothing is quoted for spreadsheets. They
// are copied into temporary tables first: only then it is known which documents are new or changed.
#include "output/postgres/load_script.h"

#include <algorithm>
#include <cassert>
#include <vector>

#include "output/dataset/dataset_schema.h"
#include "output/dataset/dataset_views.h"
#include "output/dataset/sql_names.h"
#include "output/dataset/sqlite.h"

namespace mingxi::output {
namespace {

using Write = std::function<void(std::string_view)>;

std::string column_list(const TableSchema& schema, std::string_view prefix) {
  std::string list;
  for (const Column& column : schema.columns)
    list += (list.empty() ? "" : ", ") + std::string(prefix) + sql_name(column.name);
  return list;
}

std::string_view type_of(ColumnType type) {
  switch (type) {
    case ColumnType::kInteger:
      return "bigint";
    case ColumnType::kBoolean:
      return "boolean";
    case ColumnType::kAmount:
    case ColumnType::kDecimal:
      return "numeric";
    case ColumnType::kRatio:
      return "double precision";
    case ColumnType::kArray:
      return "jsonb";
    case ColumnType::kText:
      break;
  }
  return "text COLLATE \"C\"";  // sorted by bytes, as SQLite does, wherever the server is
}

/// Whether its rows hang on a document, and are partitioned with it.
bool is_of_documents(const TableSchema& schema) {
  return &schema != &schema_of(kDocumentRows) && &schema != &schema_of(kInputRows);
}

std::string columns_of(const TableSchema& schema) {
  std::string sql;
  for (const Column& column : schema.columns) {
    sql += (sql.empty() ? "  " : ",\n  ") + sql_name(column.name) + " " +
           std::string(type_of(column.type));
    if (column.presence == Presence::kRequired) sql += " NOT NULL";
  }
  return sql;
}

std::string create_table(const TableSchema& schema, const std::vector<std::string>& years) {
  const std::string name(schema.name);
  std::string sql = "CREATE TABLE IF NOT EXISTS " + name + " (\n" + columns_of(schema) + ",\n";
  if (!is_of_documents(schema))
    return sql + "  PRIMARY KEY (" + sql_names(schema.primary_key) + ")\n);\n";
  sql += "  partition_year bigint NOT NULL,\n  PRIMARY KEY (" + sql_names(schema.primary_key) +
         ", partition_year)\n) PARTITION BY LIST (partition_year);\n";
  for (const std::string& year : years)
    sql += "CREATE TABLE IF NOT EXISTS " + name + "_" + year + " PARTITION OF " + name +
           " FOR VALUES IN (" + year + ");\n";
  return sql;
}

std::string create_indexes(const TableSchema& schema) {
  std::string sql;
  for (const ColumnNames columns : schema.indexes) {
    sql += "CREATE INDEX IF NOT EXISTS " + index_name(schema, columns) + " ON " +
           std::string(schema.name) + " (" + sql_names(columns) + ");\n";
  }
  return sql;
}

/// As COPY reads text: what ends a column or a row is escaped.
void append_escaped(std::string& to, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '\\':
        to += "\\\\";
        break;
      case '\n':
        to += "\\n";
        break;
      case '\r':
        to += "\\r";
        break;
      case '\t':
        to += "\\t";
        break;
      case '\0':
        break;  // PostgreSQL holds no NUL in a text
      default:
        to += c;
    }
  }
}

void copy_rows(const Database& database, const TableSchema& schema, const Write& write) {
  const std::string name(schema.name);
  write("CREATE TEMP TABLE new_" + name + " (\n" + columns_of(schema) + "\n) ON COMMIT DROP;\n" +
        "COPY new_" + name + " FROM STDIN;\n");
  Statement rows(database, "SELECT " + column_list(schema, "") + " FROM " + name);
  std::string line;
  while (rows.step()) {
    line.clear();
    for (int column = 0; column < rows.columns(); ++column) {
      if (column > 0) line += '\t';
      if (rows.is_null(column))
        line += "\\N";
      else
        append_escaped(line, rows.text(column));
    }
    write(line += '\n');
  }
  write("\\.\n");
}

/// All columns of a row but those of its key, taken from the row that could not be inserted.
std::string taken_over(const TableSchema& schema) {
  std::string list;
  for (const Column& column : schema.columns)
    list +=
        (list.empty() ? "" : ", ") + sql_name(column.name) + " = EXCLUDED." + sql_name(column.name);
  return list;
}

/// Puts the rows of the new and changed documents in the place of those that were there. Findings
/// between documents come with a dataset of all of them: they are added to documents that stay.
std::string replace_rows(const TableSchema& schema) {
  const std::string name(schema.name);
  const bool is_of_any = &schema == &schema_of(kFindingRows) || &schema == &schema_of(kPairRows);
  std::string sql = "INSERT INTO " + name + " (" + column_list(schema, "") + ", partition_year)\n" +
                    "  SELECT " + column_list(schema, "n.") + ", coalesce(d.fiscal_year, 0)\n" +
                    "  FROM new_" + name + " n JOIN new_documents d ON d.id = n.document\n";
  if (!is_of_any) return sql + "  WHERE n.document IN (SELECT id FROM changed);\n";
  return sql + "  ON CONFLICT (" + sql_names(schema.primary_key) +
         ", partition_year) DO UPDATE SET " + taken_over(schema) + "\n" + "  WHERE (" +
         column_list(schema, name + ".") + ") IS DISTINCT FROM (" +
         column_list(schema, "EXCLUDED.") + ");\n";
}

std::string replace_documents() {
  std::string sql =
      "CREATE TEMP TABLE changed ON COMMIT DROP AS\n"
      "  SELECT n.id FROM new_documents n LEFT JOIN documents d USING (id)\n"
      "  WHERE d.json_sha256 IS DISTINCT FROM n.json_sha256;\n"
      "ANALYZE changed;\n";
  for (const TableSchema& schema : dataset_tables())
    if (is_of_documents(schema))
      sql += "DELETE FROM " + std::string(schema.name) +
             " WHERE document IN (SELECT id FROM changed);\n";
  return sql +
         "DELETE FROM documents WHERE id IN (SELECT id FROM changed);\n"
         "INSERT INTO documents SELECT * FROM new_documents\n"
         "  WHERE id IN (SELECT id FROM changed);\n";
}

/// What became of an input last is kept, but a document is never taken back for a failure.
std::string replace_inputs() {
  const TableSchema& schema = schema_of(kInputRows);
  return "INSERT INTO inputs SELECT * FROM new_inputs\n  ON CONFLICT (path) DO UPDATE SET " +
         taken_over(schema) +
         "\n  WHERE (EXCLUDED.document IS NOT NULL OR inputs.document IS NULL)" + "\n    AND (" +
         column_list(schema, "inputs.") + ") IS DISTINCT FROM (" +
         column_list(schema, "EXCLUDED.") + ");\n";
}

/// Whether a name stands in a text as a word.
bool names(std::string_view text, std::string_view name) {
  const auto is_of_word = [](char c) { return c == '_' || (c >= 'a' && c <= 'z'); };
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool begins = at == 0 || !is_of_word(text[at - 1]);
    if (begins && (end == text.size() || !is_of_word(text[end]))) return true;
  }
  return false;
}

/// The views of SQLite. One that reads others comes after them: PostgreSQL looks them up at once.
std::string create_views() {
  std::string sql =
      "CREATE OR REPLACE FUNCTION json_extract(jsonb, text) RETURNS jsonb LANGUAGE sql IMMUTABLE\n"
      "  AS 'SELECT jsonb_path_query_first($1, $2::jsonpath)';\n";
  std::vector<View> left(dataset_views().begin(), dataset_views().end());
  while (!left.empty()) {
    const auto next = std::ranges::find_if(left, [&left](const View& view) {
      return std::ranges::none_of(left, [&view](const View& other) {
        return other.name != view.name && names(view.sql, other.name);
      });
    });
    assert(next != left.end());
    sql += "CREATE OR REPLACE VIEW " + next->name + " AS\n" + next->sql + ";\n";
    left.erase(next);
  }
  return sql;
}

/// The fiscal years of the documents; 0 where there is none.
std::vector<std::string> fiscal_years(const Database& database) {
  std::vector<std::string> years;
  Statement rows(database, "SELECT DISTINCT coalesce(fiscal_year, 0) FROM documents ORDER BY 1");
  while (rows.step()) years.push_back(rows.text(0));
  return years;
}

}  // namespace

void write_load_script(const std::string& dataset, const Write& write) {
  const Database database(dataset + "/dataset.sqlite", OpenMode::kRead);
  write(
      "-- Run with psql, which stops at the first error and then has changed nothing.\n"
      "\\set ON_ERROR_STOP on\n"
      "SET client_encoding = 'UTF8';\nSET client_min_messages = warning;\nBEGIN;\n"
      // Loads at the same time would make the same tables and replace the same documents.
      "DO $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('mingxi')); END $$;\n"
      "CREATE SCHEMA IF NOT EXISTS mingxi;\n"
      "CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;\n"
      "SET LOCAL search_path = mingxi, public;\n");
  const std::vector<std::string> years = fiscal_years(database);
  for (const TableSchema& schema : dataset_tables()) write(create_table(schema, years));
  for (const TableSchema& schema : dataset_tables()) write(create_indexes(schema));
  write(
      "CREATE INDEX IF NOT EXISTS facts_subject_trigrams ON facts USING gin (subject "
      "gin_trgm_ops);\n");
  for (const TableSchema& schema : dataset_tables()) copy_rows(database, schema, write);
  write(replace_documents());
  for (const TableSchema& schema : dataset_tables())
    if (is_of_documents(schema)) write(replace_rows(schema));
  write(replace_inputs());
  write(create_views());
  write("COMMIT;\n");
}

}  // namespace mingxi::output
