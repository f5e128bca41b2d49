#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/error.h"
#include "extract/load_patterns.h"
#include "extract/pattern_tests.h"
#include "patterns/embedded.h"
#include "support/files.h"

namespace mingxi {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(Patterns, ReadTheirExamplesAsWritten) {
  const extract::TrialResult result = extract::try_patterns(extract::load_patterns(""));
  for (const extract::TrialFailure& failure : result.failures) {
    ADD_FAILURE() << failure.where << ": " << failure.english;
  }
  EXPECT_GT(result.rules, 0);
  EXPECT_GT(result.examples, 0);
  EXPECT_GT(result.counterexamples, 0);
}

TEST(Patterns, ShowForEveryStatementRuleWhatItReadsAndWhatNot) {
  const patterns::StatementRules rules = extract::load_patterns("").statements;
  std::set<std::string> examples, counterexamples;
  for (const patterns::StatementExample& example : rules.examples) examples.insert(example.rule);
  for (const patterns::StatementExample& example : rules.counterexamples) {
    EXPECT_NE(example.why, "") << example.where;
    counterexamples.insert(example.rule);
  }
  std::vector<std::string> ids{rules.no_change_id};
  for (const patterns::StatementRule& rule : rules.rules) ids.push_back(rule.id);
  EXPECT_GT(ids.size(), 1U);
  for (const std::string& id : ids) {
    EXPECT_THAT(examples, Contains(id));
    EXPECT_THAT(counterexamples, Contains(id));
  }
}

TEST(Patterns, FailTheTrialWhenAnExampleDoesNotComeOut) {
  patterns::Patterns patterns = extract::load_patterns("");
  patterns.statements.examples = {{.where = "statements.json#/rules/0/examples/0",
                                   .rule = "statements/level",
                                   .text = "会议费2万元。",
                                   .facts = {"level 2023 budget 3 万元 «会议费»"}}};
  patterns.statements.counterexamples = {{.where = "statements.json#/rules/0/counterexamples/0",
                                          .rule = "statements/level",
                                          .text = "会议费2万元。",
                                          .facts = {"level 2023 budget 2 万元"},
                                          .why = "it does come out"}};
  const extract::TrialResult result = extract::try_patterns(patterns);
  ASSERT_FALSE(result.failures.empty());
  EXPECT_EQ(result.failures.front().where, "statements.json#/rules/0/examples/0");
  EXPECT_EQ(result.failures.back().where, "statements.json#/rules/0/counterexamples/0");
}

TEST(Patterns, CompiledInAreThoseOfTheFolder) {
  EXPECT_EQ(extract::load_patterns("").sha256,
            extract::load_patterns(MINGXI_SOURCE_DIR "/patterns").sha256);
}

TEST(Patterns, HaveASha256ThatFollowsTheirText) {
  const TemporaryFolder folder;
  for (const patterns::PatternFile& file : patterns::embedded_patterns())
    folder.write(file.name, file.text + "\n");
  EXPECT_NE(extract::load_patterns(folder.path().string()).sha256,
            extract::load_patterns("").sha256);
}

/// The embedded patterns with one file changed; the change must find its place.
std::vector<patterns::PatternFile> changed(const std::string& name, const std::string& from,
                                           const std::string& to) {
  std::vector<patterns::PatternFile> files = patterns::embedded_patterns();
  const auto file =
      std::find_if(files.begin(), files.end(),
                   [&](const patterns::PatternFile& each) { return each.name == name; });
  const std::size_t at = file == files.end() ? std::string::npos : file->text.find(from);
  EXPECT_NE(at, std::string::npos) << name << " does not hold " << from;
  if (at != std::string::npos) file->text.replace(at, from.size(), to);
  return files;
}

/// "where: message" of the refusal.
std::string refusal(const std::function<void()>& load) {
  try {
    load();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kPatterns);
    EXPECT_FALSE(error.chinese().empty());
    return error.what();
  }
  return "accepted";
}

TEST(Patterns, AreRefusedWithFileAndPlace) {
  const std::string deep = std::string(17, '[') + std::string(17, ']');
  const struct {
    const char* file;
    const char* from;
    std::string to;
    const char* where;
    const char* why;
  } cases[] = {
      {"statements.json", "\"measure\": \"level\",", "\"measure\": \"level\", \"colour\": \"red\",",
       "statements.json#/rules/0", "colour"},
      {"statements.json", "\"id\": \"statements/execution_rate\"", "\"id\": \"statements/base\"",
       "statements.json#/rules/1", "statements/base"},
      {"statements.json", "\"expressions\": {", "\"expressions\": {\"unused\": \"x\", ",
       "statements.json#/expressions", "unused"},
      {"statements.json", "(?P<noun>[^", "(?P<heading>[^", "statements.json#/expressions/noun",
       "noun"},
      {"statements.json", "\"definitions\": {", "\"definitions\": {\"unused\": \"x\", ",
       "statements.json#/definitions", "unused"},
      {"statements.json", "\"before\": \"(?:比|较", "\"before\": \"{nowhere}(?:比|较",
       "statements.json#/rules/0/before", "nowhere"},
      {"statements.json", "\"before\": \"(?:比|较", "\"before\": \"((?:比|较",
       "statements.json#/rules/0/before", ""},
      {"statements.json", "\"measure\": \"level\"", "\"measure\": \"height\"",
       "statements.json#/rules/0/measure", "height"},
      {"statements.json", "\"measure\": \"level\"", "\"measure\": 1",
       "statements.json#/rules/0/measure", ""},
      {"statements.json", "\"measure\": \"level\"",
       "\"measure\": \"level\", \"measure\": \"level\"", "statements.json#/rules/0", "measure"},
      {"statements.json", "\"about\": \"", "\"deep\": " + deep + ", \"about\": \"",
       "statements.json#/deep", "16"},
      {"identity.json", "\"about\":", "\"more\": 1, \"about\":", "identity.json#", "more"},
      {"units.json", "\"about\":", "\"more\": 1, \"about\":", "units.json#", "more"},
      {"classification.json", "{", "{\"more\": 1, ", "classification.json#", "more"},
      {"units.json", "{", "", "units.json", "line 2"},
  };
  for (const auto& each : cases) {
    const auto files = changed(each.file, each.from, each.to);
    const std::string got = refusal([&] { patterns::Patterns patterns(files); });
    EXPECT_THAT(got, StartsWith(each.where)) << each.to;
    EXPECT_THAT(got, HasSubstr(each.why)) << each.to;
  }
}

TEST(Patterns, AreRefusedWithoutAnExampleOrACounterexample) {
  const patterns::Patterns good(patterns::embedded_patterns());
  const auto files =
      changed("statements.json", "{\"text\": \"收入比上年减少246.22万元，主要是拨款增加。\"",
              "{\"text\": \"\"");
  EXPECT_EQ(refusal([&] { patterns::Patterns patterns(files); }), "accepted");
  std::vector<patterns::PatternFile> empty = patterns::embedded_patterns();
  for (patterns::PatternFile& file : empty) {
    if (file.name != "statements.json") continue;
    const std::size_t list = file.text.find("\"counterexamples\": [") + 20;
    file.text.erase(list, file.text.find(']', file.text.find("\"why\"", list)) - list);
  }
  EXPECT_THAT(refusal([&] { patterns::Patterns patterns(empty); }),
              StartsWith("statements.json#/rules/0"));
}

TEST(Patterns, AreRefusedWhenAFileIsMissingOrUnknown) {
  for (std::size_t i = 0; i < patterns::embedded_patterns().size(); ++i) {
    std::vector<patterns::PatternFile> files = patterns::embedded_patterns();
    const std::string name = files[i].name;
    files.erase(files.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_THAT(refusal([&] { patterns::Patterns patterns(files); }), StartsWith(name + ": "))
        << name;
  }
  std::vector<patterns::PatternFile> more = patterns::embedded_patterns();
  more.push_back({"colours.json", "{}"});
  EXPECT_THAT(refusal([&] { patterns::Patterns patterns(more); }), StartsWith("colours.json: "));
}

TEST(LoadPatterns, LeavesAsideFilesThatAreNoPatterns) {
  const TemporaryFolder folder;
  for (const patterns::PatternFile& file : patterns::embedded_patterns())
    folder.write(file.name, file.text);
  folder.write("README.md", "# patterns\n");
  EXPECT_EQ(extract::load_patterns(folder.path().string()).sha256,
            extract::load_patterns("").sha256);
}

TEST(LoadPatterns, RefusesWhatIsNoPatternFolder) {
  const TemporaryFolder folder;
  EXPECT_THAT(refusal([&] { extract::load_patterns(folder.path().string()); }),
              StartsWith(folder.path().string()));
  EXPECT_THAT(refusal([&] { extract::load_patterns((folder.path() / "none").string()); }),
              StartsWith((folder.path() / "none").string()));
  fs::create_directory(folder.path() / "units.json");
  EXPECT_NE(refusal([&] { extract::load_patterns(folder.path().string()); }), "accepted");
}

/// Not a regular file: opening it would wait for ever, or read without end.
TEST(LoadPatterns, TakesNoSpecialFile) {
  const TemporaryFolder folder;
  for (const patterns::PatternFile& file : patterns::embedded_patterns()) {
    if (file.name != "units.json") folder.write(file.name, file.text);
  }
  fs::create_symlink("/dev/null", folder.path() / "units.json");
  EXPECT_NE(refusal([&] { extract::load_patterns(folder.path().string()); }), "accepted");
}

}  // namespace
}  // namespace mingxi
