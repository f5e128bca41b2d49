#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
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
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::StartsWith;

TEST(Patterns, ReadTheirExamplesAsWritten) {
  const extract::TrialResult result = extract::try_patterns(extract::load_patterns(""));
  for (const extract::TrialFailure& failure : result.failures) {
    ADD_FAILURE() << failure.where << ": " << failure.what.english;
  }
  EXPECT_GT(result.rules, 0);
  EXPECT_GT(result.examples, 0);
  EXPECT_GT(result.counterexamples, 0);
}

TEST(Patterns, FailTheTrialWhenAnExampleDoesNotComeOut) {
  patterns::Patterns patterns = extract::load_patterns("");
  const auto example = [](const char* where, const char* text) {
    return patterns::Example{.where = where, .text = text, .expected = {}, .why = {}};
  };
  patterns::Example wanted = example("rule example", "会议费2万元。");
  wanted.expected["facts"] = {"level 2023 budget 3 万元 «会议费»"};
  patterns::Example unwanted = example("rule counterexample", "会议费2万元。");
  unwanted.expected["facts"] = {"level 2023 budget 2 万元"};
  patterns.statements.rule_entries = {{.where = "rule",
                                       .id = "statements/level",
                                       .examples = {wanted},
                                       .counterexamples = {unwanted}}};
  patterns.layout.entries = {{.where = "expression",
                              .id = "layout/lines/note",
                              .pattern = "^注",
                              .unless = "注册",
                              .examples = {example("example", "备注")},
                              .counterexamples = {example("counterexample", "注：无")}},
                             {.where = "exception",
                              .id = "layout/lines/note",
                              .pattern = "^注",
                              .unless = "注册",
                              .examples = {example("", "注：无")},
                              .counterexamples = {example("", "备注")}}};
  std::vector<std::string> places;
  for (const extract::TrialFailure& failure : extract::try_patterns(patterns).failures) {
    places.push_back(failure.where);
  }
  EXPECT_THAT(places, IsSupersetOf({"rule example", "rule counterexample", "example",
                                    "counterexample", "exception"}));
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
  const std::string entry =
      R"({"about": "a", "pattern": "x", "examples": ["x"], "counterexamples": [{"text": "y", "why": "no x"}]})";
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
      {"statements.json", "\"expressions\": {", "\"expressions\": {\"unused\": {}, ",
       "statements.json#/expressions", "unused"},
      {"statements.json", "(?P<noun>[^", "(?P<heading>[^", "statements.json#/expressions/noun",
       "noun"},
      {"statements.json", "\"definitions\": {", "\"definitions\": {\"unused\": " + entry + ", ",
       "statements.json#/definitions", "unused"},
      {"layout.json", "\"lines\": {", "\"lines\": {\"unused\": " + entry + ", ",
       "layout.json#/lines", "unused"},
      {"layout.json", "\"page_number\": {", "\"page_numbers\": {", "layout.json#/lines",
       "page_number"},
      {"statements.json", "\"about\": \"A year as prose prints it.\"", "\"about\": \"\"",
       "statements.json#/definitions/year/about", ""},
      {"statements.json", "\"before\": \"(?:相?比|相?较", "\"before\": \"{nowhere}(?:相?比|相?较",
       "statements.json#/rules/0/before", "nowhere"},
      {"statements.json", "\"before\": \"(?:相?比|相?较", "\"before\": \"((?:相?比|相?较",
       "statements.json#/rules/0/before", ""},
      {"statements.json", "\"measure\": \"level\"", "\"measure\": \"height\"",
       "statements.json#/rules/0/measure", "height"},
      {"statements.json", "\"measure\": \"level\"", "\"measure\": 1",
       "statements.json#/rules/0/measure", ""},
      {"statements.json", "\"measure\": \"level\"",
       "\"measure\": \"level\", \"measure\": \"level\"", "statements.json#/rules/0", "measure"},
      {"statements.json", "\"about\": \"", "\"deep\": " + deep + ", \"about\": \"",
       "statements.json", "16"},
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
  const std::pair<const char*, const char*> cases[] = {{"checks.json", "\"nested\": {"},
                                                       {"form.json", "\"empty_means\": {"},
                                                       {"identity.json", "\"label\": {"},
                                                       {"layout.json", "\"page_number\": {"},
                                                       {"layout.json", "\"numeral\": {"},
                                                       {"statements.json", "\"noun\": {"},
                                                       {"statements.json", "\"last\": {"},
                                                       {"statements.json", "\"leading/verb\""},
                                                       {"statements.json", "\"statements/share\""},
                                                       {"tables.json", "\"level\""},
                                                       {"concepts.json", "\"leading\": {"},
                                                       {"places.json", "\"before\": {"}};
  for (const auto& [name, entry] : cases) {
    for (const std::string key : {"\"examples\": [", "\"counterexamples\": ["}) {
      std::vector<patterns::PatternFile> files = patterns::embedded_patterns();
      for (patterns::PatternFile& file : files) {
        if (file.name != name) continue;
        const std::size_t list = file.text.find(key, file.text.find(entry)) + key.size();
        // To the end of the list, over the brackets within it.
        std::size_t end = list;
        bool in_text = false;
        for (int depth = 1; depth > 0; ++end) {
          const char c = file.text[end];
          if (c == '"' && file.text[end - 1] != '\\') in_text = !in_text;
          if (!in_text) depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        }
        file.text.erase(list, end - 1 - list);
      }
      EXPECT_THAT(refusal([&] { patterns::Patterns patterns(files); }),
                  HasSubstr("needs an example and a counterexample"))
          << name << " " << entry << " " << key;
    }
  }
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
