#include "ocr/engine/alignment.h"

#include <gtest/gtest.h>

#include <string_view>

namespace mingxi::ocr {
namespace {

bool is_han(char32_t c) { return c > 0x3400; }

/// The ink of a text that is printed at a size, from x = 0: one piece a character.
std::vector<Box> ink_of(std::u32string_view text, double size) {
  std::vector<Box> ink;
  double x = 0;
  for (const char32_t c : text) {
    const double advance = (is_han(c) ? 1 : c == U'.' ? 0.3 : 0.55) * size;
    const double width = (is_han(c) ? 0.88 : c == U'.' ? 0.12 : c == U'1' ? 0.3 : 0.45) * size;
    const double top = c == U'.' ? 0.75 * size : is_han(c) ? 0 : 0.15 * size;
    ink.push_back({x + (advance - width) / 2, top, x + (advance + width) / 2, 0.88 * size});
    x += advance;
  }
  return ink;
}

/// The characters of a line as a model places them: somewhat to the right.
std::vector<Glyph> line_of(std::u32string_view text, const std::vector<Box>& ink, double aside) {
  std::vector<Glyph> line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Box& box = ink[std::min(i, ink.size() - 1)];
    line.push_back(
        {.code_point = text[i], .box = {box.left + aside, box.top, box.right + aside, box.bottom}});
  }
  return line;
}

constexpr std::u32string_view kText = U"收入预算1326.28万元";
constexpr double kSize = 30;

TEST(PlaceOnInk, UndoesWhatTheModelPlacesAside) {
  const std::vector<Box> ink = ink_of(kText, kSize);
  for (const double aside : {0.0, 10.0, -10.0, 20.0}) {
    std::vector<Glyph> line = line_of(kText, ink, aside);
    place_on_ink(ink, line);
    for (std::size_t i = 0; i < line.size(); ++i)
      EXPECT_EQ(line[i].box, ink[i]) << "character " << i << ", aside " << aside;
  }
}

TEST(PlaceOnInk, JoinsThePartsOfACharacterAndLeavesDust) {
  std::vector<Box> ink = ink_of(kText, kSize);
  std::vector<Glyph> line = line_of(kText, ink, 8);
  const std::vector<Box> whole = ink;
  const Box second = ink[1];
  ink[1].right = second.left + 10;  // 川 and its like
  ink.push_back({second.left + 13, second.top, second.right, second.bottom});
  const Box last = whole.back();
  ink.push_back({last.right + 20, 12, last.right + 22, 14});
  place_on_ink(ink, line);
  for (std::size_t i = 0; i < line.size(); ++i)
    EXPECT_EQ(line[i].box, whole[i]) << "character " << i;
}

TEST(PlaceOnInk, PartsDigitsThatTouch) {
  std::vector<Box> ink = ink_of(kText, kSize);
  std::vector<Glyph> line = line_of(kText, ink, 8);
  const Box three = ink[5], two = ink[6];
  ink[5] = united(three, two);
  ink.erase(ink.begin() + 6);
  place_on_ink(ink, line);
  EXPECT_NEAR(line[5].box.middle_x(), three.middle_x(), 2);
  EXPECT_NEAR(line[6].box.middle_x(), two.middle_x(), 2);
  EXPECT_EQ(line[7].box.middle_x(), ink[6].middle_x());
}

TEST(PlaceOnInk, KeepsACharacterWithoutInkBetweenItsNeighbours) {
  const std::vector<Box> ink = ink_of(U"收入28", kSize);
  std::vector<Glyph> line = line_of(U"收入228", {ink[0], ink[1], ink[2], ink[2], ink[3]}, 0);
  EXPECT_EQ(place_on_ink(ink, line), 0U);
  EXPECT_EQ(line[1].box, ink[1]);
  EXPECT_EQ(line[4].box, ink[3]);
  EXPECT_EQ(std::min(line[2].box.width(), line[3].box.width()), 0) << "one 2 is not there";
  EXPECT_EQ(std::max(line[2].box.width(), line[3].box.width()), ink[2].width());
}

TEST(PlaceOnInk, ReportsInkThatWasNotRead) {
  const std::vector<Box> ink = ink_of(U"505.3", kSize);
  std::vector<Glyph> line = line_of(U"05.3", {ink[1], ink[2], ink[3], ink[4]}, 0);
  EXPECT_EQ(place_on_ink(ink, line), 1U);
  EXPECT_EQ(line[0].box, ink[1]);
}

TEST(PlaceOnInk, WithoutInkNothingMoves) {
  std::vector<Glyph> line = line_of(kText, ink_of(kText, kSize), 8);
  const std::vector<Glyph> before = line;
  place_on_ink({}, line);
  EXPECT_EQ(line, before);
}

}  // namespace
}  // namespace mingxi::ocr
