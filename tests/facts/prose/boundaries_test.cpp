#include "facts/prose/boundaries.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace mingxi::facts {
namespace {

std::string sentence_around(std::string_view text, std::string_view part, std::size_t floor = 0) {
  const std::size_t at = text.find(part);
  const std::size_t first = sentence_start(text, floor, at);
  return std::string(text.substr(first, sentence_end(text, at) - first));
}

TEST(Sentences, EndAtFullStopsSemicolonsAndMarks) {
  constexpr std::string_view kText = "收入10万元。支出8万元，结转2万元；其余无？有！完";
  EXPECT_EQ(sentence_around(kText, "收入"), "收入10万元");
  EXPECT_EQ(sentence_around(kText, "结转"), "支出8万元，结转2万元");
  EXPECT_EQ(sentence_around(kText, "其余"), "其余无");
  EXPECT_EQ(sentence_around(kText, "有"), "有");
  EXPECT_EQ(sentence_around(kText, "完"), "完");
}

TEST(Sentences, BeginNotBeforeTheFloor) {
  constexpr std::string_view kText = "支出8万元，结转2万元。";
  const std::size_t floor = kText.find("，");
  EXPECT_EQ(sentence_around(kText, "结转", floor), "，结转2万元");
}

TEST(PhraseStart, StopsAfterPunctuationOutsideBracketsAndQuotes) {
  const struct {
    std::string_view text;
    std::string_view phrase;
  } cases[] = {
      {"支出总计，因公出国(境)费", "因公出国(境)费"},
      {"会议费、培训费", "培训费"},
      {"(办公费、印刷费)", "(办公费、印刷费)"},
      {"工资福利支出(基本工资", "基本工资"},
      {"经费：“三公”经费", "“三公”经费"},
      {"项目，“一老、一小”服务", "“一老、一小”服务"},
      {"公务接待费", "公务接待费"},
      {"", ""},
  };
  for (const auto& [text, phrase] : cases) {
    EXPECT_EQ(text.substr(phrase_start(text, 0, text.size())), phrase) << text;
  }
}

TEST(PhraseStart, StopsAtTheFloor) {
  constexpr std::string_view kText = "会议费2万元培训费";
  const std::size_t floor = kText.find("培训费");
  EXPECT_EQ(phrase_start(kText, floor, kText.size()), floor);
}

TEST(BracketBalance, CountsWhatAStretchLeavesOpenAndClosesUnopened) {
  const struct {
    std::string_view text;
    int opened, closed;
  } cases[] = {
      {"", 0, 0},   {"(境)", 0, 0}, {"支出(基本", 1, 0}, {"奖金)，占", 0, 1},
      {")(", 1, 1}, {"((a)", 1, 0}, {"a))b(c", 1, 2},
  };
  for (const auto& [text, opened, closed] : cases) {
    const BracketBalance balance = bracket_balance(text);
    EXPECT_EQ(balance.opened, opened) << text;
    EXPECT_EQ(balance.closed, closed) << text;
  }
}

}  // namespace
}  // namespace mingxi::facts
