#include "facts/prose/bodies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/statement_lines.h"

namespace mingxi::facts {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

Grid grid_of(const std::vector<std::string>& texts) {
  Grid grid;
  for (const std::string& text : texts) {
    GridCell cell;
    for (const char c : text) cell.text.append(std::string_view(&c, 1), 0);
    grid.cells.push_back(cell);
  }
  return grid;
}

std::vector<std::string> bodies(const char* publisher, const std::vector<std::string>& cells) {
  Layout layout;
  layout.grids.push_back(grid_of(cells));
  Identity identity;
  identity.publisher = publisher;
  return bodies_of(layout, identity, test_patterns().statements.expressions.unit_name);
}

TEST(BodiesOf, KnowsThePublisherWithoutThePlacesBeforeIt) {
  const auto names = bodies("青禾市云杉区水务局", {});
  EXPECT_EQ(names.front(), "青禾市云杉区水务局");
  EXPECT_THAT(names, Contains("云杉区水务局"));
  EXPECT_THAT(names, Contains("水务局"));
}

TEST(BodiesOf, TakesUnitsOfTheSamePlaceFromTables) {
  const auto names = bodies("青禾市水务局", {"青禾市水文监测中心", "行政运行", "松原市水务局"});
  EXPECT_THAT(names, Contains("青禾市水文监测中心"));
  EXPECT_THAT(names, Not(Contains("行政运行")));
  EXPECT_THAT(names, Not(Contains("松原市水务局")));
}

TEST(BodiesOf, IsEmptyWithoutAPublisher) {
  EXPECT_THAT(bodies("", {"青禾市水文监测中心"}), IsEmpty());
}

}  // namespace
}  // namespace mingxi::facts
