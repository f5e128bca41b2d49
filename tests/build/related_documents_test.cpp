#include "build/related_documents.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/compared_document.h"
#include "extract/load_patterns.h"

namespace mingxi::build {
namespace {

using audit::DocumentCard;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kBureau = "云杉区林业局";
constexpr auto kBudget = DocumentKind::kBudget;

/// The groups of documents, each by the digit that its hash is made of.
std::vector<std::string> groups_of(const std::vector<DocumentCard>& cards) {
  const std::string path = testing::TempDir() + "related_documents_test.sqlite";
  std::filesystem::remove(path);
  static const patterns::Patterns kPatterns = extract::load_patterns("");
  RelatedDocuments related(path, kPatterns);
  for (const DocumentCard& card : cards) related.add(card);
  std::vector<std::string> groups;
  related.for_each_group([&](const std::vector<std::string>& group) {
    std::string& letters = groups.emplace_back();
    for (const std::string& sha256 : group) letters += sha256.front();
  });
  std::filesystem::remove(path);
  return groups;
}

TEST(RelatedDocuments, GroupsBodiesWithTheirUnits) {
  const std::vector<DocumentCard> cards = {
      Printed('a', kBureau, kBudget, 2024).lists_units({"云杉区苗圃"}).card(),
      Printed('b', "松塔区林业局", kBudget, 2024).lists_units({"云杉区水务站"}).card(),
      Printed('c', "云杉区苗圃", kBudget, 2024, Scope::kUnit).card(),
      Printed('d', "云杉区林业局（本级）", kBudget, 2023).card()};
  EXPECT_THAT(groups_of(cards), ElementsAre("acd"));
}

TEST(RelatedDocuments, JoinsWhatHangsTogetherOverSeveralBodies) {
  const std::vector<DocumentCard> cards = {
      Printed('d', "甲局", kBudget, 2024).lists_units({"乙所"}).card(),
      Printed('c', "丙局", kBudget, 2024).lists_units({"乙所", "丁站"}).card(),
      Printed('b', "戊局", kBudget, 2024).lists_units({"丁站"}).card(),
      Printed('a', "丁站", kBudget, 2024, Scope::kUnit).card(),
      Printed('e', "乙所", kBudget, 2024, Scope::kUnit).card(),
      Printed('f', "己局", kBudget, 2024).card(),
      Printed('g', "己局", kBudget, 2023).card()};
  EXPECT_THAT(groups_of(cards), ElementsAre("abcde", "fg"));
}

TEST(RelatedDocuments, LeavesOutWhoseBodyIsUnknown) {
  EXPECT_THAT(
      groups_of({Printed('a', "", kBudget, 2024).card(), Printed('b', "", kBudget, 2024).card()}),
      IsEmpty());
}

}  // namespace
}  // namespace mingxi::build
