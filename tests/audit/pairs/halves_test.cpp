#include "audit/pairs/halves.h"

#include <gmock/gmock.h>

#include "extract/load_patterns.h"
#include "support/compared_document.h"

namespace mingxi::audit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const patterns::Patterns& rules() {
  static const patterns::Patterns result = extract::load_patterns("");
  return result;
}

/// An amount in 万元 with two decimals, or in 元 with none.
Amount of_wan(const char* text) {
  return {.value = Decimal::parse(text)->scaled(4).value(), .step = Decimal(100, 0)};
}
Amount of_yuan(const char* text) {
  return {.value = Decimal::parse(text).value(), .step = Decimal(1, 0)};
}

Half prose(char name, const char* total, const char* three_public, const char* path = "") {
  return {.has = Half::Has::kProse,
          .sha256 = std::string(1, name),
          .paths = {path},
          .body = "云杉区林业局",
          .kind = DocumentKind::kBudget,
          .year = 2026,
          .totals = {of_wan(total)},
          .three_public = {of_wan(three_public)}};
}

/// Tables that name neither body nor year.
Half tables(char name, const char* total, const char* three_public, const char* path = "") {
  return {.has = Half::Has::kTables,
          .sha256 = std::string(1, name),
          .paths = {path},
          .totals = {of_yuan(total)},
          .three_public = {of_yuan(three_public)}};
}

std::vector<DocumentPair> paired(const std::vector<Half>& halves,
                                 const std::vector<NamedPartners>& named = {}) {
  return pairs_of(halves, named, rules());
}

TEST(PairsOf, TakesTheTablesThatPrintTheSameTotalAndThreePublic) {
  EXPECT_THAT(paired({prose('a', "1688.20", "12.30"), prose('b', "1688.20", "12.40"),
                      tables('c', "16882011", "123000"), tables('d', "9000000", "123000")}),
              ElementsAre(DocumentPair{"a", "c", PairedBy::kFigures}));
}

TEST(PairsOf, TakesNoFiguresForEvidenceThatFitTwo) {
  EXPECT_THAT(paired({prose('a', "1688.20", "12.30"), tables('c', "16882011", "123000"),
                      tables('d', "16882020", "123000")}),
              IsEmpty());
}

TEST(PairsOf, AsksForBothFiguresAndForATotalOfSomeDigits) {
  EXPECT_THAT(paired({prose('a', "1688.20", "12.30"), tables('c', "16882011", "999000")}),
              IsEmpty());
  EXPECT_THAT(paired({prose('a', "3.00", "1.00"), tables('c', "30000", "10000")}), IsEmpty());
  Half without = tables('c', "16882011", "123000");
  without.three_public.clear();
  EXPECT_THAT(paired({prose('a', "1688.20", "12.30"), without}), IsEmpty());
}

TEST(PairsOf, LeavesHalvesOfDifferentBodiesOrYearsApart) {
  Half other = tables('c', "16882011", "123000");
  other.body = "青禾区林业局";
  EXPECT_THAT(paired({prose('a', "1688.20", "12.30"), other}), IsEmpty());
  other.body = "";
  other.year = 2025;
  EXPECT_THAT(paired({prose('a', "1688.20", "12.30"), other}), IsEmpty());
}

TEST(PairsOf, TakesNamesThatDifferInWhichHalfAFileIsAndAFigureInCommon) {
  const char* const text = "x/云杉区林业局2026年预算公开说明.pdf";
  const char* const table = "x/附件1：云杉区林业局2026年预算公开表.xlsx";
  const Half words = prose('a', "1688.20", "12.30", text);
  EXPECT_THAT(paired({words, tables('c', "16882011", "999000", table)}),
              ElementsAre(DocumentPair{"a", "c", PairedBy::kName}));
  EXPECT_THAT(paired({words, tables('c', "777", "999000", table)}), IsEmpty());
  EXPECT_THAT(
      paired({words, tables('c', "16882011", "999000", "y/云杉区林业局2026年预算公开表.xlsx")}),
      IsEmpty());
  EXPECT_THAT(paired({prose('a', "1688.20", "12.30", "x/说明.pdf"),
                      tables('c', "16882011", "999000", "x/表.pdf")}),
              IsEmpty());
}

TEST(PairsOf, BelievesTheManifestWhateverTheFiguresAre) {
  const std::vector<Half> halves = {prose('a', "1688.20", "12.30"), tables('c', "777", "123000")};
  EXPECT_THAT(paired(halves, {{"c", "a"}}),
              ElementsAre(DocumentPair{"a", "c", PairedBy::kManifest}));
  // Two documents of prose are no pair.
  EXPECT_THAT(paired({halves[0], prose('b', "5.00", "1.00")}, {{"a", "b"}}), IsEmpty());
}

TEST(HalfOf, IsNothingForADocumentThatHasBoth) {
  Printed both('a', "云杉区林业局", DocumentKind::kBudget, 2026);
  both.prose({"收入总计", "1688.20", 2026});
  ASSERT_TRUE(half_of(both.extraction(), rules(), {}));
  EXPECT_EQ(half_of(both.extraction(), rules(), {})->has, Half::Has::kProse);
  both.table(TableKind::kB03).row("", {"合计", "1688.20", 2026});
  EXPECT_FALSE(half_of(both.extraction(), rules(), {}));
}

}  // namespace
}  // namespace mingxi::audit
