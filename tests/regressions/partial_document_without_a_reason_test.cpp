// run.jsonl said “partial” of a document with a region that was not read, and gave no reason: only
// findings of two checks counted as reasons.

#include <gmock/gmock.h>

#include "build/outcome.h"

namespace mingxi::build {
namespace {

using ::testing::HasSubstr;
using ::testing::Optional;

TEST(PartialDocument, HasItsReasonWhicheverCheckReportsWhatWasNotRead) {
  for (const Check check :
       {Check::kNoText, Check::kReader, Check::kOcr, Check::kUnreadable, Check::kUnreadRegion}) {
    Extraction extraction{.status = Status::kPartial};
    extraction.findings.push_back({.check = check,
                                   .state = FindingState::kUnreadable,
                                   .message = "第 3 页有横排的文字。",
                                   .message_en = "Page 3 has turned text."});
    const output::InputRecord record = record_of("a.pdf", extraction);
    EXPECT_THAT(record.reason, Optional(HasSubstr("第 3 页有横排的文字。")));
    EXPECT_THAT(record.reason_en, Optional(HasSubstr("Page 3 has turned text.")));
  }
}

}  // namespace
}  // namespace mingxi::build
