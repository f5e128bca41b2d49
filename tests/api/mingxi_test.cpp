#include "api/mingxi.h"

#include <gtest/gtest.h>

#include "support/files.h"

namespace mingxi {
namespace {

const std::string kSample = MINGXI_SOURCE_DIR "/samples/budget_text/budget.txt";

TEST(Extractor, GivesTheFactsOfADocumentAndItsJson) {
  const Extractor extractor;
  const Extraction extraction = extractor.extract(kSample);
  EXPECT_EQ(extraction.status, Status::kOk);
  ASSERT_FALSE(extraction.facts.empty());
  const std::string json = extractor.to_json(extraction);
  EXPECT_TRUE(json.starts_with("{\n  \"schema\": \"mingxi.document/"));
  EXPECT_NE(json.find(extraction.facts.back().key), std::string::npos);
}

TEST(NameOf, IsTheNameOfACheckInTheJson) {
  EXPECT_EQ(name_of(CheckName(Check::kSum, "class")), "sum/class");
}

TEST(Extractor, CorrectsWhatAReviewCorrected) {
  const Extraction read = Extractor().extract(kSample);
  ASSERT_FALSE(read.facts.empty());
  const TemporaryFolder folder;
  const std::string decisions = folder.write(
      "decisions.json", R"({"schema": "mingxi.decisions/1", "documents": [{"sha256": ")" +
                            read.source.sha256 + R"(", "findings": [], "corrections": [{"key": ")" +
                            read.facts.front().key + R"(", "value": "7.25", "reason": ""}]}]})");
  const Extraction corrected = Extractor({.decisions = decisions}).extract(kSample);
  EXPECT_EQ(corrected.facts.front().value.text(), "7.25");
}

TEST(Extractor, ThrowsWhereItsPatternsOrAFileCannotBeUsed) {
  EXPECT_THROW(Extractor({.patterns = "no such folder"}), Error);
  EXPECT_THROW(Extractor().extract("no such file.pdf"), Error);
}

}  // namespace
}  // namespace mingxi
