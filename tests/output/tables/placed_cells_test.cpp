#include "output/tables/placed_cells.h"

#include <gmock/gmock.h>

#include "support/table_page.h"
#include "support/table_rows.h"

namespace mingxi::output {
namespace {

/// Whether the last cell of a table with one column of figures is a number. The column is
/// after `before` others.
bool is_number(const std::string& header, const std::string& text, std::size_t before) {
  std::vector<std::string> names(before, "名称");
  std::vector<std::string> figures(before, "行政运行");
  names.push_back(header);
  figures.push_back(text);
  const Table table = table_of({names, figures});
  return PlacedCells(table, table_pack().tables.cells).number(table.cells.back()).has_value();
}

TEST(PlacedCells, DistinguishesCodesFromNumbers) {
  const struct {
    const char* header;
    const char* text;
    std::size_t before;
    bool number;
  } cases[] = {
      {"科目编码", "2080505", 0, false},
      {"科目编码", "2080505", 3, false},
      {"经济分类科目", "30101", 2, false},
      {"类", "208", 0, false},
      {"款", "5", 1, false},
      {"项", "11", 2, false},
      {"项目支出", "226", 2, true},
      {"编制数", "120", 1, true},
      {"项目", "2080505", 0, false},
      {"项目", "12", 0, true},
      {"单位", "101001", 1, false},
      {"预算数", "1326", 1, true},
      {"金额", "1326", 1, true},
      {"合计", "1326", 2, true},
      {"合计", "1,326.28", 2, true},
      {"科目编码", "1,326.28", 0, true},
      {"类", "05", 3, false},
      {"", "2080505", 1, false},
      {"", "2080505", 2, true},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(is_number(each.header, each.text, each.before), each.number)
        << each.header << " " << each.text << " behind " << each.before;
  }
}

TEST(PlacedCells, TakesASecondColumnWithDecimalsForAmounts) {
  const Table table = table_of({{"项目", "本年"}, {"行政运行", "444"}, {"公用", "28.50"}});
  EXPECT_TRUE(PlacedCells(table, table_pack().tables.cells).number(table.cells[3]));
}

TEST(PlacedCells, HasNoNumbersInHeaders) {
  const Table table = table_of({{"项目", "2026"}, {"合计", "5.0"}, {"项目", "2026"}});
  EXPECT_FALSE(PlacedCells(table, table_pack().tables.cells).number(table.cells[1]));
}

TEST(PlacedCells, KnowsTheHeaderBelowATitleInsideTheRules) {
  Table table = table_of({{"支出总表", ""}, {"科目", "合计"}, {"208", "5"}}, 0);
  table.header_rows = {1};
  const PlacedCells cells(table, table_pack().tables.cells);
  EXPECT_EQ(cells.end_of_header(), 2);
  EXPECT_FALSE(cells.number(table.cells[4]));
}

TEST(PlacedCells, FindsTheCellThatCoversAPlace) {
  const Table table = merged_table();
  const PlacedCells cells(table, table_pack().tables.cells);
  EXPECT_EQ(cells.at(1, 0)->text, "科目编码");
  EXPECT_EQ(cells.at(0, 2)->text, "支出");
  EXPECT_EQ(cells.end_of_header(), 2);
}

TEST(PlacedCells, CopesWithTablesWithHolesOrCellsOutside) {
  Table table = table_of({{"a", "b"}, {"c", "d"}});
  table.cells.erase(table.cells.begin() + 1);
  table.cells.push_back({.row = 7, .column = 0, .text = "5"});
  table.cells.push_back({.row = 0, .column = 9, .text = "5"});
  table.header_rows = {0, 99};
  const PlacedCells cells(table, table_pack().tables.cells);
  EXPECT_EQ(cells.at(0, 1), nullptr);
  EXPECT_FALSE(cells.number(table.cells[3]));
  EXPECT_FALSE(cells.number(table.cells[4]));
  EXPECT_EQ(PlacedCells(Table{}, table_pack().tables.cells).end_of_header(), 0);
}

}  // namespace
}  // namespace mingxi::output
