#include "output/dataset/dataset_workbook.h"

#include <cstdlib>

#include <gmock/gmock.h>

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
        print("links", [cell.coordinate + " " + cell.hyperlink.location for cell in row if cell.hyperlink])
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
  EXPECT_THAT(seen, HasSubstr("facts 10001 "));
  EXPECT_THAT(seen, HasSubstr("cells 10001 5"));
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
  const std::string seen = read("cells");
  EXPECT_THAT(seen, HasSubstr("cells 3 6"));
  EXPECT_THAT(seen, HasSubstr("row ['da', 't1', 0, '工资', None, '-1,200.50']"));
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
  const std::string seen = read("facts_by_phase");
  const std::string names = "'行政运行', 'functional:2010301', None, 2024, ";
  EXPECT_THAT(seen, HasSubstr("facts_by_phase 3 11"));
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
  EXPECT_THAT(read("findings"), HasSubstr("links [\"B2 'facts'!A3\"]"));
}

TEST_F(DatasetWorkbookTest, KeepsNegativeNumbersNumbers) {
  Extraction extraction = document("a");
  extraction.facts.push_back(
      {.value = *Decimal::parse("-1.50"), .amount_yuan = *Decimal::parse("-15000")});
  write(extraction);
  EXPECT_THAT(read("facts"), HasSubstr("'-1.50'"));
  EXPECT_THAT(read("facts"), HasSubstr("-15000"));
}

}  // namespace
}  // namespace mingxi::output
