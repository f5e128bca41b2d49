#include "read/plain_text/charset.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

namespace mingxi::read {
namespace {

using std::string_view_literals::operator""sv;

std::optional<std::string> text_of(std::string_view bytes) {
  const std::optional<Utf8Text> text = Utf8Text::of(bytes);
  if (!text) return std::nullopt;
  return std::string(text->utf8());
}

TEST(Utf8Text, IsReadFromEveryEncodingInUse) {
  struct Case {
    std::string_view name;
    std::string_view bytes;
  };
  for (const Case& c : {Case{"UTF-8", "预算1"sv}, Case{"UTF-8 with mark", "\xEF\xBB\xBF预算1"sv},
                        Case{"UTF-16LE", "\xFF\xFE\x84\x98\x97\x7B\x31\x00"sv},
                        Case{"UTF-16BE", "\xFE\xFF\x98\x84\x7B\x97\x00\x31"sv},
                        Case{"UTF-16LE, no mark", "\x84\x98\x97\x7B\x31\x00"sv},
                        Case{"UTF-16BE, no mark", "\x98\x84\x7B\x97\x00\x31"sv},
                        Case{"GB18030", "\xD4\xA4\xCB\xE3\x31"sv}})
    EXPECT_EQ(text_of(c.bytes), "预算1") << c.name;
}

TEST(Utf8Text, KnowsTheFourByteCharactersOfGB18030) {
  EXPECT_EQ(text_of("\xD4\xA4\x82\x35\x87\x38"sv), "预䶵");
}

TEST(Utf8Text, ForgivesOneBadByte) {
  EXPECT_EQ(text_of("部门预算公开\xFF支出"sv), "部门预算公开\uFFFD支出");
}

TEST(Utf8Text, RefusesWhatIsNotText) {
  EXPECT_EQ(text_of("\x7F"
                    "ELF\x02\x01\x01\0\0\0\0\0"sv),
            std::nullopt);
  EXPECT_EQ(text_of("\x01\x02\x03\x04\x05\x06"sv), std::nullopt);
  EXPECT_EQ(text_of("a\0b\0\0c\0\0d"sv), std::nullopt);
}

}  // namespace
}  // namespace mingxi::read
