#include "build/run_records.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mingxi::build {
namespace {

using ::testing::ElementsAre;

class RunRecordsTest : public testing::Test {
 protected:
  RunRecordsTest() { std::filesystem::remove(path_); }
  ~RunRecordsTest() override { std::filesystem::remove(path_); }

  std::string path_ = testing::TempDir() + "run_records_test.sqlite";
};

output::InputRecord document(const std::string& path, const std::string& sha256) {
  return {.path = path, .sha256 = sha256, .document = sha256, .status = "ok"};
}

const output::InputRecord kFailure{
    .path = "c.pdf", .status = "crashed", .reason = "坏了", .reason_en = "broken"};

TEST_F(RunRecordsTest, GivesEachDocumentOnceWithItsPaths) {
  RunRecords records(path_);
  for (const auto& [path, sha256] : {std::pair("z", "22"), {"b", "11"}, {"y", "22"}})
    records.add(document(path, sha256));
  records.add(kFailure);
  std::vector<std::string> seen;
  records.for_each_document([&](const std::string& sha256, const std::vector<std::string>& paths) {
    seen.push_back(sha256);
    seen.insert(seen.end(), paths.begin(), paths.end());
    records.set_outcome(sha256, {.status = "no_text"});  // while they are given
  });
  EXPECT_THAT(seen, ElementsAre("11", "b", "22", "y", "z"));
  EXPECT_TRUE(records.has_outcome("22"));
  EXPECT_FALSE(records.has_outcome("33"));
}

TEST_F(RunRecordsTest, SaysOfADocumentWhatWasSettled) {
  RunRecords records(path_);
  records.add(kFailure);
  records.add(document("b.pdf", "11"));
  records.set_outcome("11", {.status = "no_text", .reason = "无文字", .reason_en = "no text"});
  std::vector<output::InputRecord> all;
  records.for_each([&](const output::InputRecord& record) { all.push_back(record); });
  const output::InputRecord settled{.path = "b.pdf",
                                    .sha256 = "11",
                                    .document = "11",
                                    .status = "no_text",
                                    .reason = "无文字",
                                    .reason_en = "no text"};
  EXPECT_THAT(all, ElementsAre(settled, kFailure));
}

TEST_F(RunRecordsTest, FindsAndReplacesByPath) {
  RunRecords records(path_);
  EXPECT_FALSE(records.find("c.pdf"));
  records.add(kFailure);
  EXPECT_EQ(records.find("c.pdf"), kFailure);
  records.replace(document("c.pdf", "11"));
  EXPECT_EQ(records.find("c.pdf"), document("c.pdf", "11"));
}

}  // namespace
}  // namespace mingxi::build
