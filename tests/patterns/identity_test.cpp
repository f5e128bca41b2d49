#include "patterns/identity.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/error.h"
#include "support/files.h"

namespace mingxi::patterns {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

/// Small rules of identity, with `with` in the place of `what`.
std::string rules_text(std::string_view what = "", std::string_view with = "") {
  const auto rule = [](const std::string& pattern, const std::string& example) {
    return R"~({"about": "a", "pattern": ")~" + pattern + R"~(", "examples": [{"text": ")~" +
           example + R"~("}], "counterexamples": [{"text": "x", "why": "a letter"}]})~";
  };
  std::string text =
      R"~({"about": "", "titles": [{"id": "i/title", "about": "a", "pattern": ")~"
      "(?P<publisher>[^0-9]+)?(?P<year>[0-9年]+)(?P<department>部门)(?:(?P<budget>预算)|(?P<final_"
      "account>决算))"
      R"~(", "examples": [{"text": "林业局2023部门预算", "scope": "department", "kind": "budget"}],)~"
      R"~("counterexamples": [{"text": "部门预算", "why": "no year"}]}], )~"
      R"~("words": {"contents": )~" +
      rule("^目录", "目录") + R"~(, "budget": )~" + rule("预算", "预算") +
      R"~(, "final_account": )~" + rule("决算", "决算") + R"~(, "no_body": )~" +
      rule("^关于$", "关于") + R"~(, "prose_body": )~" + rule("^(?P<publisher>林业局)", "林业局") +
      R"~(, "placeholder": )~" + rule("X{2}", "XX局") + R"~(, "other": )~" + rule("招标", "招标") +
      R"~(, "label": )~" + rule("^单位：(?P<publisher>.+)$", "单位：林业局") +
      R"~(, "rounding": )~" + rule("尾差", "存在尾差") + "}}";
  if (what.empty()) return text;
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  if (at != std::string::npos) text.replace(at, what.size(), with);
  return text;
}

IdentityRules rules_of(const std::string& text) {
  return IdentityRules(StrictJson::parse("identity.json", text));
}

/// "where: message" of the refusal.
std::string refusal(const std::string& text) {
  try {
    rules_of(text);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kPatterns);
    EXPECT_FALSE(error.chinese().empty());
    return error.what();
  }
  return "accepted";
}

TEST(IdentityRules, RefuseWhatIsMalformedWithFileAndPlace) {
  EXPECT_EQ(refusal(rules_text()), "accepted");
  const struct {
    std::string_view what, with;
    const char* refusal;
  } cases[] = {
      {R"("about": "")", R"("about": "", "more": 1)", "identity.json#: Unknown key \"more\"."},
      {R"("id": "i/title")", R"("id": "i/title", "colour": 1)",
       "identity.json#/titles/0: Unknown key \"colour\"."},
      {R"("no_body": {)", R"("no_body": {"colour": 1, )",
       "identity.json#/words/no_body: Unknown key \"colour\"."},
      {R"("scope": "department")", R"("scop": "department")",
       "identity.json#/titles/0/examples/0: Unknown key \"scop\"."},
      {"(?P<year>", "(?P<when>",
       "identity.json#/titles/0/pattern: A named group is missing: year, or one of budget, "
       "final_account and other."},
      {"：(?P<publisher>", "：(",
       "identity.json#/words/label: The named group \"publisher\" is missing."},
      {R"(, "other": {)", R"(, "others": {)",
       "identity.json#/words: The key \"other\" is missing."},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(refusal(rules_text(each.what, each.with)), each.refusal);
  }
}

TEST(IdentityRules, RefuseABadExpressionWithItsPlace) {
  EXPECT_THAT(refusal(rules_text("^关于$", "(关于")),
              StartsWith("identity.json#/words/no_body/pattern"));
  EXPECT_THAT(refusal(rules_text("(?P<department>部门)", "(?P<department>部门")),
              StartsWith("identity.json#/titles/0/pattern"));
  EXPECT_THAT(refusal(rules_text("尾差", "(?=尾差)")),
              StartsWith("identity.json#/words/rounding/pattern"));
}

TEST(IdentityRules, RefuseAnIdGivenTwice) {
  std::string text = bytes_of(MINGXI_SOURCE_DIR "/patterns/identity.json");
  const std::string_view second = "identity/government";
  text.replace(text.find(second), second.size(), "identity/performance_form");
  EXPECT_EQ(refusal(text),
            "identity.json#/titles/1/id: The id \"identity/performance_form\" is given twice.");
}

TEST(IdentityRules, RefuseARuleThatDoesNotShowWhatItReadsAndWhatNot) {
  const char* const kWanted = "A rule needs an example and a counterexample.";
  EXPECT_THAT(refusal(rules_text(R"({"text": "部门预算", "why": "no year"})", "")),
              HasSubstr(kWanted));
  EXPECT_THAT(refusal(rules_text(R"({"text": "关于"})", "")), HasSubstr(kWanted));
  EXPECT_EQ(refusal(rules_text(R"(, "why": "no year")", "")),
            "identity.json#/titles/0/counterexamples/0: A counterexample needs its reason (why).");
}

TEST(ReadTitle, TakesWhatTheNamedGroupsHold) {
  const auto reading = read_title("公布林业局2023部门决算", rules_of(rules_text()));
  ASSERT_TRUE(reading.has_value());
  EXPECT_EQ(reading->rule, "i/title");
  EXPECT_EQ(reading->publisher, "公布林业局");
  EXPECT_EQ(reading->publisher_first, 0U);
  EXPECT_EQ(reading->year, 2023);
  EXPECT_EQ(reading->scope, Scope::kDepartment);
  EXPECT_EQ(reading->kind, DocumentKind::kFinalAccount);
}

TEST(ReadTitle, TakesNoYearThatIsNoNumber) {
  EXPECT_FALSE(read_title("林业局年年部门预算", rules_of(rules_text())).has_value());
  EXPECT_FALSE(read_title("林业局99999999999部门预算", rules_of(rules_text())).has_value());
}

TEST(ReadTitle, TakesNoPublisherThatIsNone) {
  EXPECT_FALSE(read_title("关于2023部门预算", rules_of(rules_text())).has_value());
  EXPECT_TRUE(read_title("2023部门预算", rules_of(rules_text())).has_value());
}

}  // namespace
}  // namespace mingxi::patterns
