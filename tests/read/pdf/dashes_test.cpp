#include "read/pdf/dashes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mingxi::read {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<Ruling> joined(std::vector<Ruling> rulings) {
  join_dashes(rulings);
  return rulings;
}

TEST(JoinDashes, MakesOneRulingOfARowOfDots) {
  std::vector<Ruling> dots;
  for (double x = 100; x < 200; x += 2) dots.push_back({.box = {x, 50, x + 0.75, 50.75}});
  const std::vector<Ruling> rulings = joined(dots);
  ASSERT_THAT(rulings, SizeIs(1));
  EXPECT_NEAR(rulings[0].box.left, 100, 0.1);
  EXPECT_NEAR(rulings[0].box.right, 198.75, 0.1);
}

TEST(JoinDashes, MakesOneRulingOfAColumnOfDashes) {
  std::vector<Ruling> dashes;
  for (double y = 100; y < 200; y += 5) dashes.push_back({.box = {50, y, 50.75, y + 2.5}});
  EXPECT_THAT(joined(dashes), SizeIs(1));
}

TEST(JoinDashes, TakesOutDotsThatAreFewOrFarApart) {
  EXPECT_THAT(joined({{.box = {100, 50, 101, 51}}, {.box = {102, 50, 103, 51}}}), IsEmpty());
  std::vector<Ruling> far;
  for (double x = 100; x < 300; x += 20) far.push_back({.box = {x, 50, x + 1, 51}});
  EXPECT_THAT(joined(far), IsEmpty());
}

TEST(JoinDashes, LeavesRulingsAlone) {
  const std::vector<Ruling> sides = {{.box = {50, 100, 50.5, 110}}, {.box = {50, 110, 50.5, 120}}};
  EXPECT_THAT(joined(sides), ::testing::ElementsAreArray(sides));
}

}  // namespace
}  // namespace mingxi::read
