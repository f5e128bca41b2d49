#include "output/tables/tables_html.h"

#include <gmock/gmock.h>

#include "support/table_page.h"
#include "support/table_rows.h"

namespace mingxi::output {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(TablesHtml, KeepsMergedCellsAndSetsNumbersRight) {
  Extraction extraction;
  extraction.tables = {merged_table()};
  const std::string page = tables_html(extraction, table_pack().tables.cells);
  EXPECT_THAT(page,
              HasSubstr("<tr><th rowspan=\"2\">科目编码</th><th colspan=\"2\">支出</th></tr>\n"
                        "<tr><th>合计</th><th>占比</th></tr>\n"
                        "<tr><td>2080505</td><td class=\"n\">1,326.28</td>"
                        "<td class=\"n\">12.5%</td></tr>\n"));
  EXPECT_THAT(page, HasSubstr("<h2>1 支出总表</h2>\n<p>单位：万元\u3000第 9 页</p>"));
  EXPECT_THAT(page, HasSubstr("<a href=\"#table-1\">支出总表</a>"));
}

TEST(TablesHtml, IsAWholeChinesePageThatLoadsNothing) {
  const std::string page = tables_html({}, table_pack().tables.cells);
  EXPECT_THAT(page, StartsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
  EXPECT_THAT(page, HasSubstr("Content-Security-Policy\" content=\"default-src 'none'"));
  EXPECT_THAT(page, Not(HasSubstr("http:")));
  EXPECT_THAT(page, Not(HasSubstr("https:")));
  EXPECT_TRUE(page.ends_with("</body>\n</html>\n"));
}

TEST(TablesHtml, EscapesEverythingPrinted) {
  const std::string hostile = "<script>alert('1')</script>&\"\x01\xB2";
  Extraction extraction;
  extraction.identity.title = hostile;
  extraction.source.sha256 = hostile;
  extraction.tables = {table_of({{hostile}})};
  extraction.tables[0].title = hostile;
  extraction.tables[0].unit = hostile;
  extraction.tables[0].prepared_by = hostile;
  const std::string page = tables_html(extraction, table_pack().tables.cells);
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("alert('")));
  EXPECT_THAT(page, HasSubstr("<th>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot; "
                              "\uFFFD</th>"));
}

TEST(TablesHtml, FillsHolesSoThatColumnsStayInLine) {
  Extraction extraction;
  extraction.tables = {table_of({{"a", "b"}, {"c", "d"}})};
  extraction.tables[0].cells.erase(extraction.tables[0].cells.begin() + 2);
  EXPECT_THAT(tables_html(extraction, table_pack().tables.cells),
              HasSubstr("<tr><td></td><td>d</td></tr>"));
}

TEST(TablesHtml, NamesEmptyTables) {
  Extraction extraction;
  extraction.tables = {table_of({{"a"}}), table_of({{"a"}})};
  extraction.tables[0].state = TableState::kEmptyDeclared;
  extraction.tables[1].pages = {3, 4, 5, 9};
  extraction.tables[1].title = "";
  const std::string page = tables_html(extraction, table_pack().tables.cells);
  EXPECT_THAT(page, HasSubstr("空表（文件已说明）</p>"));
  EXPECT_THAT(page, HasSubstr("<h2>2 （无标题）</h2>\n<p>单位：万元\u3000第 3–5、9 页</p>"));
}

}  // namespace
}  // namespace mingxi::output
