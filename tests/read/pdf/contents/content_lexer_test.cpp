#include "read/pdf/contents/content_lexer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "read/pdf/contents/declined.h"

namespace mingxi::read {
namespace {

using testing::ElementsAre;

std::vector<double> numbers_of(const std::string& text) {
  const ContentBytes contents{.bytes = text, .seams = {}};
  ContentLexer lexer(contents);
  std::vector<double> numbers;
  for (Operand operand; lexer.next(operand) == Token::kNumber;) numbers.push_back(operand.number);
  return numbers;
}

std::string string_of(const std::string& text) {
  const ContentBytes contents{.bytes = text, .seams = {}};
  ContentLexer lexer(contents);
  Operand operand;
  EXPECT_EQ(lexer.next(operand), Token::kString);
  return std::string(operand.text);
}

TEST(ContentLexer, AddsUpTheScaledDigitsOfADecimalAsPopplerDoes) {
  // One division would give 0.3, and boxes that differ in the last bit.
  const double summed = 0.0 + 0.1 * 3;
  EXPECT_NE(summed, 0.3);
  EXPECT_THAT(numbers_of("0.3 -.5 +7 -4. 12"), ElementsAre(summed, -0.5, 7, -4, 12));
}

TEST(ContentLexer, EndsATokenWhereItCannotGoOn) {
  EXPECT_THAT(numbers_of("1.2.3"), ElementsAre(1.2, 0.1 * 3));
  const ContentBytes contents{.bytes = "0 g%note\n/Name[(a)]TJ", .seams = {}};
  ContentLexer lexer(contents);
  std::vector<Token> tokens;
  for (Operand operand; lexer.next(operand) != Token::kEnd;) tokens.push_back(operand.kind);
  EXPECT_THAT(tokens, ElementsAre(Token::kNumber, Token::kOperator, Token::kName, Token::kArray,
                                  Token::kString, Token::kArrayEnd, Token::kOperator));
}

TEST(ContentLexer, ReadsStringsAsTheyAreSpelled) {
  EXPECT_EQ(string_of("(a(b)c)"), "a(b)c");
  EXPECT_EQ(string_of("(a\\)\\\\\\n\\101\\1x\\\nb)"), "a)\\\nA\1xb");
  EXPECT_EQ(string_of("<41 4>"), "A@");
  EXPECT_EQ(string_of("<4142>"), "AB");
}

TEST(ContentLexer, DeclinesWhatPopplerComplainsOf) {
  for (const char* text : {"(open", "<4x>", "--5", "3.5-", "12345678901", ") Tj", "> >"})
    EXPECT_THROW(numbers_of(std::string(text) + " "), Declined) << text;
}

TEST(ContentLexer, DeclinesAStringThatGoesOnInTheNextStream) {
  const ContentBytes over{.bytes = "(ab\ncd)", .seams = {3}};
  const ContentBytes before{.bytes = "(ab)\n(cd)", .seams = {4}};
  Operand operand;
  EXPECT_THROW(ContentLexer(over).next(operand), Declined);
  ContentLexer lexer(before);
  EXPECT_EQ(lexer.next(operand), Token::kString);
  EXPECT_EQ(lexer.next(operand), Token::kString);
  EXPECT_EQ(operand.text, "cd");
}

}  // namespace
}  // namespace mingxi::read
