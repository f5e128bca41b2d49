#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "output/document_json/document_json.h"
#include "extract/extract.h"
#include "extract/extractor.h"
#include "support/document_schema.h"
#include "support/files.h"

namespace mingxi {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// A document JSON without what depends on where the sample lies and on who read it.
json without_circumstances(const std::string& text) {
  json document = json::parse(text);
  document.erase("producer");
  if (document.contains("source")) document["source"].erase("path");
  return document;
}

/// The first places where two documents differ, in the words of a JSON patch.
std::string differences(const json& expected, const json& got) {
  constexpr std::size_t kShown = 12;
  const json patch = json::diff(expected, got);
  std::string text;
  for (std::size_t i = 0; i < patch.size() && i < kShown; ++i) text += patch[i].dump() + "\n";
  if (patch.size() > kShown) text += "and " + std::to_string(patch.size() - kShown) + " more\n";
  return text;
}

Extraction extracted(const fs::path& path) {
  static const extract::Extractor extractor({.ocr = {.program = MINGXI_OCR}});
  return extractor.extract(path.string());
}

TEST(Samples, AreThere) { EXPECT_EQ(sample_documents(mingxi::Samples::kAll).size(), 5U); }

TEST(Samples, AreReadAsExpected) {
  for (const fs::path& path : sample_documents(mingxi::Samples::kAll)) {
    const fs::path beside = path.parent_path() / "expected.json";
    if (!fs::exists(beside)) {
      ADD_FAILURE() << beside << " is missing; scripts/update_samples.sh writes it";
      continue;
    }
    const std::string got = output::document_json(extracted(path), {});
    EXPECT_EQ(differences(without_circumstances(bytes_of(beside)), without_circumstances(got)), "")
        << path << "\nif this is meant: scripts/update_samples.sh, and read the difference";
  }
}

TEST(Samples, AreWrittenAsTheSchemaDescribes) {
  for (const fs::path& path : sample_documents(mingxi::Samples::kAll)) {
    EXPECT_EQ(schema_complaint(output::document_json(extracted(path), {})), "") << path;
  }
}

TEST(Samples, ComeBackFromTheirJson) {
  for (const fs::path& path : sample_documents(mingxi::Samples::kAll)) {
    const Extraction extraction = extracted(path);
    EXPECT_EQ(output::read_document_json(output::document_json(extraction, {})), extraction)
        << path;
  }
}

}  // namespace
}  // namespace mingxi
