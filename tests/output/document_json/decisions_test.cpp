#include "output/document_json/decisions.h"

#include <gmock/gmock.h>

#include "model/error.h"
#include "support/document_schema.h"

namespace mingxi::output {
namespace {

using ::testing::HasSubstr;

Decisions some_decisions() {
  return {.documents = {{.sha256 = std::string(64, 'a'),
                         .findings = {{.key = "k1", .mark = Mark::kFalseAlarm, .note = "印刷如此"},
                                      {.key = "k2", .mark = {}, .note = "再看"}},
                         .corrections = {{.key = "k3", .value = {-1250, 2}, .reason = "看错"}}}}};
}

TEST(Decisions, AreReadAsTheyWereWritten) {
  EXPECT_EQ(read_decisions(decisions_json(some_decisions())), some_decisions());
  EXPECT_EQ(read_decisions(decisions_json({})), Decisions{});
}

TEST(Decisions, AreAsTheirSchemaDescribesThem) {
  EXPECT_EQ(schema_complaint(decisions_json(some_decisions()), "decisions.schema.json"), "");
  EXPECT_EQ(schema_complaint(decisions_json({}), "decisions.schema.json"), "");
}

TEST(Decisions, RefuseWhatTheyDoNotKnow) {
  const std::string good = decisions_json(some_decisions());
  const struct {
    std::string_view what, instead, place;
  } cases[] = {
      {"decisions/1", "decisions/2", "/schema"},
      {"false_alarm", "wrong", "/documents/0/findings/0/mark"},
      {"-12.50", "12,50", "/documents/0/corrections/0/value"},
      {"\"reason\"", "\"reasons\"", "/documents/0/corrections/0"},
      {"{", "[", ""},
  };
  for (const auto& [what, instead, place] : cases) {
    std::string bad = good;
    bad.replace(bad.find(what), what.size(), instead);
    try {
      read_decisions(bad);
      ADD_FAILURE() << what;
    } catch (const Error& error) {
      EXPECT_EQ(error.where(), place);
    }
  }
}

}  // namespace
}  // namespace mingxi::output
