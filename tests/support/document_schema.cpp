#include "support/document_schema.h"

#include <fstream>

// g++ 12 warns wrongly of std::regex (with AddressSanitizer) and of std::string::replace (with
// -O3), both of which valijson uses.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wrestrict"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace mingxi {

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

std::string schema_complaint(const std::string& text, const std::string& schema_name) {
  const json description =
      json::parse(std::ifstream(MINGXI_SOURCE_DIR "/src/output/document_json/" + schema_name));
  const json document = json::parse(text);
  valijson::Schema schema;
  valijson::SchemaParser().populateSchema(NlohmannJsonAdapter(description), schema);
  valijson::ValidationResults results;
  if (valijson::Validator().validate(schema, NlohmannJsonAdapter(document), &results)) return "";
  valijson::ValidationResults::Error error;
  std::string result = "refused";
  while (results.popError(error)) {
    for (const std::string& part : error.context) result += part;
    result += ": " + error.description + "\n";
  }
  return result;
}

}  // namespace mingxi
