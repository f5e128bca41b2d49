#include "facts/prose/boundaries.h"

#include <algorithm>

#include "text/characters.h"

namespace mingxi::facts {
namespace {

bool ends_sentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ';' || c == '?' || c == '!') return true;
  const std::string_view character = text.substr(at, 3);
  return character == "。" || character == "；" || character == "！" || character == "？";
}

bool is_mark(std::string_view character) {
  return character == "，" || character == "。" || character == "；" || character == "：" ||
         character == "、" || character == "！" || character == "？" || character == "," ||
         character == ";" || character == ":";
}

/// 收、支总计 and 收入、支出总计 are names of one figure, not a list.
bool joins_income_and_expenditure(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const std::string_view after = text.substr(at + 3);
  return (before.ends_with("收") && after.starts_with("支")) ||
         (before.ends_with("收入") && after.starts_with("支出"));
}

std::size_t character_start(std::string_view text, std::size_t end) {
  std::size_t at = end - 1;
  while (at > 0 && text::continues_character(text[at])) --at;
  return at;
}

}  // namespace

std::size_t sentence_start(std::string_view text, std::size_t floor, std::size_t at) {
  if (at > kLongestSentence) floor = std::max(floor, at - kLongestSentence);
  while (at > floor) {
    const std::size_t start = character_start(text, at);
    if (start < floor) return floor;
    if (ends_sentence(text, start)) return at;
    at = start;
  }
  return floor;
}

std::size_t sentence_end(std::string_view text, std::size_t at) {
  while (at < text.size() && !ends_sentence(text, at)) ++at;
  return std::min(at, text.size());
}

std::size_t phrase_start(std::string_view text, std::size_t floor, std::size_t end) {
  int brackets = 0;  // closed and not yet opened, reading backwards
  int quotes = 0;
  std::size_t outer = floor;  // after the bracket that was closed last
  std::size_t at = end;
  while (at > floor) {
    const std::size_t start = character_start(text, at);
    const std::string_view character = text.substr(start, at - start);
    if (character == ")" && ++brackets == 1) outer = at;
    if (character == "”") ++quotes;
    if (character == "“" && quotes > 0) --quotes;
    if (character == "(" && --brackets < 0) return at;
    const bool ends_here =
        is_mark(character) && !(character == "、" && joins_income_and_expenditure(text, start));
    if (brackets == 0 && quotes == 0 && ends_here) return at;
    at = start;
  }
  return brackets > 0 ? outer : floor;
}

std::size_t title_end(std::string_view text, std::size_t first, std::size_t last) {
  for (std::size_t at = first; at < last; ++at) {
    const bool is_figure = text[at] >= '\x01' && text[at] <= '\x06';
    const bool is_ascii_mark = text[at] == ',' || text[at] == ';' || text[at] == ':';
    const std::string_view character = text.substr(at, 3);
    const bool is_wide_mark = character == "，" || character == "。" || character == "；" ||
                              character == "：" || character == "、";
    if (is_figure || is_ascii_mark || is_wide_mark) return at;
  }
  return last;
}

bool ends_joined(std::string_view text) { return text.ends_with("、"); }

bool ends_set_off(std::string_view text) { return text.ends_with("，"); }

BracketBalance bracket_balance(std::string_view text) {
  BracketBalance balance;
  for (const char c : text) {
    if (c == '(') ++balance.opened;
    if (c == ')') balance.opened > 0 ? --balance.opened : ++balance.closed;
  }
  return balance;
}

}  // namespace mingxi::facts
