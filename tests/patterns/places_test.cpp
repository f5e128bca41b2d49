#include "patterns/places.h"

#include <gmock/gmock.h>

#include "model/error.h"

namespace mingxi::patterns {
namespace {

std::string rules_with(const std::string& divisions) {
  return R"({"about": "", "before": {"about": "a", "pattern": "^中共", "examples": ["中共"],
             "counterexamples": [{"text": "x", "why": "a letter"}]},
             "is_also_a_word": {"about": "a", "pattern": "^.区$", "examples": ["江区"],
             "counterexamples": [{"text": "江县", "why": "no word"}]},
             "is_a_city": {"about": "a", "pattern": "市$", "examples": ["乙市"],
             "counterexamples": [{"text": "甲省", "why": "no city"}]}, "not_before": ["场"], "examples": [],
             "counterexamples": [], "divisions": [)" +
         divisions + "]}";
}

Places places_of(const std::string& divisions) {
  return Places(StrictJson::parse("places.json", rules_with(divisions)));
}

/// Fictional divisions: 东山区 is in two cities of 甲省.
Places places() {
  return places_of(
      R"("100000甲省", "100100丙市 100101东山区 100102西山区", "100200丁市 100201东山区",
                      "100901戊市", "200000乙市", "200101城北区 200102江区 200103江县")");
}

TEST(Places, FollowTheNameFromTheProvinceDown) {
  const Place place = places().of("甲省丙市东山区某局");
  EXPECT_EQ(place.province, (Division{"100000", "甲省"}));
  EXPECT_EQ(place.city, (Division{"100100", "丙市"}));
  EXPECT_EQ(place.county, (Division{"100101", "东山区"}));
}

TEST(Places, FillWhatANameLeavesOut) {
  EXPECT_EQ(places().of("丁市某局").province, (Division{"100000", "甲省"}));
  EXPECT_EQ(places().of("甲省西山区某局").city, (Division{"100100", "丙市"}));
  EXPECT_EQ(places().of("西 山 区某局").county, (Division{"100102", "西山区"}));
}

TEST(Places, TakeAMunicipalityForTheCityOfItsDistricts) {
  const Place place = places().of("乙市城北区某局");
  EXPECT_EQ(place.province, (Division{"200000", "乙市"}));
  EXPECT_EQ(place.city, place.province);
  EXPECT_EQ(place.county, (Division{"200101", "城北区"}));
}

TEST(Places, HaveNoCityWhereACountyLiesInTheProvince) {
  EXPECT_FALSE(places().of("甲省戊市某局").city);
}

TEST(Places, AreNoneRatherThanGuessed) {
  EXPECT_EQ(places().of("东山区某局"), Place{});
  EXPECT_EQ(places().of("甲省东山区某局").county, std::nullopt);
  EXPECT_TRUE(places().of("甲省东山区某局").province);
  EXPECT_EQ(places().of("乙市场某局"), Place{});
  EXPECT_EQ(places().of("江区某局"), Place{});
  EXPECT_TRUE(places().of("江县某局").county);
  EXPECT_EQ(places().of("某局驻甲省某处"), Place{});
  EXPECT_EQ(places().of(""), Place{});
}

TEST(Places, FollowWhatMayComeFirst) { EXPECT_TRUE(places().of("中共丙市委员会").city); }

TEST(Places, RefuseAListThatIsMalformed) {
  for (const char* line :
       {R"("10000甲省")", R"("甲省")", R"("100000")", R"("100000甲省  100100丙市")",
        R"("100100丙市 100000甲省")", R"("100000甲省", "100000甲省")"})
    EXPECT_THROW(places_of(line), Error) << line;
}

}  // namespace
}  // namespace mingxi::patterns
