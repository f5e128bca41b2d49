#include "ocr/protocol.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace mingxi::ocr {
namespace {

OcrPiece piece_of(char32_t first, char32_t second) {
  const auto reading = [](char32_t c, double confidence) {
    return OcrText{
        .glyphs = {{.code_point = c, .box = {1, 2, 3, 4}, .baseline = 4, .font_size = 9}},
        .confidence = confidence};
  };
  return {.readings = {reading(first, 0.9), reading(second, 0.25)}, .is_agreed = false};
}

TEST(OcrMessages, ComeBackAsTheyWere) {
  ScannedPage page;
  page.frame.width = 595;
  page.frame.height = 842;
  page.frame.turn = {.quarters = 1, .degrees = 0.5};
  page.frame.rulings.push_back({{10, 20, 300, 20.5}});
  page.pieces = {piece_of(U'3', U'8'), piece_of(U'万', U'方')};
  EXPECT_EQ(scanned_page_of(bytes_of(page)), page);
  EXPECT_EQ(number_of(bytes_of(std::uint32_t{7})), 7U);
  const DrawnPage drawn =
      drawn_page_of(bytes_of(DrawnPage{1, 2, {.width = 1, .height = 1, .rgb = {1, 2, 3}}}));
  EXPECT_EQ(drawn.image.rgb, (std::vector<std::uint8_t>{1, 2, 3}));
}

TEST(OcrMessages, CutShortAreRefused) {
  const std::string bytes = bytes_of(std::vector{piece_of(U'3', U'8')});
  for (std::size_t size = 0; size < bytes.size(); size += 5)
    EXPECT_THROW(pieces_of(bytes.substr(0, size)), std::runtime_error) << size;
}

TEST(OcrMessages, ALengthBeyondTheMessageIsRefused) {
  std::string bytes = bytes_of(std::vector<Box>{{1, 2, 3, 4}});
  bytes[7] = '\x7F';
  EXPECT_THROW(boxes_of(bytes), std::runtime_error);
}

}  // namespace
}  // namespace mingxi::ocr
