#include "read/plain_text/plain_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/traced_text.h"

namespace mingxi::read {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

std::string text_of(const Page& page) {
  std::string text;
  for (const Glyph& glyph : page.glyphs) append_utf8(text, glyph.code_point);
  return text;
}

TEST(SetAsPages, GivesChineseTwiceTheRoomOfASCII) {
  const Page page = set_as_pages("a合1①é").at(0);
  ASSERT_THAT(page.glyphs, SizeIs(5));
  EXPECT_EQ(page.text_source, TextSource::kPlain);
  const double left = page.glyphs[0].box.left;
  EXPECT_EQ(page.glyphs[1].box.left, left + 6);
  EXPECT_EQ(page.glyphs[2].box.left, left + 18);
  EXPECT_EQ(page.glyphs[3].box.left, left + 24);
  EXPECT_EQ(page.glyphs[4].box.left, left + 36);
}

TEST(SetAsPages, KeepsTheRoomOfWhiteSpace) {
  const Page page = set_as_pages(" a\tb　c").at(0);
  EXPECT_EQ(text_of(page), "abc");
  const double margin = page.glyphs[0].box.left - 6;
  EXPECT_EQ(page.glyphs[1].box.left, margin + 48);
  EXPECT_EQ(page.glyphs[2].box.left, margin + 48 + 6 + 12);
}

TEST(SetAsPages, KeepsBlankLinesAsGaps) {
  for (const std::string text : {"a\n\nb", "a\r\n\r\nb", "a\r\rb"}) {
    const Page page = set_as_pages(text).at(0);
    ASSERT_THAT(page.glyphs, SizeIs(2));
    EXPECT_EQ(page.glyphs[1].baseline, page.glyphs[0].baseline + 36);
  }
}

TEST(SetAsPages, BeginsAPageAtEachFormFeed) {
  const std::vector<Page> pages = set_as_pages("ab\f\fc\f");
  ASSERT_THAT(pages, SizeIs(3));
  EXPECT_EQ(text_of(pages[0]), "ab");
  EXPECT_EQ(pages[1].text_source, TextSource::kNone);
  EXPECT_EQ(pages[2].number, 3);
  EXPECT_EQ(pages[2].first_glyph, 2U);
}

TEST(SetAsPages, GrowsThePageWithItsText) {
  const Page page = set_as_pages(std::string(500, 'x') + std::string(100, '\n') + "y").at(0);
  for (const Glyph& glyph : page.glyphs) {
    EXPECT_LT(glyph.box.right, page.width);
    EXPECT_LT(glyph.box.bottom, page.height);
  }
}

TEST(SetAsPages, GivesOnePageForAnEmptyText) {
  const std::vector<Page> pages = set_as_pages("");
  ASSERT_THAT(pages, SizeIs(1));
  EXPECT_THAT(pages[0].glyphs, IsEmpty());
  EXPECT_GT(pages[0].height, 0);
}

TEST(SetAsPages, PrintsNothingForInvisibleCharacters) {
  EXPECT_EQ(text_of(set_as_pages("a\u200Bb\uFEFFc\u00A0d\x01").at(0)), "abcd");
}

}  // namespace
}  // namespace mingxi::read
