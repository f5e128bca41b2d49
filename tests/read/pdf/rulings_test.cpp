#include "read/pdf/rulings.h"

#include "read/pdf/dashes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <vector>

namespace mingxi::read {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Box kPaper{0, 0, 600, 800};

struct Drawing {
  Path path;

  Drawing& closed(std::initializer_list<PathPoint> points) { return add(points, true); }
  Drawing& open(std::initializer_list<PathPoint> points) { return add(points, false); }
  Drawing& rectangle(double left, double top, double right, double bottom) {
    return closed({{left, top}, {right, top}, {right, bottom}, {left, bottom}, {left, top}});
  }

  Drawing& add(std::initializer_list<PathPoint> points, bool is_closed) {
    const std::size_t first = path.points.size();
    path.points.insert(path.points.end(), points.begin(), points.end());
    path.subpaths.push_back({first, path.points.size(), is_closed});
    return *this;
  }
};

std::vector<Ruling> stroked(const Drawing& drawing, double width = 0.5) {
  std::vector<Ruling> rulings;
  add_stroked_rulings(drawing.path, width, kPaper, rulings);
  join_dashes(rulings);
  return rulings;
}

struct Filled {
  std::vector<Ruling> rulings;
  std::vector<FilledArea> areas;
};

Filled filled(const Drawing& drawing, FillRule rule = FillRule::kEvenOdd) {
  Filled result;
  add_filled_rulings(drawing.path, rule, kPaper, result.rulings, result.areas);
  return result;
}

Ruling ruling(double left, double top, double right, double bottom) {
  return {.box = {left, top, right, bottom}};
}

TEST(StrokedRulings, JoinPiecesThatGoStraightOn) {
  EXPECT_THAT(stroked(Drawing().open({{10, 50}, {20, 50}, {60, 50}, {60, 90}})),
              ElementsAre(ruling(10, 49.75, 60, 50.25), ruling(59.75, 50, 60.25, 90)));
}

TEST(StrokedRulings, TakeACurveWhoseControlPointsLieOnItsLine) {
  EXPECT_THAT(stroked(Drawing().open({{10, 50}, {20, 50, true}, {40, 50, true}, {60, 50}})),
              ElementsAre(ruling(10, 49.75, 60, 50.25)));
  EXPECT_THAT(stroked(Drawing().open({{10, 50}, {20, 90, true}, {40, 90, true}, {60, 50}})),
              IsEmpty());
}

TEST(StrokedRulings, FollowTheLineThatClosesAPath) {
  EXPECT_THAT(stroked(Drawing().closed({{10, 10}, {90, 10}, {90, 60}, {10, 60}})), SizeIs(4));
}

TEST(StrokedRulings, LeaveOutDotsSlantsAndShading) {
  EXPECT_THAT(stroked(Drawing().open({{10, 50}, {12, 50}})), IsEmpty());
  EXPECT_THAT(stroked(Drawing().open({{10, 50}, {60, 60}})), IsEmpty());
  EXPECT_THAT(stroked(Drawing().open({{10, 50}, {60, 50}}), 20), IsEmpty());
}

TEST(StrokedRulings, GiveAHairlineSomeInk) {
  const std::vector<Ruling> rulings = stroked(Drawing().open({{10, 50}, {60, 50}}), 0);
  ASSERT_THAT(rulings, SizeIs(1));
  EXPECT_GT(rulings[0].box.height(), 0);
}

TEST(FilledRulings, TakeEachThinBarOfAPath) {
  const Filled result = filled(Drawing().rectangle(10, 10, 100, 10.5).rectangle(10, 10, 10.5, 80));
  EXPECT_THAT(result.rulings, ElementsAre(ruling(10, 10, 100, 10.5), ruling(10, 10, 10.5, 80)));
  EXPECT_THAT(result.areas, IsEmpty());
}

TEST(FilledRulings, TakeABarDrawnWithCurves) {
  EXPECT_THAT(filled(Drawing().closed({{10, 10},
                                       {40, 10, true},
                                       {70, 10, true},
                                       {100, 10},
                                       {100, 11},
                                       {70, 11, true},
                                       {40, 11, true},
                                       {10, 11}}))
                  .rulings,
              ElementsAre(ruling(10, 10, 100, 11)));
}

TEST(FilledRulings, LeaveOutASlantedBar) {
  EXPECT_THAT(filled(Drawing().closed({{10, 10}, {100, 12}, {100, 12.3}, {10, 10.3}})).rulings,
              IsEmpty());
}

TEST(FilledRulings, TakeTheFourBarsOfAFrame) {
  const Drawing frame = Drawing().rectangle(10, 10, 100, 80).rectangle(11, 11, 99, 79);
  const Filled result = filled(frame);
  EXPECT_THAT(result.rulings,
              testing::UnorderedElementsAre(ruling(11, 10, 99, 11), ruling(11, 79, 99, 80),
                                            ruling(10, 11, 11, 79), ruling(99, 11, 100, 79)));
  for (const FilledArea& area : result.areas) EXPECT_FALSE(area.is_rectangle);
}

TEST(FilledRulings, TakeNoFrameWhereTheHoleIsFilled) {
  const Drawing frame = Drawing().rectangle(10, 10, 100, 80).rectangle(11, 11, 99, 79);
  EXPECT_THAT(filled(frame, FillRule::kNonZero).areas, SizeIs(2));
  // Drawn the same way round, the inner rectangle is no hole: its edge is not seen.
  EXPECT_THAT(filled(frame, FillRule::kNonZero).rulings, SizeIs(4));
}

TEST(FilledRulings, TakeTheArmsOfAPolygon) {
  // An L of one point, as a grid drawn as one outline has many.
  const Filled result =
      filled(Drawing().closed({{10, 10}, {100, 10}, {100, 11}, {11, 11}, {11, 80}, {10, 80}}));
  EXPECT_THAT(result.rulings,
              testing::UnorderedElementsAre(ruling(11, 10, 100, 11), ruling(10, 11, 11, 80)));
}

TEST(FilledRulings, TakeAShadedCellForAnArea) {
  const Filled result = filled(Drawing().rectangle(10, 10, 100, 30));
  EXPECT_THAT(result.rulings, IsEmpty());
  EXPECT_THAT(result.areas,
              ElementsAre(FilledArea{.box = {10, 10, 100, 30}, .is_rectangle = true}));
}

TEST(FilledRulings, TakeWhatTheClipLeavesOfALargeFill) {
  Filled result;
  add_filled_rulings(Drawing().rectangle(10, 10, 100, 80).path, FillRule::kNonZero,
                     {0, 20, 600, 21}, result.rulings, result.areas);
  EXPECT_THAT(result.rulings, ElementsAre(ruling(10, 20, 100, 21)));
  EXPECT_THAT(result.areas, IsEmpty());
}

}  // namespace
}  // namespace mingxi::read
