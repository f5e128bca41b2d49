#include "output/dataset/dataset_schema.h"

#include <array>

namespace mingxi::output {
namespace {

using std::string_view;

constexpr auto kId = std::to_array<string_view>({"id"});
constexpr auto kPath = std::to_array<string_view>({"path"});
constexpr auto kDocument = std::to_array<string_view>({"document"});
constexpr auto kTable = std::to_array<string_view>({"document", "table"});
constexpr auto kIdInDocument = std::to_array<string_view>({"document", "id"});
constexpr auto kPlaceInTable = std::to_array<string_view>({"document", "table", "row", "column"});

constexpr auto kOfDocument = std::to_array<ForeignKey>({{kDocument, "documents", kId}});
constexpr auto kTablesDocument = std::to_array<string_view>({"tables_document"});
constexpr auto kOfBoth =
    std::to_array<ForeignKey>({{kDocument, "documents", kId}, {kTablesDocument, "documents", kId}});
constexpr auto kOfTable = std::to_array<ForeignKey>(
    {{kDocument, "documents", kId, KeyUse::kDatabaseOnly}, {kTable, "tables", kIdInDocument}});
constexpr auto kOfTableOrProse = std::to_array<ForeignKey>(
    {{kDocument, "documents", kId}, {kTable, "tables", kIdInDocument, KeyUse::kDatabaseOnly}});

constexpr auto kPublisherYear = std::to_array<string_view>({"publisher", "fiscal_year"});
constexpr auto kSubject = std::to_array<string_view>({"subject"});
constexpr auto kFunction = std::to_array<string_view>({"functional_code", "period"});
constexpr auto kEconomy = std::to_array<string_view>({"economic_code", "period"});
constexpr auto kKind = std::to_array<string_view>({"kind"});
constexpr auto kStateCheck = std::to_array<string_view>({"state", "check"});

constexpr auto kDocumentIndexes = std::to_array<ColumnNames>({kPublisherYear});
constexpr auto kInputIndexes = std::to_array<ColumnNames>({kDocument});
constexpr auto kTableIndexes = std::to_array<ColumnNames>({kKind});
constexpr auto kFactIndexes = std::to_array<ColumnNames>({kTable, kSubject, kFunction, kEconomy});
constexpr auto kFindingIndexes = std::to_array<ColumnNames>({kStateCheck});

constexpr auto kStatuses =
    std::to_array<string_view>({"ok", "partial", "no_text", "encrypted", "truncated", "corrupt",
                                "not_pdf", "empty", "unreadable", "not_regular", "too_large",
                                "limit_cpu", "limit_wall", "limit_mem", "limit_output", "crashed"});

}  // namespace

std::span<const string_view> input_statuses() { return kStatuses; }

std::span<const TableSchema> dataset_tables() {
  static const auto kSchemas = std::to_array<TableSchema>({
      {"documents",
       "每行一份文件（按内容计，同一内容只有一行）。",
       "A row is a document; the same content is one document.",
       document_columns(),
       kId,
       {},
       kDocumentIndexes},
      {"inputs", "每行一个输入路径及其结果；同一内容的两个路径是两行。",
       "A row is a path that was given, with its outcome; one content under two names has two "
       "rows.",
       input_columns(), kPath, kOfDocument, kInputIndexes},
      {"tables", "每行一张表（跨页的表已接成一张）。",
       "A row is a printed table, joined over its pages.", table_columns(), kIdInDocument,
       kOfDocument, kTableIndexes},
      {"cells", "每行一个单元格，空白格也在内，文字照原样；空表的单元格只在文件JSON中。",
       "A row is a cell of a table as printed, blank ones too; those of empty tables are in the "
       "document JSON alone.",
       cell_columns(), kPlaceInTable, kOfTable},
      {"facts", "每行一个印出的数及其含义、出处。",
       "A row is a printed figure, what it says and where it stands.", fact_columns(),
       kIdInDocument, kOfTableOrProse, kFactIndexes},
      {"findings", "每行一条需要人看一看的情况。",
       "A row is something that a person should look at.", finding_columns(), kIdInDocument,
       kOfDocument, kFindingIndexes},
      {"pairs", "每行一份公开的两个文件：文字和表格，已合在一起核对。",
       "A row is a disclosure published as two files, prose and tables, checked together.",
       pair_columns(), kDocument, kOfBoth},
  });
  return kSchemas;
}

}  // namespace mingxi::output
