#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/audited_text.h"

namespace mingxi::audit {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(CheckRepeats, ReportsOneSentenceInTwoSectionsWithTwoCounts) {
  const auto prose = [](const std::string& second) {
    return "    一、绩效管理情况\n\n    本部门在部门预算中反映林区道路等8个一级项目的绩效目标。\n\n"
           "    二、项目绩效目标\n\n    本部门在部门预算中反映苗木培育等" +
           second + "个一级项目的绩效目标。\n";
  };
  EXPECT_THAT(messages_of("conflict", prose("9")),
              ElementsAre(AllOf(HasSubstr("8个一级项目"), HasSubstr("9个一级项目"))));
  EXPECT_THAT(messages_of("conflict", prose("8")), IsEmpty());
}

TEST(CheckRepeats, ReportsTwoChangesOfOneFigure) {
  EXPECT_THAT(messages_of("conflict",
                          "    机关运行经费安排77.00万元，比上年增加9.00万元，主要原因是设备更新，"
                          "如对比2022年年初预算，则减少4.00万元。\n"),
              ElementsAre(AllOf(HasSubstr("9.00万元"), HasSubstr("4.00万元"))));
  EXPECT_THAT(
      messages_of("conflict",
                  "    会议费7.00万元，比上年增加9.00万元；培训费3.00万元，比上年减少4.00万元。\n"),
      IsEmpty());
}

TEST(CheckRepeats, ReportsAChangeOfNothingFromNoFigure) {
  EXPECT_THAT(
      messages_of("change",
                  "    财政拨款收入700.00万元，比上年决算数变化0万元；主要是因为无上年决算数。\n"),
      ElementsAre(HasSubstr("700.00万元")));
}

TEST(CheckCounts, ReportsMoreStaffThanPosts) {
  const auto prose = [](const std::string& staff) {
    return "    本部门人员编制32人，其中行政编制20人、事业编制12人；实有人员33人，其中行政" +
           staff + "人、事业11人。\n";
  };
  EXPECT_THAT(messages_of("count", prose("22")), ElementsAre(HasSubstr("22")));
  EXPECT_THAT(messages_of("count", prose("9")), IsEmpty());
}

}  // namespace
}  // namespace mingxi::audit
