#include "output/tables/workbook.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "model/error.h"
#include "output/write/workbook_file.h"
#include "support/files.h"
#include "support/table_page.h"
#include "support/table_rows.h"

namespace mingxi::output {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A workbook as it was written, its parts to be looked at.
class Written {
 public:
  explicit Written(const Extraction& extraction) {
    write_workbook(extraction, path(), table_pack().tables.cells);
    const std::string command =
        "python3 -m zipfile -e '" + path() + "' '" + folder_.path().string() + "'";
    EXPECT_EQ(std::system(command.c_str()), 0);
  }

  std::string part(const std::string& name) const { return bytes_of(folder_.path() / "xl" / name); }
  std::string bytes() const { return bytes_of(path()); }

 private:
  std::string path() const { return (folder_.path() / "tables.xlsx").string(); }

  TemporaryFolder folder_;
};

Extraction with(const Table& table) {
  Extraction extraction;
  extraction.tables = {table};
  return extraction;
}

TEST(Workbook, HasASheetForEachTableAfterAListOfThem) {
  Extraction extraction = with(merged_table());
  extraction.tables.push_back(table_of({{"a"}, {"b"}}));
  const Written book(extraction);
  EXPECT_THAT(book.part("workbook.xml"), HasSubstr("<sheet name=\"目录\""));
  EXPECT_THAT(book.part("workbook.xml"), HasSubstr("<sheet name=\"1 支出总表\""));
  EXPECT_THAT(book.part("workbook.xml"), HasSubstr("<sheet name=\"2 支出总表\""));
  EXPECT_THAT(book.part("worksheets/sheet1.xml"),
              HasSubstr("<hyperlink ref=\"B4\" location=\"'1 支出总表'!A1\""));
}

TEST(Workbook, KeepsMergedCellsAndFreezesTheHeader) {
  const Written book(with(merged_table()));
  const std::string sheet = book.part("worksheets/sheet2.xml");
  EXPECT_THAT(sheet, HasSubstr("<mergeCells count=\"2\"><mergeCell ref=\"A3:A4\"/>"
                               "<mergeCell ref=\"B3:C3\"/></mergeCells>"));
  EXPECT_THAT(sheet, HasSubstr("<pane ySplit=\"4\" topLeftCell=\"A5\""));
}

TEST(Workbook, WritesNumbersAsNumbersAndCodesAsText) {
  const Written book(with(merged_table()));
  const std::string sheet = book.part("worksheets/sheet2.xml");
  EXPECT_THAT(sheet, ::testing::ContainsRegex("<c r=\"A5\" s=\"[0-9]+\" t=\"s\">"));
  EXPECT_THAT(sheet, ::testing::ContainsRegex("<c r=\"B5\" s=\"[0-9]+\"><v>1326.28</v>"));
  EXPECT_THAT(sheet, ::testing::ContainsRegex("<c r=\"C5\" s=\"[0-9]+\"><v>0.125</v>"));
  EXPECT_THAT(book.part("sharedStrings.xml"), HasSubstr("<t>2080505</t>"));
  EXPECT_THAT(book.part("styles.xml"), HasSubstr("formatCode=\"0.0%\""));
}

TEST(Workbook, KeepsANumberInAMergedCell) {
  Table table = table_of({{"项目", "a", "合计"}, {"x", "y", "1,000"}, {"x", "y", "z"}});
  table.cells[5].row_span = 2;
  table.cells.pop_back();
  EXPECT_THAT(Written(with(table)).part("worksheets/sheet2.xml"),
              ::testing::ContainsRegex("<c r=\"C4\" s=\"[0-9]+\"><v>1000</v>"));
}

TEST(Workbook, HasNoFormulas) {
  const Table table = table_of({{"=1+1", "+A1", "-A1", "@SUM(A1)", "{=A1}", "http://example.org"},
                                {"=cmd|' /C calc'!A0", "\t=1", "=\"", "-2+3", "=A1", "mailto:x"}});
  Extraction extraction = with(table);
  extraction.identity.title = "=1+1";
  extraction.tables[0].title = "=1+1";
  const Written book(extraction);
  for (const char* sheet : {"worksheets/sheet1.xml", "worksheets/sheet2.xml"}) {
    EXPECT_THAT(book.part(sheet), Not(HasSubstr("<f>")));
    EXPECT_THAT(book.part(sheet), Not(HasSubstr("r:id=\"rId1\" display")));
  }
  EXPECT_THAT(book.part("worksheets/sheet2.xml"), Not(HasSubstr("<hyperlink")));
  EXPECT_THAT(book.part("sharedStrings.xml"), HasSubstr("<t>=1+1</t>"));
}

TEST(Workbook, TakesTextThatXmlDoesNot) {
  Table table = table_of({{"<b>&\"\x01\x1b", "\xB2\xBF", "\uFFFF"}});
  table.title = "<[]:*?/\\'>\x02\xFF";
  table.unit = "<";
  const Written book(with(table));
  EXPECT_THAT(book.part("sharedStrings.xml"), HasSubstr("&lt;b&gt;&amp;\"  "));
  EXPECT_THAT(book.part("workbook.xml"), HasSubstr("<sheet name=\"1 &lt;________&gt; \uFFFD\""));
}

TEST(Workbook, CutsTextLongerThanACellHolds) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "表";
  const Written book(with(table_of({{text}})));
  EXPECT_THAT(book.part("sharedStrings.xml"), HasSubstr("表</t>"));
}

TEST(Workbook, CopesWithNoTablesAndEmptyTables) {
  EXPECT_THAT(Written({}).part("workbook.xml"), HasSubstr("<sheet name=\"目录\""));
  EXPECT_THAT(Written(with(Table{})).part("workbook.xml"), HasSubstr("<sheet name=\"1\""));
}

TEST(Workbook, HasTheSameBytesEachTime) {
  const Extraction extraction = with(merged_table());
  EXPECT_EQ(Written(extraction).bytes(), Written(extraction).bytes());
}

TEST(Workbook, SaysWhenItCannotBeWritten) {
  EXPECT_THROW(
      write_workbook(with(merged_table()), "/nowhere/tables.xlsx", table_pack().tables.cells),
      Error);
  Table wide = merged_table();
  wide.cells.push_back({.row = 0, .column = 20'000, .text = "x"});
  const TemporaryFolder folder;
  EXPECT_THROW(write_workbook(with(wide), folder.path() / "a.xlsx", table_pack().tables.cells),
               Error);
}

TEST(Workbook, IsKnownToBeWhole) {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "a.xlsx";
  write_workbook(with(merged_table()), path, table_pack().tables.cells);
  EXPECT_TRUE(is_own_workbook(path));
  EXPECT_TRUE(is_whole_workbook(path));
  const std::string bytes = bytes_of(path.string());
  std::string damaged = bytes;
  damaged[damaged.find("[Content_Types].xml") + 60] ^= 1;
  std::ofstream(path, std::ios::binary) << damaged;
  EXPECT_FALSE(is_whole_workbook(path)) << "a part does not unpack to what was packed";
  std::ofstream(path, std::ios::binary) << bytes.substr(0, bytes.size() / 2);
  EXPECT_FALSE(is_whole_workbook(path));
}

TEST(SheetName, IsNoLongerThanASheetsNameMayBe) {
  Table table;
  EXPECT_EQ(sheet_name(table, 3), "3");
  for (int i = 0; i < 40; ++i) table.title += "表";
  EXPECT_EQ(sheet_name(table, 12).size(), 3U + 28U * 3U);
  table.title = "";
  for (int i = 0; i < 40; ++i) table.title += "𠮷";
  EXPECT_EQ(sheet_name(table, 12).size(), 3U + 14U * 4U) << "two units of UTF-16 each";
}

}  // namespace
}  // namespace mingxi::output
