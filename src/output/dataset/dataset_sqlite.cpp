// Rows come sorted, so the keys grow at their end; the other indexes are built once, from all rows.
#include "output/dataset/dataset_sqlite.h"

#include <charconv>
#include <string_view>

#include "output/dataset/dataset_views.h"
#include "output/dataset/sql_names.h"

namespace mingxi::output {
namespace {

constexpr std::size_t kRowsAtOnce = 16;

std::string_view type_of(ColumnType type) {
  switch (type) {
    case ColumnType::kInteger:
    case ColumnType::kBoolean:
      return "INTEGER";
    case ColumnType::kAmount:
      return "NUMERIC";
    case ColumnType::kRatio:
      return "REAL";
    case ColumnType::kText:
    case ColumnType::kDecimal:
    case ColumnType::kArray:
      break;
  }
  return "TEXT";
}

std::string create_table(const TableSchema& schema) {
  std::string sql = "CREATE TABLE " + std::string(schema.name) + " (\n";
  for (const Column& column : schema.columns) {
    sql += "  " + sql_name(column.name) + " " + std::string(type_of(column.type));
    if (column.presence == Presence::kRequired) sql += " NOT NULL";
    sql += ",\n";
  }
  sql += "  PRIMARY KEY (" + sql_names(schema.primary_key) + ")";
  for (const ForeignKey& key : schema.foreign_keys) {
    sql += ",\n  FOREIGN KEY (" + sql_names(key.columns) + ") REFERENCES " +
           std::string(key.table) + " (" + sql_names(key.referenced) + ")";
  }
  // A table that is looked up by its key alone needs no second tree beside that of its key.
  return sql + (schema.indexes.empty() ? "\n) WITHOUT ROWID;" : "\n);");
}

std::string insert_into(const TableSchema& schema, std::size_t rows) {
  std::string row = "(?";
  for (std::size_t i = 1; i < schema.columns.size(); ++i) row += ", ?";
  row += ')';
  std::string sql = "INSERT INTO " + std::string(schema.name) + " VALUES " + row;
  for (std::size_t i = 1; i < rows; ++i) sql += ", " + row;
  return sql;
}

template <typename Number>
Number number_in(std::string_view text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void bind(Statement& statement, int parameter, ColumnType type, std::string_view text) {
  switch (type) {
    case ColumnType::kInteger:
      return statement.bind(parameter, number_in<std::int64_t>(text));
    case ColumnType::kBoolean:
      return statement.bind(parameter, static_cast<std::int64_t>(text == "true"));
    case ColumnType::kRatio:
      return statement.bind(parameter, number_in<double>(text));
    case ColumnType::kText:
    case ColumnType::kDecimal:
    case ColumnType::kAmount:  // the column's affinity makes it a number
    case ColumnType::kArray:
      return statement.bind(parameter, text);
  }
}

/// Binds a row after so many parameters; gives how many there are then.
int bind(Statement& statement, int parameter, const TableSchema& schema, const Row& row) {
  for (std::size_t i = 0; i < schema.columns.size(); ++i) {
    ++parameter;
    if (row.is_missing(i)) {
      statement.bind_null(parameter);
    } else {
      bind(statement, parameter, schema.columns[i].type, row[i]);
    }
  }
  return parameter;
}

}  // namespace

DatasetDatabase::DatasetDatabase(const std::string& path) : database_(path, OpenMode::kCreate) {
  // The file is thrown away when anything fails, so nothing needs to be undone. The cache, 8 MB,
  // is also what sorting an index takes before it goes to the disk.
  database_.run(
      "PRAGMA page_size = 16384; PRAGMA cache_size = -8000; PRAGMA journal_mode = OFF; "
      "PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;");
  database_.run("BEGIN");
  for (const TableSchema& schema : dataset_tables()) database_.run(create_table(schema));
  for (const TableSchema& schema : dataset_tables())
    inserts_.push_back(
        {.one = std::make_unique<Statement>(database_, insert_into(schema, 1)),
         .many = std::make_unique<Statement>(database_, insert_into(schema, kRowsAtOnce)),
         .waiting = std::vector<Row>(kRowsAtOnce)});
}

void DatasetDatabase::write(DatasetTable table, const Row& row) {
  Insert& insert = inserts_[table];
  insert.waiting[insert.count++] = row;
  if (insert.count < kRowsAtOnce) return;
  insert.count = 0;
  int parameter = 0;
  for (const Row& each : insert.waiting)
    parameter = bind(*insert.many, parameter, schema_of(table), each);
  insert.many->step();
}

void DatasetDatabase::finish() {
  for (std::size_t table = 0; table < inserts_.size(); ++table) {
    Insert& insert = inserts_[table];
    for (const Row& row : std::span(insert.waiting).first(insert.count)) {
      bind(*insert.one, 0, dataset_tables()[table], row);
      insert.one->step();
    }
  }
  inserts_.clear();
  for (const TableSchema& schema : dataset_tables()) {
    for (const ColumnNames columns : schema.indexes) {
      database_.run("CREATE INDEX " + index_name(schema, columns) + " ON " +
                    std::string(schema.name) + " (" + sql_names(columns) + ")");
    }
  }
  // So few that LIKE looks through them in no time; an index of words would miss those of two
  // characters, which in Chinese are most.
  database_.run(
      "CREATE TABLE subjects (subject TEXT PRIMARY KEY, facts INTEGER NOT NULL) WITHOUT ROWID;"
      "INSERT INTO subjects SELECT subject, count(*) FROM facts WHERE subject IS NOT NULL "
      "GROUP BY subject ORDER BY subject;");
  for (const View& view : dataset_views()) {
    database_.run("CREATE VIEW " + view.name + " AS\n" + view.sql);
  }
  database_.run("COMMIT");
  database_.close();
}

}  // namespace mingxi::output
