#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace mingxi::output {

/// What a column of a dataset holds, and how each format writes it.
enum class ColumnType {
  kText,     ///< words and codes: never numbers to anyone
  kInteger,  ///< a count, a year, a page
  kDecimal,  ///< an exact decimal as printed: text in SQLite and JSON, so that 0.50 stays 0.50
  kAmount,   ///< an exact decimal to calculate with: a number in SQLite, text in JSON
  kRatio,    ///< a binary fraction, 0 to 1
  kBoolean,
  kArray,  ///< a JSON array; its JSON text where a format has none
};

enum class Presence { kRequired, kOptional };

/// One column: the same in CSV, JSON Lines, SQLite, the workbook and their descriptions.
struct Column {
  std::string_view name;
  ColumnType type;
  std::string_view chinese;  ///< description, one sentence
  std::string_view english;
  Presence presence = Presence::kOptional;
  /// The closed list of its values; nullptr where it is open.
  std::span<const std::string_view> (*allowed)() = nullptr;
  std::string_view fiscal_type = {};  ///< columnType of the Fiscal Data Package taxonomy
};

/// Whether a document or a person words what the column holds, so that it can be anything.
inline bool is_free_text(const Column& column) {
  return column.type == ColumnType::kText && column.allowed == nullptr;
}

using ColumnNames = std::span<const std::string_view>;

/// Where a foreign key is described. A Data Package knows no key of which a part is missing, and
/// its validators no column that is in two keys.
enum class KeyUse { kEverywhere, kDatabaseOnly };

/// The values of `columns` are in `referenced` of another table, or one of them is missing.
struct ForeignKey {
  ColumnNames columns;
  std::string_view table;
  ColumnNames referenced;
  KeyUse use = KeyUse::kEverywhere;
};

/// One table of a dataset.
struct TableSchema {
  std::string_view name;
  std::string_view chinese;  ///< what a row is, one sentence
  std::string_view english;
  std::span<const Column> columns;
  ColumnNames primary_key;
  std::span<const ForeignKey> foreign_keys = {};
  std::span<const ColumnNames> indexes = {};  ///< beside the primary key
};

/// Of which table a row is. A table is after those it refers to.
enum DatasetTable {
  kDocumentRows,
  kInputRows,
  kTableRows,
  kCellRows,
  kFactRows,
  kFindingRows,
  kPairRows,
};
inline constexpr std::size_t kDatasetTableCount = kPairRows + 1;

/// The tables of a dataset, in the order of DatasetTable.
std::span<const TableSchema> dataset_tables();

inline const TableSchema& schema_of(DatasetTable table) { return dataset_tables()[table]; }

/// What can become of an input: the statuses of documents, then those of files that gave none.
std::span<const std::string_view> input_statuses();

/// The columns of each table, in their order (dataset_columns.cpp).
std::span<const Column> document_columns();
std::span<const Column> input_columns();
std::span<const Column> table_columns();
std::span<const Column> cell_columns();
std::span<const Column> fact_columns();
std::span<const Column> finding_columns();
std::span<const Column> pair_columns();

}  // namespace mingxi::output
