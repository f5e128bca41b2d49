#include "output/dataset/dataset_rows.h"

#include <map>
#include <vector>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "output/dataset/data_package.h"
#include "output/dataset/dataset_readme.h"
#include "output/dataset/dataset_sqlite.h"
#include "output/document_json/document_json.h"
#include "output/dataset/json_lines.h"
#include "support/files.h"
#include "support/filled_extraction.h"

namespace mingxi::output {
namespace {

using nlohmann::ordered_json;
using ::testing::HasSubstr;

/// The rows of a document as JSON, by table.
std::map<DatasetTable, std::vector<ordered_json>> rows_of(const Extraction& extraction) {
  std::map<DatasetTable, std::vector<ordered_json>> rows;
  const DocumentNotes notes{.place = {.city = Division{"100100", "丙市"}},
                            .json_sha256 = std::string(64, 'f'),
                            .from_manifest = {"publisher"},
                            .url = "https://example.org/a.pdf"};
  write_rows(extraction, notes, [&](DatasetTable table, const Row& row) {
    EXPECT_EQ(row.size(), schema_of(table).columns.size());
    std::string line;
    append_json_line(line, schema_of(table), row);
    rows[table].push_back(ordered_json::parse(line));
  });
  return rows;
}

/// Expects every key of the document JSON as a column with the same value; but for what it nests.
void expect_same(const ordered_json& row, const ordered_json& original) {
  for (const auto& [key, value] : original.items()) {
    const bool is_nested = (key == "evidence" && value.is_object()) || key == "cells";
    if (is_nested) continue;
    EXPECT_EQ(row.value(key, ordered_json("no column")), value) << key;
  }
}

TEST(DatasetRows, HoldWhatTheDocumentJsonHolds) {
  Extraction extraction = filled_extraction();
  for (Table& table : extraction.tables) table.state = TableState::kData;
  const ordered_json json = ordered_json::parse(document_json(extraction, {}));
  auto rows = rows_of(extraction);
  ASSERT_EQ(rows[kFactRows].size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    expect_same(rows[kFactRows][i], json["facts"][i]);
    expect_same(rows[kFindingRows][i], json["findings"][i]);
    expect_same(rows[kTableRows][i], json["tables"][i]);
  }
  expect_same(rows[kCellRows][0], json["tables"][0]["cells"][0]);
  expect_same(rows[kDocumentRows][0], json["document"]);
  EXPECT_EQ(rows[kDocumentRows][0]["sha256"], json["source"]["sha256"]);
  EXPECT_EQ(rows[kDocumentRows][0]["from_manifest"], ordered_json({"publisher"}));
  EXPECT_EQ(rows[kDocumentRows][0]["url"], "https://example.org/a.pdf");
  EXPECT_EQ(rows[kCellRows][0]["table"], json["tables"][0]["id"]);
  EXPECT_EQ(rows[kDocumentRows][0]["city"], "丙市");
  EXPECT_EQ(rows[kDocumentRows][0]["city_code"], "100100");
  EXPECT_TRUE(rows[kDocumentRows][0]["county"].is_null());
  const ordered_json& fact = rows[kFactRows][0];
  EXPECT_EQ(fact["quote"], json["facts"][0]["evidence"]["quote"]);
  EXPECT_EQ(fact["boxes"], json["facts"][0]["evidence"]["boxes"]);
  EXPECT_EQ(fact["in_file"], json["facts"][0]["evidence"]["in_file"]);
  EXPECT_EQ(fact["stored"], "121.3284");
  EXPECT_EQ(fact["functional_code"], "2080505");
  EXPECT_TRUE(fact["economic_code"].is_null());
  EXPECT_EQ(fact["section"], "s2");
  EXPECT_EQ(fact["value"], "-121.30");
}

TEST(DatasetRows, LeaveTheCellsOfEmptyTablesToTheJson) {
  Extraction extraction = filled_extraction();
  for (Table& table : extraction.tables) table.state = TableState::kData;
  ASSERT_FALSE(rows_of(extraction)[kCellRows].empty());
  for (Table& table : extraction.tables) table.state = TableState::kEmptyDeclared;
  EXPECT_TRUE(rows_of(extraction)[kCellRows].empty());
}

TEST(DatasetRows, BeginIdsOfDocumentsWithALetter) {
  EXPECT_EQ(document_id("12345678901234567890"), "d1234567890123456");
}

TEST(DatasetRows, HoldValidTextWhateverAFontIsCalled) {
  Row row;
  row.add(std::string_view("字体 \xCB\xCE\0 \xE5\xAE", 13)).add("“三公”");
  EXPECT_EQ(row[0], "字体 \uFFFD\uFFFD\uFFFD \uFFFD\uFFFD");
  EXPECT_EQ(row[1], "“三公”");
}

TEST(DatasetSchema, NamesColumnsOnceAndKeysThatExist) {
  for (const TableSchema& schema : dataset_tables()) {
    std::map<std::string_view, int> columns;
    for (const Column& column : schema.columns) {
      EXPECT_EQ(++columns[column.name], 1) << column.name;
      EXPECT_FALSE(column.chinese.empty() || column.english.empty()) << column.name;
    }
    for (const std::string_view name : schema.primary_key) EXPECT_TRUE(columns.contains(name));
    for (const ForeignKey& key : schema.foreign_keys) {
      for (const std::string_view name : key.columns) EXPECT_TRUE(columns.contains(name));
    }
    for (const ColumnNames index : schema.indexes) {
      for (const std::string_view name : index) EXPECT_TRUE(columns.contains(name));
    }
  }
}

TEST(DataPackage, IsReadAsWritten) {
  const std::vector<DatasetFile> files{{"facts.csv", 12, std::string(64, 'a')},
                                       {"dataset.sqlite", 3, std::string(64, 'b')}};
  const std::string json = data_package_json(
      files, {.version = "1"},
      {.licence = "CC0-1.0", .sources = {{"某省", "https://a.example"}}, .created = "2026-03-01"},
      {"ocr auto", "engine 1"});
  EXPECT_EQ(reading_of_package(json), (ReadingConditions{"ocr auto", "engine 1"}));
  EXPECT_EQ(reading_of_package("{}"), ReadingConditions{});
  const ordered_json tree = ordered_json::parse(json);
  EXPECT_EQ(tree["licenses"], ordered_json::parse(R"([{"name": "CC0-1.0"}])"));
  EXPECT_EQ(tree["sources"],
            ordered_json::parse(R"([{"title": "某省", "path": "https://a.example"}])"));
  EXPECT_EQ(tree["created"], "2026-03-01");
  EXPECT_EQ(producer_of_package(json), Producer{.version = "1"});
  const auto resources = read_data_package(json);
  ASSERT_EQ(resources.size(), 2U);
  EXPECT_EQ(resources[0].name, "facts");
  EXPECT_EQ(resources[0].file, files[0]);
  EXPECT_EQ(resources[0].fields.size(), fact_columns().size());
  EXPECT_EQ(resources[0].foreign_keys.size(), 1U);
  EXPECT_EQ(resources[1].file, files[1]);
  EXPECT_TRUE(resources[1].fields.empty());
}

TEST(DataPackage, RefusesPathsThatLeadOutOfTheDataset) {
  const std::string json = data_package_json({{"../x", 1, "a"}}, {}, {}, {});
  EXPECT_ANY_THROW(read_data_package(json));
}

TEST(DatasetDatabase, ListsWhatIsInconsistentByBody) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "d.sqlite").string();
  Extraction extraction = filled_extraction();
  extraction.tables.pop_back();  // both have one id
  extraction.facts.pop_back();
  extraction.findings.pop_back();
  extraction.findings[0].state = FindingState::kInconsistent;
  DatasetDatabase database(path);
  write_rows(extraction, {},
             [&](DatasetTable table, const Row& row) { database.write(table, row); });
  database.finish();
  const Database written(path, OpenMode::kRead);
  Statement rows(written, "SELECT publisher, \"check\", difference FROM inconsistent_findings");
  ASSERT_TRUE(rows.step());
  EXPECT_EQ(rows.text(0), "某县商务局");
  EXPECT_EQ(rows.text(1), "sum/three_public");
  EXPECT_EQ(rows.text(2), "0.01");
}

TEST(DatasetDictionary, DescribesEveryColumn) {
  const std::string text = dataset_dictionary();
  for (const TableSchema& schema : dataset_tables()) {
    EXPECT_THAT(text, HasSubstr("## " + std::string(schema.name)));
    for (const Column& column : schema.columns)
      EXPECT_THAT(text, HasSubstr("| `" + std::string(column.name) + "` |"));
  }
}

}  // namespace
}  // namespace mingxi::output
