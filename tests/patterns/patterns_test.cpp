#include "patterns/patterns.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/error.h"

namespace mingxi::patterns {
namespace {

using ::testing::StartsWith;

/// "where: message" of the refusal.
std::string refusal(const std::vector<PatternFile>& files) {
  try {
    const Patterns patterns(files);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kPatterns);
    EXPECT_FALSE(error.chinese().empty());
    return error.what();
  }
  return "accepted";
}

/// The patterns of the program, one file with another text.
std::vector<PatternFile> with(std::string_view name, const std::string& text) {
  std::vector<PatternFile> files = embedded_patterns();
  for (PatternFile& file : files) {
    if (file.name == name) file.text = text;
  }
  return files;
}

/// The program leaves out what this tries: it compiles an expression when it is first asked.
TEST(Patterns, OfTheProgramCanAllBeCompiled) {
  EXPECT_NO_THROW(Patterns(embedded_patterns(), Compiling::kAtOnce));
}

TEST(Patterns, IsTheSameWhateverTheOrderOfItsFiles) {
  std::vector<PatternFile> files = embedded_patterns();
  std::reverse(files.begin(), files.end());
  EXPECT_EQ(refusal(files), "accepted");
}

TEST(Patterns, NamesTheFileAndPlaceOfWhatItRefuses) {
  const std::pair<const char*, const char*> cases[] = {{"[]", "#: "}, {"{", ": Malformed JSON"}};
  for (const char* const name :
       {"classification.json", "identity.json", "statements.json", "units.json"}) {
    for (const auto& [text, place] : cases) {
      EXPECT_THAT(refusal(with(name, text)), StartsWith(std::string(name) + place)) << text;
    }
    EXPECT_THAT(refusal(with(name, "{\"about\": \"\", \"more\": 1}")),
                StartsWith(std::string(name) + "#: "));
  }
}

}  // namespace
}  // namespace mingxi::patterns
