// Lists of the prose against the columns of tables: classes and items that they leave out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/audited_text.h"

namespace mingxi::audit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// The messages of a check in a budget of 2023 with this sentence and this table.
std::vector<std::string> messages_beside(const std::string& check,
                                         const std::vector<std::u32string>& sentence,
                                         const PrintedTable& table) {
  PrintedPage prose;
  prose.print_centred(60, U"青禾市档案馆2023年部门预算").print(60, 100, U"一、支出情况");
  double y = 100;
  for (const std::u32string& line : sentence) {
    const double left = y > 100 ? 60 : 84;  // the first line is indented
    y += 20;
    prose.print(left, y, line);
  }
  const Extraction extraction =
      extract::extract(document_of({prose, table_page({table})}), table_pack());
  std::vector<std::string> result;
  for (const Finding& finding : extraction.findings)
    if (messages::name_of(finding.check) == check) result.push_back(finding.message);
  return result;
}

const PrintedTable kClasses = {.rows = {{U"科目编码", U"科目名称", U"合计"},
                                        {U"201", U"一般公共服务支出", U"60.00"},
                                        {U"203", U"国防支出", U"1.50"},
                                        {U"208", U"社会保障和就业支出", U"20.00"},
                                        {U"210", U"卫生健康支出", U"8.00"},
                                        {U"221", U"住房保障支出", U"10.00"},
                                        {U"", U"合计", U"99.50"}},
                               .above = {U"2023年一般公共预算支出表", U"单位：万元"}};

TEST(CheckLeftOutClasses, NamesTheRowsThatAListLacks) {
  EXPECT_THAT(
      messages_beside("item_missing",
                      {U"一般公共服务（类）支出60.00万元；社会保障和就业（类）支出20.00万元；",
                       U"卫生健康（类）支出8.00万元；住房保障（类）支出10.00万元。"},
                      kClasses),
      ElementsAre(HasSubstr("国防支出1.50万元")));
}

TEST(CheckLeftOutClasses, ReportsNothingWhereAllAreListedOrTheListIsOpen) {
  EXPECT_THAT(messages_beside("item_missing",
                              {U"一般公共服务（类）支出60.00万元；国防（类）支出1.50万元；",
                               U"社会保障和就业（类）支出20.00万元；",
                               U"卫生健康（类）支出8.00万元；住房保障（类）支出10.00万元。"},
                              kClasses),
              IsEmpty());
  EXPECT_THAT(
      messages_beside("item_missing",
                      {U"一般公共服务（类）支出60.00万元；社会保障和就业（类）支出20.00万元；",
                       U"卫生健康（类）支出8.00万元；住房保障（类）支出10.00万元等。"},
                      kClasses),
      IsEmpty());
}

const PrintedTable kItems = {.rows = {{U"科目编码", U"科目名称", U"合计"},
                                      {U"301", U"工资福利支出", U"84.00"},
                                      {U"30101", U"基本工资", U"40.00"},
                                      {U"30102", U"津贴补贴", U"20.00"},
                                      {U"30103", U"奖金", U"10.00"},
                                      {U"30113", U"住房公积金", U"14.00"},
                                      {U"303", U"对个人和家庭的补助", U"3.30"},
                                      {U"30302", U"退休费", U"3.00"},
                                      {U"30309", U"奖励金", U"0.30"},
                                      {U"", U"合计", U"87.30"}},
                             .above = {U"2023年一般公共预算基本支出表", U"单位：万元"}};

TEST(CheckListedItems, ReportsAnItemWrittenForAnother) {
  EXPECT_THAT(
      messages_beside(
          "text_table/listed",
          {U"人员经费主要包括：基本工资、津贴补贴、奖金、住房公积金、退休费、个人农业生产补贴。"},
          kItems),
      ElementsAre(HasSubstr("“奖励金”0.30万元")));
  EXPECT_THAT(
      messages_beside("text_table/listed",
                      {U"人员经费主要包括：基本工资、津贴补贴、奖金、住房公积金、退休费、奖励金。"},
                      kItems),
      IsEmpty());
}

}  // namespace
}  // namespace mingxi::audit
