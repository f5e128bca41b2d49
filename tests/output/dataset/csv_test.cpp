#include "output/dataset/csv.h"

#include <gmock/gmock.h>

#include "output/document_json/names.h"

namespace mingxi::output {
namespace {

using ::testing::ElementsAre;
using ::testing::Optional;

constexpr Column kColumns[] = {{"text", ColumnType::kText, "", ""},
                               {"number", ColumnType::kDecimal, "", ""}};
constexpr std::string_view kKey[] = {"text"};
constexpr TableSchema kSchema{"things", "", "", kColumns, kKey};

std::string written(std::string_view text, std::string_view number) {
  Row row;
  row.add(text).add(number);
  std::string to;
  append_csv_row(to, kSchema, row);
  return to;
}

TEST(CsvRow, QuotesWhatHoldsCommasQuotesOrLineBreaks) {
  EXPECT_EQ(written("收入总计", "1.50"), "收入总计,1.50\r\n");
  EXPECT_EQ(written("a,b", "1"), "\"a,b\",1\r\n");
  EXPECT_EQ(written("“三公” \"经费\"", "1"), "\"“三公” \"\"经费\"\"\",1\r\n");
  EXPECT_EQ(written("a\nb", "1"), "\"a\nb\",1\r\n");
}

TEST(CsvRow, SaysNothingOfWhatIsMissing) {
  Row row;
  row.add("").add_missing();
  std::string to;
  append_csv_row(to, kSchema, row);
  EXPECT_EQ(to, ",\r\n");
}

TEST(CsvRow, GuardsTextThatASpreadsheetWouldRun) {
  EXPECT_EQ(written("=1+1", "1"), "'=1+1,1\r\n");
  EXPECT_EQ(written("=HYPERLINK(\"x\")", "1"), "\"'=HYPERLINK(\"\"x\"\")\",1\r\n");
}

TEST(CsvRow, LeavesTheWordsOfAClosedListAsTheyAre) {
  static constexpr Column kBound[] = {
      {"bound", ColumnType::kText, "", "", Presence::kRequired, names<Bound>}};
  constexpr TableSchema kBounds{"bounds", "", "", kBound, kKey};
  Row row;
  row.add("=");
  std::string to;
  append_csv_row(to, kBounds, row);
  EXPECT_EQ(to, "=\r\n");
}

TEST(CsvReader, ReadsRecordsHoweverTheyAreCut) {
  const std::string text = "a,\"b,\"\"c\"\"\r\nd\"\r\n,\r\n\"last\",1\r\n";
  for (std::size_t step = 1; step <= text.size(); ++step) {
    CsvReader reader;
    std::vector<std::vector<std::string>> records;
    for (std::size_t at = 0; at < text.size(); at += step) {
      reader.feed(std::string_view(text).substr(at, step));
      while (auto record = reader.next()) records.push_back(*record);
    }
    EXPECT_THAT(records, ElementsAre(ElementsAre("a", "b,\"c\"\r\nd"), ElementsAre("", ""),
                                     ElementsAre("last", "1")));
    EXPECT_FALSE(reader.has_rest());
  }
}

TEST(CsvReader, KnowsALastRecordThatIsNotWhole) {
  CsvReader reader;
  reader.feed("a,b\r\n\"c");
  EXPECT_THAT(reader.next(), Optional(ElementsAre("a", "b")));
  EXPECT_FALSE(reader.next().has_value());
  EXPECT_TRUE(reader.has_rest());
}

}  // namespace
}  // namespace mingxi::output
