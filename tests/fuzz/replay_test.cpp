#include <algorithm>

#include <gtest/gtest.h>

#include "fuzz/targets.h"
#include "support/files.h"

namespace mingxi {
namespace {

namespace fs = std::filesystem;

/// Gives a target each file of its corpus; a crash is what fails.
void replay(const std::string& name, void (*target)(std::string_view)) {
  const fs::path corpus = fs::path(MINGXI_SOURCE_DIR) / "tests/fuzz/corpus" / name;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(corpus)) files.push_back(entry.path());
  std::ranges::sort(files);
  EXPECT_FALSE(files.empty()) << corpus;
  for (const fs::path& file : files) target(bytes_of(file));
}

TEST(FuzzCorpus, OfTextsIsRead) { replay("text", fuzz_text); }
TEST(FuzzCorpus, OfTablesIsRead) { replay("tables", fuzz_tables); }
TEST(FuzzCorpus, OfPatternsIsReadOrRefused) { replay("patterns", fuzz_patterns); }
TEST(FuzzCorpus, OfPagesIsReadAsPopplerReadsIt) { replay("page", fuzz_page); }

}  // namespace
}  // namespace mingxi
