#include "ocr/numbers.h"

#include <gtest/gtest.h>

#include <string_view>

namespace mingxi::ocr {
namespace {

constexpr double kSize = 10;

/// A reading whose characters have ink of their own.
OcrText read(std::u32string_view text) {
  OcrText result;
  for (const char32_t c : text) {
    const double x = 5.0 * static_cast<double>(result.glyphs.size());
    result.glyphs.push_back({.code_point = c, .box = {x, 0, x + 4, 7}, .font_size = kSize});
  }
  return result;
}

OcrText with_unread_ink(std::u32string_view text) {
  OcrText result = read(text);
  result.unread = 1;
  return result;
}

OcrText with_two_digits_as_one(std::u32string_view text) {
  OcrText result = read(text);
  result.glyphs.front().box.right += 5;
  return result;
}

std::string first_of(const OcrPiece& piece) { return utf8_of(piece.readings.front()); }

TEST(AsNumber, KnowsPointsFromCommas) {
  const auto number = [](std::u32string_view text) { return utf8_of(as_number(read(text))); };
  EXPECT_EQ(number(U"1.061,872.92"), "1,061,872.92");
  EXPECT_EQ(number(U"2.572.088.40"), "2,572,088.40");
  EXPECT_EQ(number(U"33,325,21"), "33,325.21");
  EXPECT_EQ(number(U"128,148"), "128,148");
  EXPECT_EQ(number(U"12,.5"), "12.5");
  EXPECT_EQ(number(U"１２。３４"), "12.34");
}

TEST(IsNumber, TakesOneNumberAlone) {
  for (const auto* text : {U"0", U"-3.5", U"1,234.50", U"98.6%", U"-"})
    EXPECT_TRUE(is_number(read(text)));
  for (const auto* text : {U"", U"1.2.3", U"12,34", U"3-4", U"5%6", U"第3", U"()"})
    EXPECT_FALSE(is_number(read(text)));
}

TEST(Agree, OnTheValueAndTheInk) {
  EXPECT_TRUE(agree(read(U"1,234.5"), read(U"1234.5")));
  EXPECT_FALSE(agree(read(U"1234.5"), read(U"1284.5")));
  EXPECT_FALSE(agree(read(U"05"), with_unread_ink(U"05"))) << "a digit before it was not read";
  EXPECT_FALSE(agree(read(U"02"), with_two_digits_as_one(U"02"))) << "which may be 302";
}

TEST(Voted, ThreeAlikeAreAgreed) {
  const OcrPiece piece = voted({read(U"6.18"), read(U"0.18"), read(U"6.18"), read(U"6.18")});
  EXPECT_TRUE(piece.is_agreed);
  EXPECT_EQ(first_of(piece), "6.18");
  EXPECT_EQ(piece.readings.size(), 1U);
}

TEST(Voted, TwoAgainstTwoAreInDoubt) {
  const OcrPiece piece = voted({read(U"6.18"), read(U"0.18"), read(U"0.18"), read(U"6.18")});
  EXPECT_FALSE(piece.is_agreed);
  EXPECT_EQ(piece.readings.size(), 2U);
}

TEST(Voted, WhatDoesNotFitTheInkIsNoWitness) {
  const OcrPiece two =
      voted({with_unread_ink(U"05"), read(U"505"), with_unread_ink(U"05"), read(U"505")});
  EXPECT_TRUE(two.is_agreed);
  EXPECT_EQ(first_of(two), "505");
  const OcrPiece one = voted({with_unread_ink(U"05"), read(U"505"), with_unread_ink(U"05")});
  EXPECT_FALSE(one.is_agreed);
  EXPECT_EQ(first_of(one), "505");
  EXPECT_FALSE(voted({with_unread_ink(U"05"), with_unread_ink(U"05")}).is_agreed);
}

TEST(Voted, OfNothingIsNothing) { EXPECT_TRUE(voted({OcrText(), OcrText()}).readings.empty()); }

}  // namespace
}  // namespace mingxi::ocr
