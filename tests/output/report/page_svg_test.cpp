#include "output/report/page_svg.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "layout/layout.h"
#include "support/printed_page.h"
#include "support/table_builder.h"

namespace mingxi::output {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(PageSvg, DrawsTextRulingsGridsAndCells) {
  Page page = PrintedPage().grid({50, 140, 230}, {100, 120, 140}).print(55, 114, U"合 <");
  page.number = 5;
  Table table = table_of({{"合计", "<i>"}, {"甲", "1.00"}});
  table.title = "支出&总表";
  const std::string svg = page_svg(page, layout::find_grids(page), {table});
  EXPECT_THAT(
      svg,
      AllOf(HasSubstr("viewBox=\"0 0 595 842\""),
            HasSubstr("<text class=\"g\" x=\"55\" y=\"114\" font-size=\"12\">合</text>"),
            HasSubstr(">&lt;</text>"),
            HasSubstr("<line class=\"l\" x1=\"140\" y1=\"100\" x2=\"140\" y2=\"140\"/>"),
            HasSubstr("<rect class=\"r\""), HasSubstr("<rect class=\"h\" x=\"50.6\" y=\"100.6\""),
            HasSubstr("<title>1,1 1.00</title>"), HasSubstr("<title>0,1 &lt;i&gt;</title>"),
            HasSubstr(">t1 B03 支出&amp;总表（万元） 2 x 2</text>"), Not(HasSubstr("<i>"))));
}

TEST(PageSvg, LeavesOutTablesOfOtherPages) {
  const Page page = PrintedPage().print(55, 114, U"甲");
  EXPECT_THAT(page_svg(page, {}, {table_of({{"合计"}})}), Not(HasSubstr("t1 B03")));
}

TEST(PageSvg, CopesWithNumbersThatAreNone) {
  Page page = PrintedPage().print(55, 114, U"甲");
  page.glyphs[0].font_size = std::numeric_limits<double>::quiet_NaN();
  page.glyphs[0].box.left = std::numeric_limits<double>::infinity();
  page.glyphs[0].code_point = 0xFFFF;
  EXPECT_THAT(page_svg(page, {}, {}), AllOf(HasSubstr("x=\"0\""), HasSubstr("> </text>"),
                                            Not(HasSubstr("nan")), Not(HasSubstr("inf"))));
}

}  // namespace
}  // namespace mingxi::output
