#include "build/outcome.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "output/dataset/dataset_schema.h"

namespace mingxi::build {
namespace {

using ::testing::HasSubstr;

Finding unread(const std::string& what) {
  return {.check = Check::kReader,
          .severity = Severity::kWarning,
          .state = FindingState::kUnreadable,
          .message = what + "。",
          .message_en = what + "."};
}

TEST(RecordOf, CountsWhatADocumentLacks) {
  Extraction extraction{.status = Status::kPartial};
  extraction.source.sha256 = "a";
  for (const char* what : {"one", "two", "three", "four"})
    extraction.findings.push_back(unread(what));
  extraction.findings.push_back({.check = Check::kSum, .message = "other"});
  const output::InputRecord record = record_of("\xFF.pdf", extraction);
  EXPECT_EQ(record.path, "\\xFF.pdf");
  EXPECT_EQ(record.status, "partial");
  EXPECT_EQ(record.document, "a");
  EXPECT_EQ(record.reason, "有 4 处没有读出：one。two。three。……");
  EXPECT_EQ(record.reason_en, "4 not read: one. two. three. …");
}

TEST(RecordOf, HasAStatusOfTheClosedListForEachEnd) {
  const auto is_listed = [](std::string_view status) {
    return std::ranges::count(output::input_statuses(), status) == 1;
  };
  for (int kind = 0; kind <= static_cast<int>(ErrorKind::kOutput); ++kind) {
    const output::InputRecord record =
        record_of("a", Error(static_cast<ErrorKind>(kind), "a", "因", "cause"));
    EXPECT_TRUE(is_listed(record.status)) << record.status;
    EXPECT_EQ(record.reason, "因");
  }
  for (int end = 1; end <= static_cast<int>(process::ChildEnd::kCrashed); ++end) {
    const output::InputRecord record =
        record_of("a", process::ChildReport{.end = static_cast<process::ChildEnd>(end)});
    EXPECT_TRUE(is_listed(record.status)) << record.status;
    EXPECT_TRUE(is_worth_a_retry(record.status)) << record.status;
    EXPECT_THAT(record.reason_en.value_or(""), HasSubstr("--retry"));
  }
}

}  // namespace
}  // namespace mingxi::build
