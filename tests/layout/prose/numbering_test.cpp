#include "layout/prose/numbering.h"

#include <gtest/gtest.h>

#include "support/table_page.h"

namespace mingxi::layout {
namespace {

struct Case {
  const char* text;
  int level;
  const char* rest;
};

class Numbered : public ::testing::TestWithParam<Case> {};

TEST_P(Numbered, IsReadWithItsLevel) {
  const std::string_view text = GetParam().text;
  const auto numbering = numbering_of(text, table_pack().layout);
  ASSERT_TRUE(numbering.has_value()) << text;
  EXPECT_EQ(numbering->level, GetParam().level) << text;
  EXPECT_EQ(text.substr(numbering->bytes), GetParam().rest);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, Numbered,
    ::testing::Values(Case{"第一部分部门概况", 1, "部门概况"}, Case{"第十二章附则", 1, "附则"},
                      Case{"第三部分：其他说明", 1, "其他说明"}, Case{"第2部分概况", 1, "概况"},
                      Case{"第一节收入", 2, "收入"}, Case{"一、部门职责", 2, "部门职责"},
                      Case{"二十一、其他", 2, "其他"}, Case{"三.支出", 2, "支出"},
                      Case{"(一)收入预算", 3, "收入预算"}, Case{"(十五)完成任务", 3, "完成任务"},
                      Case{"1.办公费", 4, "办公费"}, Case{"12、印刷费", 4, "印刷费"},
                      Case{"(1)公用经费", 5, "公用经费"}, Case{"①房屋", 5, "房屋"}));

class Unnumbered : public ::testing::TestWithParam<const char*> {};

TEST_P(Unnumbered, BeginsWithOtherWords) {
  EXPECT_FALSE(numbering_of(GetParam(), table_pack().layout).has_value()) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Kinds, Unnumbered,
                         ::testing::Values("", "(项)。", "(境)费用", "(护)费2万元", "1.2倍",
                                           "2026年", "12.5万元", "1,066.60万元", "2026.1.1",
                                           "100.0%", "一般公共预算", "第一季度", "第二部分的说明",
                                           "三、四级职员", "一", "()", "(", "3"));

}  // namespace
}  // namespace mingxi::layout
