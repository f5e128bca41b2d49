#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

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

/// What the figures of a disclosure in one kind of office file say, but for where they are.
std::multiset<std::string> figures_in(const std::string& kind) {
  std::multiset<std::string> figures;
  const json document = json::parse(output::document_json(
      extracted(MINGXI_SOURCE_DIR "/tests/samples/office/budget." + kind), {}));
  for (json fact : document["facts"]) {
    for (const char* place :
         {"id", "key", "table", "row", "column", "section", "evidence", "text_source", "header"})
      fact.erase(place);
    figures.insert(fact.dump());
  }
  return figures;
}

TEST(OfficeFiles, SayTheSameInEachKind) {
  const std::multiset<std::string> docx = figures_in("docx");
  EXPECT_EQ(docx.size(), 72U);
  for (const char* kind : {"xlsx", "html", "ofd"}) EXPECT_EQ(figures_in(kind), docx) << kind;
}

/// What distinguishes a figure of a table from the others of the table.
std::string meaning_of(const Fact& fact) {
  const json meaning = {*fact.table,
                        fact.subject,
                        fact.body.value_or(""),
                        fact.codes,
                        fact.header,
                        fact.components,
                        fact.period,
                        static_cast<int>(fact.basis),
                        static_cast<int>(fact.measure),
                        fact.relative_to ? text_of(*fact.relative_to) : "",
                        static_cast<int>(fact.line_kind.value_or(LineKind::kLeaf))};
  return meaning.dump();
}

/// The figures of tables that mean the same as one before them and are not equal to it, if no
/// finding says that the print repeats itself.
std::vector<std::string> collisions_in(const Extraction& extraction) {
  std::set<std::string> told;
  for (const Finding& finding : extraction.findings)
    if (finding.check == CheckName(Check::kRepeat, "rows"))
      for (const FactReference& fact : finding.facts) told.insert(fact.id);
  std::map<std::string, const Fact*> seen;
  std::vector<std::string> found;
  for (const Fact& fact : extraction.facts) {
    if (!fact.table || told.count(fact.id) > 0) continue;
    const auto [first, is_new] = seen.insert({meaning_of(fact), &fact});
    if (!is_new && first->second->value != fact.value) found.push_back(meaning_of(fact));
  }
  return found;
}

TEST(Samples, DistinguishAnyTwoFiguresOfATable) {
  for (const fs::path& path : sample_documents(mingxi::Samples::kAll))
    EXPECT_TRUE(collisions_in(extracted(path)).empty()) << path;
}

TEST(Collisions, AreFiguresOfOneMeaningThatNoFindingReports) {
  Extraction extraction;
  extraction.facts = {{.id = "f1", .subject = "办公费", .value = Decimal(2, 0), .table = "t1"},
                      {.id = "f2", .subject = "办公费", .value = Decimal(3, 0), .table = "t1"},
                      {.id = "f3", .subject = "印刷费", .value = Decimal(3, 0), .table = "t1"}};
  EXPECT_EQ(collisions_in(extraction).size(), 1U);
  extraction.findings = {{.check = {Check::kRepeat, "rows"}, .facts = {{"f1", {}}, {"f2", {}}}}};
  EXPECT_EQ(collisions_in(extraction).size(), 0U);
}

}  // namespace
}  // namespace mingxi
