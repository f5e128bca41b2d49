#include <stdio.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "output/document_json/document_json.h"
#include "model/error.h"
#include "extract/extract.h"
#include "extract/load_patterns.h"
#include "support/document_schema.h"
#include "support/files.h"
#include "read/pdf/reader_check.h"
#include "read/read.h"

// Published disclosures are not part of the sources. Where they lie beside them, they are read too.

namespace mingxi {
namespace {

namespace fs = std::filesystem;

const fs::path kShared = MINGXI_CORPUS;

const patterns::Patterns& test_patterns() {
  static const patterns::Patterns result = extract::load_patterns("");
  return result;
}

/// The published documents, sorted; empty where they are not at hand.
std::vector<fs::path> published() {
  std::vector<fs::path> documents;
  for (const fs::path& folder : {kShared / "real", kShared / "real" / "more"}) {
    if (!fs::is_directory(folder)) continue;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".pdf") documents.push_back(entry.path());
    }
  }
  std::sort(documents.begin(), documents.end());
  return documents;
}

TEST(PublishedDocuments, AreReadOrRefusedAndWrittenAsTheSchemaDescribes) {
  const std::vector<fs::path> documents = published();
  if (documents.empty()) GTEST_SKIP() << "no published documents in " << kShared;
  for (const fs::path& path : documents) {
    const std::string name = path.filename().string();
    const bool is_bad = name.starts_with("bad_");
    try {
      const Extraction extraction = extract::extract(read::read(path.string()), test_patterns());
      EXPECT_FALSE(is_bad) << name << " was read";
      const std::string json = output::document_json(extraction, {});
      EXPECT_EQ(schema_complaint(json), "") << name;
      EXPECT_EQ(output::read_document_json(json), extraction) << name;
    } catch (const Error& error) {
      EXPECT_TRUE(is_bad) << error.what();
      EXPECT_FALSE(error.chinese().empty()) << name;
    }
  }
}

/// Poppler's interpreter is the oracle of ours.
TEST(PublishedDocuments, AreReadAsPopplerReadsThem) {
  const std::vector<fs::path> documents = published();
  if (documents.empty()) GTEST_SKIP() << "no published documents in " << kShared;
  std::size_t pages = 0;
  std::size_t declined = 0;
  for (const fs::path& path : documents) {
    const std::string name = path.filename().string();
    if (name.starts_with("bad_")) continue;
    const read::ReaderCheck check = read::check_reader(bytes_of(path), name, {});
    EXPECT_EQ(check.first_difference, "") << name;
    pages += check.pages;
    declined += check.is_by_poppler_alone ? check.pages : check.declined.size();
  }
  std::cout << "[ pages    ] " << pages << ", left to Poppler " << declined << '\n';
}

TEST(PublishedDocuments, GiveNoFactsInABlankForm) {
  const fs::path form = kShared / "real" / "shanghai_blank_form_2024_final.pdf";
  if (!fs::exists(form)) GTEST_SKIP() << form << " is not at hand";
  const Extraction extraction = extract::extract(read::read(form.string()), test_patterns());
  EXPECT_TRUE(extraction.facts.empty()) << extraction.facts.front().evidence.quote;
  EXPECT_FALSE(extraction.identity.publisher.has_value());
}

/// How facts compare with those that people read.
struct Score {
  int gold = 0, found = 0, right = 0, spurious = 0;
  std::string line;
};

std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return output;
  char buffer[4096];
  for (std::size_t size = 0; (size = fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
    output.append(buffer, size);
  }
  pclose(pipe);
  return output;
}

Score score_of(const fs::path& document, const fs::path& gold) {
  const TemporaryFolder folder;
  const std::string json = folder.write(
      "document.json",
      output::document_json(extract::extract(read::read(document.string()), test_patterns()), {}));
  const std::string output = output_of("python3 '" + (kShared / "tools/score_facts.py").string() +
                                       "' '" + gold.string() + "' '" + json + "' --misses");
  Score score;
  const std::size_t last = output.rfind("gold ");
  if (last == std::string::npos) return score;
  score.line = output;
  float ignored = 0;
  const int read =
      sscanf(output.c_str() + last, "gold %d found %d (%f%%) right %d (%f%%) spurious %d",
             &score.gold, &score.found, &ignored, &score.right, &ignored, &score.spurious);
  if (read != 6) score = {.line = output};
  return score;
}

TEST(SeedDocument, GivesEveryFactAsPeopleReadIt) {
  const fs::path gold = kShared / "seed" / "gold.facts.jsonl";
  if (!fs::exists(gold)) GTEST_SKIP() << gold << " is not at hand";
  const Score score = score_of(kShared / "seed" / "zengdu_kejingju_2023.txt", gold);
  EXPECT_EQ(score.gold, 154) << score.line;
  EXPECT_EQ(score.right, 154) << score.line;
  EXPECT_EQ(score.spurious, 0) << score.line;
}

// A figure to read, not a test to pass: documents that people annotate later than the program was
// written show how well it reads what it has not seen.
TEST(PublishedDocuments, ReportHowManyFactsAreReadAsPeopleReadThem) {
  const fs::path folder = kShared / "real" / "gold";
  if (!fs::is_directory(folder)) GTEST_SKIP() << folder << " is not at hand";
  constexpr std::string_view kEnd = ".facts.jsonl";
  std::vector<fs::path> golds;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().string().ends_with(kEnd)) golds.push_back(entry.path());
  }
  std::sort(golds.begin(), golds.end());
  Score all;
  for (const fs::path& gold : golds) {
    const std::string file = gold.filename().string();
    std::string name = file.substr(0, file.size() - kEnd.size());
    if (!fs::exists(kShared / "real" / (name + ".pdf")))
      name.resize(name.rfind('_'));  // _a, _b: parts
    const Score score = score_of(kShared / "real" / (name + ".pdf"), gold);
    EXPECT_GT(score.gold, 0) << name << "\n" << score.line;
    all.gold += score.gold;
    all.found += score.found;
    all.right += score.right;
    all.spurious += score.spurious;
  }
  printf("facts of the prose: gold %d, found %d, right %d, spurious %d\n", all.gold, all.found,
         all.right, all.spurious);
}

}  // namespace
}  // namespace mingxi
