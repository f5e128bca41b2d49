#include "output/tables/tables_csv.h"

#include <gmock/gmock.h>

#include "support/table_page.h"
#include "support/table_rows.h"

namespace mingxi::output {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

/// A text as the only cell of a CSV file.
std::string field(const std::string& text) {
  const std::vector<Table> tables = {table_of({{text}}, 0)};
  std::string content =
      tables_csv(tables, ByteOrderMark::kNone, table_pack().tables.cells).at(1).content;
  EXPECT_TRUE(content.ends_with("\r\n"));
  return content.substr(0, content.size() - 2);
}

std::string name_for(const std::string& title) {
  std::vector<Table> tables = {table_of({{"a"}})};
  tables[0].title = title;
  return tables_csv(tables, ByteOrderMark::kNone, table_pack().tables.cells).at(1).name;
}

TEST(TablesCsv, PrintsCellsAtTheirTopLeftPlace) {
  const std::vector<Table> tables = {merged_table()};
  const std::vector<CsvFile> files =
      tables_csv(tables, ByteOrderMark::kNone, table_pack().tables.cells);
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[1].name, "t01_支出总表.csv");
  EXPECT_EQ(files[1].content,
            "科目编码,支出,\r\n"
            ",合计,占比\r\n"
            "2080505,\"1,326.28\",12.5%\r\n");
}

TEST(TablesCsv, ListsTheTablesInAnIndex) {
  std::vector<Table> tables = {merged_table(), table_of({{"a"}})};
  tables[0].pages = {9, 10};
  tables[0].kind = TableKind::kB03;
  tables[0].prepared_by = "某县商务局, 本级";
  const std::vector<CsvFile> files =
      tables_csv(tables, ByteOrderMark::kNone, table_pack().tables.cells);
  EXPECT_EQ(files[0].name, "index.csv");
  EXPECT_THAT(
      files[0].content,
      StartsWith("file,id,kind,title,unit,unit_from,prepared_by,pages,rows,columns,state\r\n"
                 "t01_支出总表.csv,t1,B03,支出总表,万元,none,\"某县商务局, 本级\",9;10,3,3,"
                 "data\r\n"));
}

TEST(TablesCsv, BeginsWithAByteOrderMarkIfAskedTo) {
  const std::vector<Table> tables = {table_of({{"a"}})};
  for (const CsvFile& file :
       tables_csv(tables, ByteOrderMark::kWritten, table_pack().tables.cells)) {
    EXPECT_THAT(file.content, StartsWith("\xEF\xBB\xBF"));
  }
}

TEST(TablesCsv, DisarmsWhatASpreadsheetWouldRun) {
  EXPECT_EQ(field("=1+1"), "'=1+1");
  EXPECT_EQ(field("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
  EXPECT_EQ(field("+A1"), "'+A1");
  EXPECT_EQ(field("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(field("\t=1"), "' =1");
  EXPECT_EQ(field("-A1"), "'-A1");
  EXPECT_EQ(field("-2+3+cmd|' /C calc'!A0"), "'-2+3+cmd|' /C calc'!A0");
  EXPECT_EQ(field("＝1+1"), "'＝1+1");
  EXPECT_EQ(field("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
}

TEST(TablesCsv, LeavesNumbersAndDashesAsPrinted) {
  EXPECT_EQ(field("-12.30"), "-12.30");
  EXPECT_EQ(field("+5.2%"), "+5.2%");
  EXPECT_EQ(field("-"), "-");
  EXPECT_EQ(field("—"), "—");
  EXPECT_EQ(field("05"), "05");
}

TEST(TablesCsv, QuotesAsTheRfcAsks) {
  EXPECT_EQ(field("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(field("a,b"), "\"a,b\"");
  EXPECT_EQ(field("a\nb"), "a b") << "a cell is one line";
  EXPECT_EQ(field("\xB2\xBF"), "\uFFFD\uFFFD");
}

TEST(TablesCsv, NamesFilesSoThatEverySystemTakesThem) {
  EXPECT_EQ(name_for(""), "t01.csv");
  EXPECT_EQ(name_for("../../etc/passwd"), "t01_.._.._etc_passwd.csv");
  EXPECT_EQ(name_for("a:b*c?.  "), "t01_a_b_c.csv");
  EXPECT_EQ(name_for(std::string("\0x", 2)), "t01_x.csv");
  std::string title;
  for (int i = 0; i < 100; ++i) title += "表";
  EXPECT_EQ(name_for(title).size(), 4U + 120U + 4U);
}

}  // namespace
}  // namespace mingxi::output
