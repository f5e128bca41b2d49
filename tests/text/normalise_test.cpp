#include "text/normalise.h"

#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace mingxi::text {
namespace {

TEST(Normalised, MendsEachCharacterToOneForm) {
  const std::pair<const char*, const char*> kCases[] = {
      {"１２３．４５万元", "123.45万元"},
      {"（类）［２０１５］％＋／＜＞", "(类)[2015]%+/<>"},
      {"Ａｂ", "Ab"},
      {"￥5", "¥5"},
      {"－−﹣‐\u00AD", "-----"},
      {"～〜∼", "~~~"},
      {"⼀⼈法⾦⻓⻔⺠⻚", "一人法金长门民页"},
      {"\uF90A\uFA12", "金晴"},
      {"㎡㎥", "m²m³"},
      {"≦7≧", "≤7≥"},
      {"㈠", "(一)"},
  };
  for (const auto& [printed, expected] : kCases) EXPECT_EQ(normalised(printed), expected);
}

TEST(Normalised, LeavesWhatNfkcWouldSpoil) {
  for (const std::string text : {"，。；：！？、", "①⑳", "“”‘’…—–", "《》〈〉【】〔〕·", "≥≤",
                                 "万元²", "½", "〇", "\uFFFD", ",;:."}) {
    EXPECT_EQ(normalised(text), text);
  }
}

TEST(Normalised, DropsWhiteSpaceAndControls) {
  EXPECT_EQ(normalised("1 728\u00A0.\u30001\t4\n万\u200B元\uFEFF\x7F"), "1728.14万元");
}

TEST(Normalised, TurnsBytesThatAreNoUtf8IntoReplacements) {
  EXPECT_EQ(normalised("a\xFF"
                       "b\xE4\xB8"),
            "a\uFFFDb\uFFFD\uFFFD");
  EXPECT_EQ(normalised("\xC0\xAF"), "\uFFFD\uFFFD");
  EXPECT_EQ(normalised("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");
}

TEST(AppendNormalised, KeepsTheGlyphOfEachByte) {
  TracedText text;
  append_normalised(text, U'５', 3);
  append_normalised(text, U'\u3000', 4);
  append_normalised(text, U'⼀', 5);
  append_normalised(text, U'，', 6);
  EXPECT_EQ(text.utf8(), "5一，");
  EXPECT_EQ(text.glyph(0), 3U);
  EXPECT_EQ(text.glyph(1), 5U);
  EXPECT_EQ(text.glyph(4), 6U);
}

TEST(AppendNormalised, SaysThatACodePointIsNone) {
  TracedText text;
  append_normalised(text, static_cast<char32_t>(0xD800), 0);
  append_normalised(text, static_cast<char32_t>(0x110000), 1);
  EXPECT_EQ(text.utf8(), "\uFFFD\uFFFD");
}

}  // namespace
}  // namespace mingxi::text
