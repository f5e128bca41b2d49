#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/audited_text.h"

namespace mingxi::audit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(CheckHeadings, ReportsATitleThatOnlyTheContentsHave) {
  const auto prose = [](const std::string& third) {
    return "目录\n\n第一部分 部门概况................1\n\n一、主要职能................1\n\n"
           "二、机构设置................1\n\n三、部门预算基本情况................2\n\n"
           "第二部分 情况说明................3\n\n第一部分 部门概况\n\n一、主要职能\n\n"
           "负责全市档案管理。\n\n二、机构设置\n\n设5个机构。\n\n" +
           third + "第二部分 情况说明\n\n2023年收入预算20.00万元。\n";
  };
  const auto missing = [](const std::string& text) {
    std::vector<std::string> result;
    for (const std::string& message : messages_of("section_missing", text))
      if (message.find("目录") != std::string::npos) result.push_back(message);
    return result;
  };
  EXPECT_THAT(missing(prose("")), ElementsAre(HasSubstr("部门预算基本情况")));
  EXPECT_THAT(missing(prose("三、部门预算基本情况\n\n共1个单位。\n\n")), IsEmpty());
}

TEST(CheckRepetition, ReportsWordsPrintedTwice) {
  EXPECT_THAT(messages_of("wording", "    退役军人服务经费用于退役退役军人就业工作，持续推进。\n"),
              ElementsAre(HasSubstr("退役退役")));
  EXPECT_THAT(messages_of("wording", "    航空航天处负责低空航空航天发展，持续推进。\n"),
              IsEmpty());
}

TEST(CheckRepetition, ReportsAStopThatTheSameSentencesHaveElsewhere) {
  const std::string with = "制度需要进一步完善。发放满意度调查表，满意度为90%。\n\n";
  const std::string without = "制度需要进一步完善发放满意度调查表，满意度为92%。\n\n";
  const auto stops = messages_of("punctuation", "    " + with + "    " + with + "    " + without);
  EXPECT_THAT(stops, ElementsAre(HasSubstr("缺少句号")));
  EXPECT_THAT(messages_of("punctuation", "    " + with + "    " + without), IsEmpty());
}

TEST(CheckNearNames, ReportsANameThatMissesAClassByACharacter) {
  EXPECT_THAT(messages_of("classification_name", "    相应的工作福利支出随之增加。\n"),
              ElementsAre(HasSubstr("工资福利支出")));
  EXPECT_THAT(messages_of("classification_name", "    商品与服务支出和工资福利支出增加。\n"),
              IsEmpty());
}

}  // namespace
}  // namespace mingxi::audit
