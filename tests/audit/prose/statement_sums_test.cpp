// What the prose says of sums, and what is reported when they do not add up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/audited_text.h"

namespace mingxi::audit {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(CheckPartitions, AddsUpWhatMakesUpProcurement) {
  const char* text =
      "    2023年政府采购预算50.00万元，其中：政府采购货物预算20.00万元，政府采购工程预算0.00万元，"
      "政府采购服务预算%s万元。\n";
  EXPECT_THAT(proofs_of(audited(
                  "    2023年政府采购预算50.00万元，其中：货物类20.00万元，服务类30.00万元。\n")),
              Contains("sum/procurement 50.00 = 20.00 + 30.00"));
  char broken[400];
  std::snprintf(broken, sizeof broken, text, "31.00");
  EXPECT_THAT(contradictions_of(audited(broken)),
              ElementsAre("error sum/procurement 50.00 = 20.00 + 0.00 + 31.00"));
}

TEST(CheckPartitions, TakesVehiclesByTheirPartsWhereTheyHaveNoFigureOfTheirOwn) {
  EXPECT_THAT(
      proofs_of(audited("    2023年“三公”经费预算10万元。因公出国（境）费1万元。公务接待费2万元。"
                        "公务用车购置费3万元。公务用车运行维护费4万元。\n")),
      Contains("sum/three_public 10 = 1 + 2 + 3 + 4"));
}

TEST(CheckPartitions, SaysWhatItCouldNotAddUp) {
  const Extraction extraction = audited("    2023年“三公”经费预算10万元，比上年持平。\n");
  EXPECT_THAT(contradictions_of(extraction), IsEmpty());
  EXPECT_THAT(
      extraction.checks.not_possible,
      Contains(::testing::Field(&ImpossibleCheck::check, CheckName(Check::kSum, "three_public"))));
}

TEST(CheckLists, ThatEndWithTheRestAreErrors) {
  EXPECT_THAT(
      contradictions_of(audited(
          "    "
          "2023年收入预算100.00万元，其中：一般公共预算拨款收入80.00万元，其他收入19.00万元。\n")),
      ElementsAre("error sum/list 100.00 = 80.00 + 19.00"));
}

TEST(CheckLists, ThatMayNameTheMostImportantPartsAreWarnings) {
  const Extraction extraction =
      audited("    2023年核定编制28人，其中行政编制11人、事业编制16人；实有在职人员26人。\n");
  EXPECT_THAT(contradictions_of(extraction), ElementsAre("warning sum/list 28 = 11 + 16"));
  EXPECT_THAT(extraction.findings.front().message, HasSubstr("如所列并非全部"));
}

TEST(CheckLists, EndAtTheirBracket) {
  EXPECT_THAT(
      contradictions_of(audited(
          "    2023年工资福利支出30.0万元（基本工资20.0万、奖金9.0万），公用经费12万元。\n")),
      ElementsAre("warning sum/list 30.0 = 20.0 + 9.0"));
}

TEST(CheckLists, SayNothingWherePartsHavePartsOrBelongToSomethingElse) {
  EXPECT_THAT(contradictions_of(audited(
                  "    2023年收入预算100万元，其中：财政拨款80万元，其中：上年结转7万元。\n")),
              IsEmpty());
  EXPECT_THAT(contradictions_of(
                  audited("    2023年支出预算100万元，主要用于培训，其中教材8万元、场地9万元。\n")),
              IsEmpty());
}

TEST(CheckLists, ThatEndOpenlyAreNotReported) {
  EXPECT_THAT(contradictions_of(audited("    2023年人员经费150.00万元，其中：基本工资40.00万元、"
                                        "津贴补贴30.00万元等。\n")),
              IsEmpty());
}

TEST(CheckLists, AddUpWithChangesBetweenTheirParts) {
  EXPECT_THAT(contradictions_of(audited(
                  "    2023年收入预算100.00万元，其中：财政拨款收入70.00万元，比上年增加5.00万元；"
                  "事业收入12.00万元，比上年减少3.00万元；其他收入9.00万元。\n")),
              ElementsAre("error sum/list 100.00 = 70.00 + 12.00 + 9.00"));
}

TEST(CheckLists, DoNotAccuseWhereWhatIsLackingIsPrintedBesideThem) {
  const Extraction extraction = audited(
      "    2023年项目支出5.00万元。2023年收入预算100.00万元，其中：财政拨款收入80.00万元，"
      "其他收入15.00万元。\n");
  EXPECT_THAT(contradictions_of(extraction), IsEmpty());
  EXPECT_THAT(extraction.checks.not_possible,
              Contains(::testing::Field(&ImpossibleCheck::check, CheckName(Check::kSum, "list"))));
}

TEST(CheckRates, AreOfTheFigureOfTheParagraphThatTheyFit) {
  const Extraction extraction = audited(
      "    2023年收入预算110.00万元，其中：财政拨款80.00万元、其他收入30.00万元，"
      "较上年增加10.00万元，增长10.00%。\n");
  EXPECT_THAT(contradictions_of(extraction), IsEmpty());
  EXPECT_THAT(proofs_of(extraction), Contains("rate 10.00 / (110.00 - 10.00) = 10.00%"));
}

TEST(CheckRates, FromNothingAreAHabitAt100AndAnErrorOtherwise) {
  const auto severities = [](const char* rate) {
    const std::string text =
        std::string("    2023年公务接待费0.40万元，比2022年增加0.40万元，增长") + rate + "%。\n";
    std::vector<Severity> result;
    for (const Finding& finding : audited(text.c_str()).findings)
      if (finding.check == Check::kRate) result.push_back(finding.severity);
    return result;
  };
  EXPECT_THAT(severities("100"), ElementsAre(Severity::kInfo));
  EXPECT_THAT(severities("0"), ElementsAre(Severity::kError));
}

TEST(CheckUnits, OneAmountInAnotherUnitIsOneFinding) {
  EXPECT_THAT(contradictions_of(audited("    2023年收入预算734.20万元。2023年支出预算734.20元，"
                                        "其中基本支出600.00万元，项目支出134.20万元。\n")),
              ElementsAre("error unit 734.20元 = 734.20万元"));
}

TEST(CheckShares, OfOneWholeDoNotExceedIt) {
  EXPECT_THAT(
      contradictions_of(audited("    2023年收入合计1000.00万元，其中：财政拨款收入占70.00%，"
                                "事业收入占20.00%，其他收入占15.00%。\n")),
      ElementsAre("warning share/whole 100% = 70.00% + 20.00% + 15.00%"));
}

TEST(CheckItems, AddUpToTheTotalOfTheirSection) {
  const std::string items =
      "    1.行政运行（2010601）60万元。\n    2.事业运行（2010650）20万元。\n"
      "    3.住房公积金（2210201）15万元。\n";
  const std::string head = "    一、支出情况\n    2023年一般公共预算支出";
  EXPECT_THAT(proofs_of(audited(head + "95万元。\n" + items)),
              Contains("sum/items 95 = 60 + 20 + 15"));
  EXPECT_THAT(contradictions_of(audited(head + "98万元。\n" + items)),
              ElementsAre("warning sum/items 98 = 60 + 20 + 15"));
}

}  // namespace
}  // namespace mingxi::audit
