#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "facts/tables/table_facts.h"
#include "support/table_page.h"

namespace mingxi::facts {
namespace {

TEST(LinkTables, SaysThatAStruckAmountWasNotRead) {
  const Document document = document_of({PrintedPage()
                                             .print(200, 80, U"支出总表")
                                             .print(400, 95, U"单位：万元")
                                             .grid({100, 300, 400}, {100, 124, 148})
                                             .print(104, 116, U"科目名称")
                                             .print(304, 116, U"合计")
                                             .print(104, 140, U"行政运行")
                                             .seen(Visibility::kStruck)
                                             .print(304, 140, U"1682.76")});
  const Layout layout = laid_out(document);
  const std::vector<Table> tables = recognise_tables(document, layout, table_pack().tables);
  const TableFacts read = link_tables(document, layout, tables, {}, table_pack());
  EXPECT_THAT(read.facts, ::testing::IsEmpty());
  ASSERT_EQ(read.unread.size(), 1u);
  EXPECT_EQ(read.unread[0].column, 1);
}

}  // namespace
}  // namespace mingxi::facts
