#include "build/result_store.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "build/merge.h"
#include "model/error.h"
#include "process/sandbox.h"

namespace mingxi::build {
namespace {

namespace fs = std::filesystem;

class ResultStores : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              (std::string("result_store_") +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string file(const std::string& name, const std::string& contents) {
    const fs::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << contents;
    return path.native();
  }
  std::string store() const { return folder_ / "store"; }
  std::size_t count_documents() const {
    return static_cast<std::size_t>(std::distance(
        fs::directory_iterator(fs::path(store()) / "documents"), fs::directory_iterator()));
  }
  std::vector<output::InputRecord> records() {
    std::vector<output::InputRecord> all;
    for_each_record(store(), extractor_.producer(),
                    [&](const output::InputRecord& record) { all.push_back(record); });
    return all;
  }

  fs::path folder_;
  extract::Extractor extractor_{extract::ExtractorOptions{}};
  IsolatedReading how_{.extractor = extractor_, .sandbox = process::Sandbox::kOff};
};

constexpr const char* kText = "一、收入预算\n2026年收入预算100.00万元。\n";

TEST_F(ResultStores, KeepOneDocumentOfAContentThatTwoTasksRead) {
  const std::string path = file("a.txt", kText);
  const std::string copy = file("b.txt", kText);
  ResultStore one(store(), "one", how_);
  ResultStore two(store(), "two", how_);
  const std::string line = one.read(path);
  EXPECT_EQ(two.read(path), line);
  two.read(copy);
  EXPECT_EQ(count_documents(), 1U);
  EXPECT_EQ(records().size(), 3U);
  const DatasetSummary summary = merge_datasets(
      {store()}, folder_ / "dataset", extractor_.patterns(), {.producer = extractor_.producer()});
  EXPECT_EQ(summary.inputs.at("ok"), 2U);
  EXPECT_EQ(summary.rows[output::kDocumentRows], 1U);
}

TEST_F(ResultStores, LetADocumentGoBeforeAFailureOfTheSameInput) {
  const std::string path = file("a.txt", kText);
  ResultStore(store(), "one", how_).read(path);
  std::ofstream(fs::path(store()) / "records/0.jsonl")
      << R"({"path":")" << path
      << R"(","sha256":null,"status":"crashed","reason":"x","reason_en":"x"})"
      << "\n";
  const DatasetSummary summary = merge_datasets(
      {store()}, folder_ / "dataset", extractor_.patterns(), {.producer = extractor_.producer()});
  EXPECT_EQ(summary.failed, 0U);
  EXPECT_EQ(summary.inputs.at("ok"), 1U);
}

TEST_F(ResultStores, GoOnAfterALineThatAKilledWorkerCutOff) {
  const std::string path = file("a.txt", kText);
  ResultStore(store(), "one", how_).read(path);
  const fs::path lines = fs::path(store()) / "records/one.jsonl";
  fs::resize_file(lines, fs::file_size(lines) / 2);
  EXPECT_TRUE(records().empty());
  ResultStore(store(), "one", how_).read(path);
  EXPECT_EQ(records().size(), 1U);
}

TEST_F(ResultStores, RefuseAFolderOfOthersAndOtherPatterns) {
  file("notes.txt", "mine");
  EXPECT_THROW(ResultStore(folder_, "one", how_), Error);
  EXPECT_TRUE(fs::exists(folder_ / "notes.txt"));
  ResultStore(store(), "one", how_);
  output::Producer other = extractor_.producer();
  other.patterns_sha256 = "0";
  IsolatedReading longer = how_;
  longer.limits.wall_seconds += 1;
  EXPECT_THROW(ResultStore(store(), "one", longer), Error);
  EXPECT_THROW(for_each_record(store(), other, [](const output::InputRecord&) {}), Error);
}

TEST_F(ResultStores, KeepWhatATaskIsCalledWithinTheirFolder) {
  ResultStore(store(), "../../escape", how_).read(file("a.txt", kText));
  EXPECT_TRUE(fs::exists(fs::path(store()) / "records/_.._.._escape.jsonl"));
  EXPECT_FALSE(fs::exists(folder_ / "escape.jsonl"));
}

}  // namespace
}  // namespace mingxi::build
