#include "output/document_json/document_json.h"

#include <functional>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "support/filled_extraction.h"
#include "output/write/json_text.h"
#include "model/error.h"

namespace mingxi::output {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const Producer kProducer{.program = "mingxi", .version = "0.1.0", .patterns_sha256 = "ab"};

std::string written(const Extraction& extraction) { return document_json(extraction, kProducer); }

std::string points(double value) {
  std::string text;
  append_points(text, value);
  return text;
}

std::string quoted(std::string_view value) {
  std::string text;
  append_string(text, value);
  return text;
}

/// The place that reading complains of; "" if it does not.
std::string refused_at(std::string_view json) {
  try {
    read_document_json(json);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kCorrupt);
    EXPECT_FALSE(error.chinese().empty());
    return error.where().empty() ? "the whole text" : error.where();
  }
  return "";
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), by);
}

TEST(DocumentJson, ReadsBackAsItWasWritten) {
  const Extraction extraction = filled_extraction();
  EXPECT_EQ(read_document_json(written(extraction)), extraction);
  EXPECT_EQ(written(read_document_json(written(extraction))), written(extraction));
}

TEST(DocumentJson, ReadsBackAnEmptyExtraction) {
  EXPECT_EQ(read_document_json(written({})), Extraction{});
}

TEST(DocumentJson, KeepsEveryNameOfEveryEnum) {
  Extraction extraction;
  for (int i = 0; i < 7; ++i) {
    Fact fact;
    fact.bound = static_cast<Bound>(i);
    fact.measure = static_cast<Measure>(i % 5);
    fact.basis = static_cast<Basis>(i % 5);
    fact.value_state = static_cast<ValueState>(i % 4);
    fact.line_kind = static_cast<LineKind>(i % 3);
    fact.text_source = static_cast<TextSource>(i % 3);
    extraction.facts.push_back(fact);
    Finding finding;
    finding.severity = static_cast<Severity>(i % 3);
    finding.state = static_cast<FindingState>(i % 6);
    extraction.findings.push_back(finding);
  }
  EXPECT_EQ(read_document_json(written(extraction)), extraction);
}

TEST(DocumentJson, PutsEachFactOnALineOfItsOwn) {
  Extraction extraction;
  extraction.facts.resize(2);
  extraction.facts[0].id = "f1";
  extraction.facts[1].id = "f2";
  const std::string json = written(extraction);
  EXPECT_THAT(json, StartsWith("{\n  \"schema\": \"mingxi.document/2\",\n  \"producer\": "
                               "{\"program\":\"mingxi\",\"version\":\"0.1.0\","));
  EXPECT_THAT(json, HasSubstr("\"facts\": [\n    {\"id\":\"f1\","));
  EXPECT_THAT(json, HasSubstr("},\n    {\"id\":\"f2\","));
  EXPECT_THAT(json, HasSubstr("\n  \"findings\": []\n}\n"));
}

TEST(DocumentJson, WritesAFactInTheOrderOfItsFields) {
  Extraction extraction = filled_extraction();
  extraction.facts[0].evidence.boxes.resize(1);
  EXPECT_THAT(
      written(extraction),
      HasSubstr(R"({"id":"f1","key":"0123456789abcdef","origin":"table","subject":"公务接待费",)"
                R"("concept":"three_public.reception","code":"functional:2080505",)"
                R"("body":"青禾市林业工作站","codes":["functional:2080505","economic:30108"],)"
                R"("funding":"general_budget","components":["basic","basic_public"],)"
                R"("component":"basic_public","header":["基本支出","公用经费"],)"
                R"("line_kind":"subtotal","measure":"change","period":2023,"basis":"target",)"
                R"("relative_to":"2022","relative_basis":"estimated","bound":"range",)"
                R"("value":"-121.30","value_high":"0.5","unit":"万元","currency":"CNY",)"
                R"("amount_yuan":"-1213000","decimals":2,"value_state":"dash","table":"t1",)"
                R"("row":0,"column":7,"section":"s2","evidence":{"page":3,)"
                R"("quote":"减少 “121.33”\\万元","boxes":[{"page":3,)"
                R"("box":[72,700.25,310.5,714.07]}],"document":"bbbb)"));
}

TEST(DocumentJson, WritesNullWhereThereIsNothing) {
  Extraction extraction;
  extraction.facts.resize(1);
  const std::string json = written(extraction);
  EXPECT_THAT(json, HasSubstr(R"("period":null,)"));
  EXPECT_THAT(json, HasSubstr(R"("section":null,)"));
  EXPECT_THAT(json, HasSubstr(R"("subject_from":"own","confidence":1,"rule":"")"));
  EXPECT_THAT(json, Not(HasSubstr("alternatives")));
}

TEST(AppendPoints, RoundsToHundredthsAndWritesThemShort) {
  EXPECT_EQ(points(12.5), "12.5");
  EXPECT_EQ(points(12.3449), "12.34");
  EXPECT_EQ(points(595.276), "595.28");
  EXPECT_EQ(points(0.07), "0.07");
  EXPECT_EQ(points(-3.05), "-3.05");
  EXPECT_EQ(points(-0.001), "0");
  EXPECT_EQ(points(842), "842");
  EXPECT_EQ(points(1e300), "1000000000000");
  EXPECT_EQ(points(std::numeric_limits<double>::quiet_NaN()), "0");
}

TEST(AppendString, EscapesWhatJsonAsksFor) {
  EXPECT_EQ(quoted("万元"), "\"万元\"");
  EXPECT_EQ(quoted("a\"b\\c"), R"("a\"b\\c")");
  EXPECT_EQ(quoted("a\nb\tc\rd"), R"("a\nb\tc\rd")");
  EXPECT_EQ(quoted(std::string_view("\0\x1f", 2)), R"("\u0000\u001f")");
  EXPECT_EQ(quoted("𠮷"), "\"𠮷\"");
}

TEST(AppendString, ReplacesBytesThatAreNotUtf8) {
  EXPECT_EQ(quoted("\xB2\xBF"), "\"\uFFFD\uFFFD\"");            // 部 in GBK
  EXPECT_EQ(quoted("\xC0\xAF"), "\"\uFFFD\uFFFD\"");            // overlong
  EXPECT_EQ(quoted("\xED\xA0\x80"), "\"\uFFFD\uFFFD\uFFFD\"");  // a surrogate
  EXPECT_EQ(quoted("元\xE5\x85"), "\"元\uFFFD\uFFFD\"");        // cut off
  EXPECT_EQ(quoted("\xF4\x90\x80\x80"), "\"\uFFFD\uFFFD\uFFFD\uFFFD\"");
}

TEST(ReadDocumentJson, NamesThePlaceOfWhatItRefuses) {
  const std::string json = written(filled_extraction());
  const struct {
    const char* what;
    const char* by;
    const char* place;
  } cases[] = {
      {"mingxi.document/2", "mingxi.document/3", "/schema"},
      {"\"status\": \"partial\"", "\"status\": \"fine\"", "/status"},
      {"\"bytes\":4", "\"bytes\":-4", "/source/bytes"},
      {"\"measure\":\"change\"", "\"measure\":\"size\"", "/facts/0/measure"},
      {"\"value\":\"-121.30\"", "\"value\":-121.30", "/facts/0/value"},
      {"\"value\":\"-121.30\"", "\"value\":\"1,000\"", "/facts/0/value"},
      {"\"unit\":\"万元\",", "", "/tables/0"},
      {"\"unit\":", "\"Unit\":\"\",\"unit\":", "/tables/0/Unit"},
      {"\"row\":0", "\"row\":3000000000", "/tables/0/cells/0/row"},
      {"\"continues\":true", "\"continues\":1", "/tables/0/cells/0/continues"},
      {"\"state\":\"empty_declared\"", "\"state\":\"empty\"", "/tables/0/state"},
      {"\"decimals\":", "\"Decimals\":0,\"decimals\":", "/facts/0/Decimals"},
      {"\"section\":\"s2\"", "\"section\":\"s3\"", "/facts/0/section"},
      {"\"section\":\"s2\"", "\"section\":\"s02\"", "/facts/0/section"},
      {"\"parent\":\"s1\"", "\"parent\":\"s2\"", "/sections/1/parent"},
      {"[72,700.25,310.5,714.07]", "[72,700.25]", "/document/evidence/title/boxes/0/box"},
      {"\"failed\":1", "\"failed\":\"1\"", "/checks/failed"},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(refused_at(replaced(json, each.what, each.by)), each.place) << each.by;
  }
}

TEST(ReadDocumentJson, RefusesWhatIsNoWholeJson) {
  const std::string json = written(filled_extraction());
  EXPECT_EQ(refused_at(json.substr(0, json.size() / 2)), "the whole text");
  EXPECT_EQ(refused_at(""), "the whole text");
  EXPECT_EQ(refused_at("[]"), "the whole text");
  EXPECT_EQ(refused_at(std::string(1'000'000, '[')), "the whole text");
  EXPECT_EQ(refused_at(std::string(1'000'000, '[') + std::string(1'000'000, ']')),
            "the whole text");
}

TEST(AuditJson, SpellsItsPartsAsTheDocumentJsonDoes) {
  const auto whole = nlohmann::json::parse(written(filled_extraction()));
  const auto audit = nlohmann::json::parse(audit_json(filled_extraction()));
  EXPECT_EQ(audit.size(), 4U);
  for (const char* key : {"source", "document", "checks", "findings"}) {
    EXPECT_EQ(audit.at(key), whole.at(key)) << key;
  }
}

}  // namespace
}  // namespace mingxi::output
