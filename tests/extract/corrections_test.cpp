#include "extract/corrections.h"

#include <gmock/gmock.h>

#include "model/error.h"
#include "extract/extract.h"
#include "extract/load_patterns.h"
#include "read/read.h"
#include "support/files.h"

namespace mingxi::extract {
namespace {

using ::testing::HasSubstr;

// 1728.14 - 1656.20 is 71.94, not 71.49.
constexpr std::string_view kWrong =
    "某县商务局2023年部门预算\n\n一、收支情况\n　　2023年收入总计1728.14万元，上年收入总计1656."
    "20万元，同比增加71.49万元。\n";

class Decide : public ::testing::Test {
 protected:
  Extraction extracted(const std::vector<Correction>& corrections = {}) const {
    static const patterns::Patterns patterns = load_patterns("");
    return extract(read::read(path_), patterns, corrections);
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.write("a.txt", kWrong);
};

const Fact& change_of(const Extraction& extraction) {
  return *std::ranges::find(extraction.facts, Measure::kChange, &Fact::measure);
}

TEST_F(Decide, MakesTheChecksWithTheCorrectedValueAndSaysSo) {
  const Extraction before = extracted();
  EXPECT_EQ(before.checks.failed, 1);
  const Extraction after =
      extracted({{.key = change_of(before).key, .value = {7194, 2}, .reason = "看错"}});
  EXPECT_EQ(after.checks.failed, 0);
  EXPECT_EQ(change_of(after).value, Decimal(7194, 2));
  EXPECT_EQ(change_of(after).amount_yuan, Decimal(719400, 0));
  EXPECT_EQ(change_of(after).key, change_of(before).key);
  ASSERT_EQ(after.findings.size(), 1U);
  EXPECT_EQ(after.findings[0].check, Check::kCorrection);
  EXPECT_THAT(after.findings[0].message, HasSubstr("由 71.49万元 更正为 71.94万元"));
  EXPECT_THAT(after.findings[0].message, HasSubstr("看错"));
}

TEST_F(Decide, ReportsACorrectionThatFitsNothing) {
  const Extraction extraction = extracted({{.key = "none", .value = {1, 0}}});
  EXPECT_EQ(extraction.checks.failed, 1);
  EXPECT_EQ(extraction.findings.back().check, Check::kCorrection);
  EXPECT_EQ(extraction.findings.back().severity, Severity::kWarning);
}

TEST_F(Decide, TakesOutFalseAlarmsOnly) {
  Extraction extraction = extracted();
  ASSERT_EQ(extraction.findings.size(), 1U);
  const std::string key = extraction.findings[0].key;
  EXPECT_EQ(take_out_false_alarms({{.key = key, .mark = Mark::kConfirmed}}, extraction), 0);
  EXPECT_EQ(take_out_false_alarms({{.key = "other", .mark = Mark::kFalseAlarm}}, extraction), 0);
  EXPECT_EQ(take_out_false_alarms({{.key = key, .mark = Mark::kFalseAlarm}}, extraction), 1);
  EXPECT_TRUE(extraction.findings.empty());
}

TEST_F(Decide, NamesTheFileAndThePlaceOfABadDecision) {
  const std::string bad = folder_.write("d.json", R"({"schema": "other"})");
  try {
    load_decisions(bad);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.where(), bad + "/schema");
  }
  EXPECT_EQ(load_decisions(""), Decisions{});
}

}  // namespace
}  // namespace mingxi::extract
