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

TEST(CheckReasons, ReportsAReasonThatOnlyRepeatsTheChange) {
  EXPECT_THAT(
      messages_of("reason",
                  "    公务接待费预算10.00万元，比上年减少3.00万元，主要原因是公务接待费减少。\n"),
      ElementsAre(HasSubstr("原因是公务接待费减少")));
  EXPECT_THAT(
      messages_of("reason",
                  "    公务接待费预算10.00万元，比上年减少3.00万元，主要原因是接待批次减少。\n"),
      IsEmpty());
}

TEST(CheckReasons, ReportsAReasonCopiedFromAnotherItem) {
  const std::string same = "万元，上年没有上级补助收入，本年也无上级补助收入。\n\n";
  EXPECT_THAT(messages_of("reason", "    1.政府性基金预算财政拨款收入0" + same +
                                        "    2.上级补助收入0" + same),
              ElementsAre(HasSubstr("政府性基金预算财政拨款收入")));
}

TEST(CheckReasons, ReportsABudgetThatTheReasonDenies) {
  EXPECT_THAT(
      messages_of("conflict",
                  "    公务用车购置费15.20万元，比上年减少38.80万元，主要原因是上年度购置新车，"
                  "本年度未报送购置车辆预算。\n"),
      ElementsAre(HasSubstr("15.20万元")));
  EXPECT_THAT(messages_of("conflict",
                          "    公务用车购置及运行费15.20万元，比上年减少38.80万元，主要原因是"
                          "本年度未报送购置车辆预算。\n"),
              IsEmpty());
}

}  // namespace
}  // namespace mingxi::audit
