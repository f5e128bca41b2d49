#include "facts/prose/masked_text.h"

#include <gtest/gtest.h>

#include "facts/prose/quantities.h"
#include "support/statement_lines.h"

namespace mingxi::facts {
namespace {

std::string mask(std::string_view text) {
  const auto names = opaque_names(text, test_patterns().statements.expressions.opaque);
  return masked(text, find_quantities(text, test_patterns().units), names);
}

TEST(Masked, IsAsLongAsTheText) {
  for (const std::string_view text :
       {"会议费3万元，增长20%。", "落实“三项”制度", "《规划(2026—2035年)》编制费50万元", ""}) {
    EXPECT_EQ(mask(text).size(), text.size()) << text;
  }
}

TEST(Masked, MarksAFigureByItsKind) {
  const std::string text = mask("会议费3万元20%5人");
  const std::size_t figures = std::string_view("会议费").size();
  EXPECT_EQ(text[figures], '\x01');
  EXPECT_EQ(text[figures + std::string_view("3万元").size()], '\x02');
  EXPECT_EQ(text[figures + std::string_view("3万元20%").size()], '\x03');
}

TEST(Masked, LetsNothingBeReadOutOfAName) {
  for (const std::string_view text :
       {"落实“三项”制度", "《规划(2026—2035年)》", "〔2014〕865号", "(2024年度)"}) {
    const std::string seen = mask(text);
    EXPECT_EQ(seen.find('2'), std::string::npos) << text;
    EXPECT_EQ(seen.find('\x03'), std::string::npos) << text;
  }
}

TEST(Masked, SeesWhatQuotesWithoutNumbersHold) { EXPECT_EQ(mask("“公务接待”费"), "“公务接待”费"); }

}  // namespace
}  // namespace mingxi::facts
