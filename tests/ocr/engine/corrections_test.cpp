#include "ocr/engine/corrections.h"

#include <gtest/gtest.h>

#include <string>

namespace mingxi::ocr {
namespace {

std::u32string mended(std::u32string_view text) {
  std::vector<Glyph> line;
  for (const char32_t c : text) line.push_back({.code_point = c});
  correct_characters(line);
  std::u32string result;
  for (const Glyph& glyph : line) result += glyph.code_point;
  return result;
}

TEST(MendCharacters, WhereWhatWasReadMakesNoSense) {
  EXPECT_EQ(mended(U"财政拨款“三公?经费〈万元〉"), U"财政拨款“三公”经费（万元）");
  EXPECT_EQ(mended(U"公务接待费.2026年3.5万元"), U"公务接待费。2026年3.5万元");
  EXPECT_EQ(mended(U"日录"), U"目录");
}

TEST(MendCharacters, AndNowhereElse) {
  for (const char32_t* text : {U"是否达标?", U"“三公”经费?", U"1.收入", U"共3.5万元", U"节日录像"})
    EXPECT_EQ(mended(text), text);
}

}  // namespace
}  // namespace mingxi::ocr
