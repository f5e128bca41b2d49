#include "build/fact_items.h"

#include <gmock/gmock.h>

#include "extract/load_patterns.h"

namespace mingxi::build {
namespace {

using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::Optional;

const patterns::Patterns& rules() {
  static const patterns::Patterns result = extract::load_patterns("");
  return result;
}

Fact in_table(const std::string& subject, const std::string& component,
              LineKind kind = LineKind::kLeaf) {
  return {.origin = Origin::kTable,
          .subject = subject,
          .components = {component},
          .component = component,
          .line_kind = kind,
          .table = "t1"};
}

Extraction with_table(TableKind kind, std::vector<Fact> facts) {
  Extraction extraction;
  extraction.tables.push_back({.id = "t1", .kind = kind});
  extraction.facts = std::move(facts);
  return extraction;
}

TEST(FactItems, TakeTheSumOfThreePublicColumnsForTheirTotal) {
  const Extraction extraction =
      with_table(TableKind::kB07,
                 {in_table("某局", "total", LineKind::kTotal), in_table("某局", "reception")});
  EXPECT_THAT(fact_items(extraction, rules()), ElementsAre(Optional(Eq("three_public.total")),
                                                           Optional(Eq("three_public.reception"))));
}

TEST(FactItems, TakeNoSumThatHoldsMeetingsForTheTotal) {
  const Extraction extraction = with_table(
      TableKind::kB07,
      {in_table("某局", "total", LineKind::kTotal), in_table("某局", "reception"),
       in_table("某局", "three_public", LineKind::kSubtotal), in_table("某局", "meetings")});
  EXPECT_THAT(fact_items(extraction, rules()),
              ElementsAre(std::nullopt, Optional(Eq("three_public.reception")),
                          Optional(Eq("three_public.total")), std::nullopt));
}

TEST(FactItems, DistinguishPurchaseFromVehiclesInRows) {
  const Extraction extraction = with_table(
      TableKind::kZ07, {in_table("合计", "amount", LineKind::kTotal),
                        in_table("2.公务用车购置及运行维护费", "amount", LineKind::kSubtotal),
                        in_table("其中：公务用车购置费", "amount")});
  EXPECT_THAT(fact_items(extraction, rules()),
              ElementsAre(Optional(Eq("three_public.total")), Optional(Eq("three_public.vehicles")),
                          Optional(Eq("three_public.vehicle_purchase"))));
}

TEST(FactItems, LeaveARowOfAClassificationToItsCode) {
  Fact coded = in_table("公务接待费", "total");
  coded.code = "economic:30217";
  EXPECT_THAT(fact_items(with_table(TableKind::kB06, {coded}), rules()), ElementsAre(std::nullopt));
}

}  // namespace
}  // namespace mingxi::build
