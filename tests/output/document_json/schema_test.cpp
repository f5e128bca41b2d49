#include <fstream>

// g++ 12 warns wrongly of std::regex (with AddressSanitizer) and of std::string::replace (with
// -O3), both of which valijson uses.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wrestrict"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "output/document_json/document_json.h"
#include "support/document_schema.h"
#include "support/filled_extraction.h"

namespace mingxi::output {
namespace {

using nlohmann::json;

std::string complaint(const json& document) { return schema_complaint(document.dump()); }

json filled() { return json::parse(document_json(filled_extraction(), {})); }

TEST(DocumentSchema, TakesAFilledExtraction) { EXPECT_EQ(complaint(filled()), ""); }

TEST(DocumentSchema, TakesAnExtractionWithoutFacts) {
  Extraction extraction;
  extraction.source = filled_extraction().source;
  EXPECT_EQ(complaint(json::parse(document_json(extraction, {}))), "");
}

TEST(DocumentSchema, RefusesADocumentThatIsNotAsDescribed) {
  const struct {
    const char* pointer;
    json value;
  } cases[] = {
      {"/schema", "mingxi.document/3"},
      {"/more", 1},
      {"/status", "failed"},
      {"/source/sha256", "abc"},
      {"/source/bytes", -1},
      {"/document/kind", "report"},
      {"/document/evidence/colour", filled()["facts"][0]["evidence"]},
      {"/pages/0/text_source", "scan"},
      {"/sections/0/id", "1"},
      {"/tables/0/kind", "B16"},
      {"/tables/0/title", 1},
      {"/tables/0/unit_from", "title"},
      {"/tables/0/state", "empty"},
      {"/tables/0/joins/0/why", "same_columns"},
      {"/tables/0/cells/0/row_span", 0},
      {"/tables/0/cells/0/continues", "no"},
      {"/checks/proofs/0/facts/0", 1},
      {"/checks/not_possible/0/why", "none"},
      {"/facts/0/value", 121.3},
      {"/facts/0/value", "1,213"},
      {"/facts/0/bound", "=="},
      {"/facts/0/period", "2023"},
      {"/facts/0/more", nullptr},
      {"/facts/0/alternatives", json::array()},
      {"/facts/0/evidence/boxes/0/box", json::array({1, 2, 3})},
      {"/findings/0/severity", "fatal"},
      {"/findings/0/facts/0", "f1"},
      {"/checks/held", nullptr},
  };
  for (const auto& each : cases) {
    json document = filled();
    document[json::json_pointer(each.pointer)] = each.value;
    EXPECT_NE(complaint(document), "") << each.pointer;
  }
}

/// Whether every object that the schema lists keys of refuses all others.
void expect_closed(const json& schema, const std::string& at) {
  if (schema.is_object() && schema.contains("properties") && schema["properties"].is_object() &&
      schema.contains("type")) {
    EXPECT_EQ(schema.value("additionalProperties", json(true)), json(false)) << at;
  }
  if (!schema.is_structured()) return;
  for (const auto& [key, value] : schema.items()) expect_closed(value, at + "/" + key);
}

TEST(DocumentSchema, AllowsNoKeyThatItDoesNotDescribe) {
  expect_closed(json::parse(std::ifstream(MINGXI_SOURCE_DIR
                                          "/src/output/document_json/document.schema.json")),
                "");
}

}  // namespace
}  // namespace mingxi::output
