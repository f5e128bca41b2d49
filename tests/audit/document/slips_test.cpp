#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/audited_text.h"

namespace mingxi::audit {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(CheckHalfWidth, ReportsAllMarksAtOnce) {
  const std::string full =
      "    收入预算20.00万元，支出预算20.00万元，其中：基本支出12.00万元。\n\n";
  EXPECT_THAT(
      messages_of(
          "punctuation",
          full + "    主要职责是:管理档案,开展编研。\n\n    会议费（含培训费）由局本级(机关)承担，"
                 "按季支付（不含税费）。\n"),
      ElementsAre(HasSubstr("共 3 处")));
}

TEST(CheckHalfWidth, LeavesADocumentItsStyle) {
  EXPECT_THAT(messages_of("punctuation",
                          "    收入预算20.00万元,支出预算20.00万元,其中:基本支出12.00万元,"
                          "项目支出8.00万元,比上年增加1.00万元。\n"),
              IsEmpty());
}

TEST(CheckRunIn, ReportsAnItemInTheParagraphOfTheOneBefore) {
  const std::string list =
      "    （一）管理档案。\n\n    （二）编制目录。（三）开展编研。\n\n    （四）完成其他任务。\n";
  EXPECT_THAT(messages_of("wording", list), ElementsAre(HasSubstr("（三）开展编研")));
  EXPECT_THAT(messages_of("wording",
                          "    （一）管理档案。\n\n    （二）编制目录。\n\n    （三）开展编研。\n"),
              IsEmpty());
}

TEST(CheckOwnName, ReportsANameCutShort) {
  const std::string full =
      "    青禾市档案馆收入20.00万元。青禾市档案馆支出20.00万元。青禾市档案馆共有车辆0辆。"
      "青禾市档案馆无下属单位。\n\n";
  EXPECT_THAT(messages_of("wording", full + "    青禾市档案没有国有资本经营预算拨款。\n"),
              ElementsAre(HasSubstr("青禾市档案馆")));
  EXPECT_THAT(messages_of("wording", full + "    青禾市档案工作会议费2.00万元。\n"), IsEmpty());
}

TEST(CheckPunctuation, ReportsAParagraphThatEndsWithASemicolon) {
  const auto prose = [](const std::string& end) {
    return "一、收入情况\n\n    "
           "本年收入合计20.00万元，其中：财政拨款收入18.00万元，其他收入2.00万元" +
           end + "\n\n二、支出情况\n\n    本年支出合计20.00万元，比上年增加2.00万元。\n";
  };
  EXPECT_THAT(messages_of("punctuation", prose("；")), Contains(HasSubstr("分号")));
  EXPECT_THAT(messages_of("punctuation", prose("。")), Not(Contains(HasSubstr("分号"))));
}

TEST(CheckClassification, ReportsACodeOfTheOtherScheme) {
  const auto prose = [](const std::string& code) {
    return "    机关工资福利支出（501）20.00万元；机关商品和服务支出（502）5.00万元；"
           "对事业单位经常性补助（505）3.00万元；对个人和家庭的补助（509）2.00万元；其他支出（" +
           code + "）1.00万元。\n";
  };
  EXPECT_THAT(messages_of("classification_name", prose("399")), ElementsAre(HasSubstr("399")));
  EXPECT_THAT(messages_of("classification_name", prose("599")), IsEmpty());
}

TEST(CheckLists, IsSureWhereTheNamesOfThePartsMakeThatOfTheWhole) {
  EXPECT_THAT(
      contradictions_of(audited("    单位管理的离退休人员48人，其中：离休3人，退休42人。\n")),
      ElementsAre("error sum/list 48 = 3 + 42"));
  EXPECT_THAT(contradictions_of(audited("    实有人员48人，其中：行政3人，事业42人。\n")),
              ElementsAre("warning sum/list 48 = 3 + 42"));
}

TEST(CheckItems, LeavesOutWhatReasonsCount) {
  EXPECT_THAT(
      contradictions_of(audited("二、支出情况\n\n    一般公共预算支出200.00万元，其中：\n\n"
                                "    "
                                "（1）行政运行（2012601）120.00万元，比上年增加10."
                                "00万元，原因是：专项业务经费7.00万元。\n\n"
                                "    （2）一般行政管理事务（2012602）40.00万元，与上年持平。\n\n"
                                "    （3）档案馆（2012604）30.00万元，与上年持平。\n")),
      Contains(HasSubstr("sum/items 200.00 = 120.00 + 40.00 + 30.00")));
}

}  // namespace
}  // namespace mingxi::audit
