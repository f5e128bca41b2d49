#include "text/numerals.h"

#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

namespace mingxi::text {
namespace {

/// "18976.76 of 9 bytes", or "none".
std::string told(const std::optional<Numeral>& numeral) {
  if (!numeral) return "none";
  return numeral->value.text() + " of " + std::to_string(numeral->last) + " bytes";
}

TEST(ReadDigits, TakesSeparatorsBetweenGroupsOfThree) {
  const std::pair<const char*, const char*> kCases[] = {
      {"1728.14万元", "1728.14 of 7 bytes"},
      {"18,976.76万元", "18976.76 of 9 bytes"},
      {"1,200,000.00", "1200000.00 of 12 bytes"},
      {"82，225.00元", "82225.00 of 11 bytes"},
      {"1，200，300元", "1200300 of 13 bytes"},
      {"3,51", "3 of 1 bytes"},
      {"3,5123", "3 of 1 bytes"},
      {"2023,123", "2023 of 4 bytes"},
      {"5，6", "5 of 1 bytes"},
      {"12.", "12 of 2 bytes"},
      {"0.50", "0.50 of 4 bytes"},
      {"1234567890123456789", "none"},
      {"万", "none"},
      {"", "none"},
  };
  for (const auto& [text, expected] : kCases) {
    EXPECT_EQ(told(read_digits(text, 0)), expected) << text;
  }
}

TEST(ReadDigits, TakesOneFullWidthCommaOnlyWhereAsked) {
  EXPECT_EQ(told(read_digits("5，123元", 0)), "5 of 1 bytes");
  EXPECT_EQ(told(read_digits("5，123元", 0, FullWidthComma::kSeparator)), "5123 of 7 bytes");
}

TEST(ReadWords, ReadsLowerAndCapitalNumerals) {
  const std::pair<const char*, const char*> kCases[] = {
      {"三百二十万元", "320 of 12 bytes"},
      {"壹佰万元整", "100 of 6 bytes"},
      {"两千零五", "2005 of 12 bytes"},
      {"十二", "12 of 6 bytes"},
      {"一百五", "150 of 9 bytes"},
      {"二点五", "2.5 of 9 bytes"},
      {"二〇二五年", "2025 of 12 bytes"},
      {"百", "100 of 3 bytes"},
      {"零", "0 of 3 bytes"},
      {"七个", "7 of 3 bytes"},
      {"一点", "1 of 3 bytes"},
      {"三五家", "none"},
      {"三四十", "none"},
      {"十四五", "none"},
      {"百千", "none"},
      {"万", "none"},
  };
  for (const auto& [text, expected] : kCases) {
    EXPECT_EQ(told(read_words(text, 0)), expected) << text;
  }
}

TEST(ReadWords, ReadsNothingAfterTheEnd) {
  EXPECT_EQ(told(read_words("一", 3)), "none");
  EXPECT_EQ(told(read_words("\xE4\xB8", 0)), "none");
}

TEST(AmountOf, ReadsAWholeCell) {
  const std::pair<const char*, const char*> kCases[] = {
      {"1,234.56", "1234.56"}, {"(1,234.56)", "-1234.56"}, {"-12.50", "-12.50"},
      {"△3.5", "-3.5"},        {"¥5.00", "5.00"},          {"0", "0"},
  };
  for (const auto& [cell, expected] : kCases) {
    const auto amount = amount_of(cell);
    ASSERT_TRUE(amount.has_value()) << cell;
    EXPECT_EQ(amount->text(), expected);
  }
  for (const char* const cell : {"", "—", "5人", "(-5)", "()", "1.2.3"}) {
    EXPECT_FALSE(amount_of(cell).has_value()) << cell;
  }
}

}  // namespace
}  // namespace mingxi::text
