#include "output/dataset/workbook/dataset_workbook.h"

#include <cstdlib>

#include <gmock/gmock.h>

#include "messages/column_words.h"
#include "output/dataset/dataset_rows.h"
#include "output/tables/workbook.h"
#include "support/files.h"
#include "support/hostile_texts.h"
#include "support/table_page.h"

namespace mingxi::output {
namespace {

using ::testing::HasSubstr;

/// Reads a workbook as a spreadsheet does: the sheets with their used size, the kinds of all cells,
/// and rows and links of the sheet that is named.
constexpr const char* kReader = R"(
import collections, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
kinds = collections.Counter()
for sheet in book:
    print(sheet.title, sheet.max_row, sheet.max_column)
    kinds.update(cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None)
print("kinds", *sorted(kinds.items()))
print("made", book.properties.created)
if len(sys.argv) > 2:
    for row in list(book[sys.argv[2]])[1:]:
        print("row", [cell.value for cell in row])
        print("links", [cell.coordinate + " " + (cell.hyperlink.target or "") + "#" + (cell.hyperlink.location or "") for cell in row if cell.hyperlink])
    sheet = book[sys.argv[2]]
    print("head", [cell.value for cell in sheet[1] if not sheet.column_dimensions[cell.column_letter].hidden])
    print("filter", sheet.auto_filter.ref, "frozen", sheet.freeze_panes)
    print("formats", sorted({cell.number_format for row in list(sheet)[1:] for cell in row}))
)";

/// The one that Debian's packages are for, whatever another python3 comes first.
constexpr const char* kPython = "/usr/bin/python3";

class DatasetWorkbookTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string command = std::string(kPython) + " -c 'import openpyxl' 2> /dev/null";
    if (std::system(command.c_str()) != 0) GTEST_SKIP() << "python3-openpyxl is not installed";
  }

  /// What the reader prints.
  std::string read(const std::string& sheet = "") const {
    const std::string script = folder_.write("read.py", kReader);
    const std::string output = (folder_.path() / "output").string();
    const std::string command = std::string(kPython) + " '" + script + "' '" + path() + "' " +
                                sheet + " > '" + output + "'";
    EXPECT_EQ(std::system(command.c_str()), 0);
    return bytes_of(output);
  }

  void write(const Extraction& extraction) const {
    DatasetWorkbook workbook(path());
    workbook.set_address(document_id(extraction.source.sha256), "../a b.pdf");
    write_rows(extraction, {},
               [&](DatasetTable table, const Row& row) { workbook.write(table, row); });
    workbook.finish();
  }

  std::string path() const { return (folder_.path() / "dataset.xlsx").string(); }

  TemporaryFolder folder_;
};

Extraction document(const std::string& sha256) {
  Extraction extraction;
  extraction.source.sha256 = sha256;
  return extraction;
}

Extraction hostile_extraction() {
  Extraction extraction;
  Table table{.id = "t1", .kind = TableKind::kOther, .title = "=1+1", .columns = 2};
  for (const std::string& text : hostile_texts(10'000)) {
    extraction.facts.push_back({.subject = text, .unit = text, .evidence = {.quote = text}});
    table.cells.push_back({.row = table.rows, .column = 1, .page = 1, .text = text});
    ++table.rows;
  }
  extraction.tables.push_back(std::move(table));
  return extraction;
}

TEST_F(DatasetWorkbookTest, HasNoFormulaAmongHostileTexts) {
  write(hostile_extraction());
  const std::string seen = read();
  EXPECT_THAT(seen, HasSubstr("数据 10001 "));
  EXPECT_THAT(seen, HasSubstr("表格原样 10001 7"));
  EXPECT_THAT(seen, ::testing::ContainsRegex("kinds \\('n', [0-9]+\\) \\('s', [0-9]+\\)\n"))
      << "numbers and texts, no formulas";
}

TEST_F(DatasetWorkbookTest, HasNoFormulaInTheTablesOfADocument) {
  write_workbook(hostile_extraction(), path(), table_pack().tables.cells);
  EXPECT_THAT(read(), ::testing::ContainsRegex("kinds \\('n', [0-9]+\\) \\('s', [0-9]+\\)\n"));
}

TEST_F(DatasetWorkbookTest, HoldsNoTimeAndHasTheSameBytesEachTime) {
  const Extraction extraction = document("a");
  write(extraction);
  const std::string once = bytes_of(path());
  EXPECT_THAT(read(), HasSubstr("made 1980-01-01 00:00:00"));
  write(extraction);
  EXPECT_TRUE(bytes_of(path()) == once);
}

TEST_F(DatasetWorkbookTest, ShowsTablesAsPrinted) {
  Table table{.id = "t1", .rows = 2, .columns = 3};
  table.cells = {{.row = 0, .column = 0, .text = "工资"},
                 {.row = 0, .column = 1, .text = ""},
                 {.row = 0, .column = 2, .text = "-1,200.50"},
                 {.row = 1, .column = 0, .text = "津贴"}};
  Extraction extraction = document("a");
  extraction.tables.push_back(table);
  write(extraction);
  const std::string seen = read("表格原样");
  EXPECT_THAT(seen, HasSubstr("表格原样 3 8"));
  EXPECT_THAT(seen, HasSubstr("row [None, None, 'da', 't1', 0, '工资', None, '-1,200.50']"));
}

TEST_F(DatasetWorkbookTest, SetsAmountsByPhaseSideBySide) {
  Fact fact{.id = "f1", .subject = "行政运行", .code = "functional:2010301", .period = 2024};
  Extraction extraction = document("a");
  const auto add = [&](Basis basis, const char* yuan) {
    fact.basis = basis;
    fact.amount_yuan = Decimal::parse(yuan);
    extraction.facts.push_back(fact);
  };
  add(Basis::kBudget, "100");
  add(Basis::kActual, "90.5");
  add(Basis::kBudget, "100");  // printed again
  add(Basis::kBudget, "105");
  fact.measure = Measure::kChange;
  add(Basis::kBudget, "7");
  write(extraction);
  const std::string seen = read("预算与执行");
  const std::string names = "'行政运行', 'functional:2010301', None, 2024, ";
  EXPECT_THAT(seen, HasSubstr("预算与执行 3 13"));
  EXPECT_THAT(seen, HasSubstr(names + "100, None, None, 90.5]"));
  EXPECT_THAT(seen, HasSubstr(names + "105, None, None, None]"));
}

TEST_F(DatasetWorkbookTest, LeadsFromAFindingToItsFirstFact) {
  Extraction extraction = document("a");
  extraction.facts.push_back({.id = "f1"});
  extraction.facts.push_back({.id = "f2"});
  extraction.findings.push_back(
      {.id = "n1", .check = Check::kSum, .facts = {{"f2", std::nullopt}}});
  extraction.findings.push_back({.id = "n2", .check = Check::kNoText});
  write(extraction);
  EXPECT_THAT(read("问题"), HasSubstr("links [\"L2 #'数据'!A3\"]"));
}

TEST_F(DatasetWorkbookTest, ShowsWhoAndWhenFirstAndHidesWhatIsForPrograms) {
  Extraction extraction = document("a");
  extraction.identity = {.publisher = "云杉区林业局", .fiscal_year = 2026};
  extraction.facts.push_back({.id = "f1",
                              .subject = "培训费",
                              .value = *Decimal::parse("1.5"),
                              .unit = "万元",
                              .amount_yuan = *Decimal::parse("15000"),
                              .evidence = {.page = 4}});
  extraction.findings.push_back({.id = "n1",
                                 .check = Check::kSum,
                                 .severity = Severity::kError,
                                 .facts = {{"f1", std::nullopt}},
                                 .evidence = {{.page = 4}}});
  write(extraction);
  const std::string findings = read("问题");
  EXPECT_THAT(findings, HasSubstr("row ['云杉区林业局', 2026, '错误', 4, "));
  EXPECT_THAT(findings, HasSubstr("'D2 ..\\\\a%20b.pdf#page=4'"));
  EXPECT_THAT(findings,
              HasSubstr("head ['公开单位', '年度', '程度', '页', '说明', '印出', '应为', '相差', "
                        "'算式', '状态', '核对', '编号']"));
  EXPECT_THAT(findings, HasSubstr("frozen C2"));
  const std::string facts = read("数据");
  EXPECT_THAT(facts, HasSubstr("'1.5', '万元', 15000, 1.5, "));
  EXPECT_THAT(facts, HasSubstr("'#,##0.00', '#,##0.00##'"));
  EXPECT_THAT(facts, HasSubstr("filter A1:"));
}

TEST_F(DatasetWorkbookTest, HasAHeadingForEachColumn) {
  for (const SheetLayout& layout : sheet_layouts()) {
    EXPECT_NE(messages::sheet_name_of(layout.name), layout.name);
    for (const SheetColumn& column : layout.columns)
      EXPECT_TRUE(column.name == "sha256" || messages::heading_of(column.name) != column.name)
          << column.name;
  }
}

TEST_F(DatasetWorkbookTest, KeepsNegativeNumbersNumbers) {
  Extraction extraction = document("a");
  extraction.facts.push_back(
      {.value = *Decimal::parse("-1.50"), .amount_yuan = *Decimal::parse("-15000")});
  write(extraction);
  EXPECT_THAT(read("数据"), HasSubstr("'-1.50'"));
  EXPECT_THAT(read("数据"), HasSubstr("-15000"));
}

}  // namespace
}  // namespace mingxi::output
