#include "layout/prose/numbering.h"

#include <array>

#include "text/characters.h"

namespace mingxi::layout {
namespace {

constexpr std::size_t kMaxChineseDigits = 4;  // 二十一, 一百零一
constexpr std::size_t kMaxDigits = 2;         // 2026. is no item

bool is_chinese_digit(char32_t c) {
  constexpr std::u32string_view digits = U"一二三四五六七八九十百零〇";
  return digits.find(c) != std::u32string_view::npos;
}

/// Where a numeral that begins at a byte ends; the same byte if there is none or it is too long.
std::size_t end_of_numeral(std::string_view text, std::size_t begin, bool (*is_part)(char32_t),
                           std::size_t most) {
  std::size_t at = begin;
  for (std::size_t count = 0; at < text.size(); ++count) {
    std::size_t next = at;
    if (!is_part(text::next_code_point(text, next))) break;
    if (count == most) return begin;
    at = next;
  }
  return at;
}

/// Where a mark that begins at a byte ends; nothing if another character is there.
std::optional<std::size_t> end_of_mark(std::string_view text, std::size_t begin,
                                       std::u32string_view marks) {
  if (begin >= text.size()) return std::nullopt;
  std::size_t at = begin;
  if (marks.find(text::next_code_point(text, at)) == std::u32string_view::npos) return std::nullopt;
  return at;
}

/// 第一部分, 第二章; 第三节 is a level below.
std::optional<Numbering> part_numbering(std::string_view text) {
  constexpr std::string_view kOrdinal = "第";
  if (!text.starts_with(kOrdinal)) return std::nullopt;
  std::size_t end = end_of_numeral(text, kOrdinal.size(), is_chinese_digit, kMaxChineseDigits);
  if (end == kOrdinal.size()) end = end_of_numeral(text, end, text::is_digit, kMaxDigits);
  if (end == kOrdinal.size()) return std::nullopt;
  constexpr std::array<std::string_view, 4> kParts = {"部分", "部份", "章", "篇"};
  const std::string_view rest = text.substr(end);
  int level = 0;
  for (const std::string_view part : kParts) {
    if (rest.starts_with(part)) {
      level = 1;
      end += part.size();
      break;
    }
  }
  if (level == 0 && rest.starts_with("节")) {
    level = 2;
    end += std::string_view("节").size();
  }
  if (level == 0) return std::nullopt;
  // 第二部分的 goes on as a sentence.
  if (text.substr(end).starts_with("的")) return std::nullopt;
  end = end_of_mark(text, end, U"、:：.,，").value_or(end);
  return Numbering{level, end};
}

/// （一） and （1）; the brackets are those of one kind or, misprinted, of two.
std::optional<Numbering> bracket_numbering(std::string_view text) {
  const auto begin = end_of_mark(text, 0, U"(（〔[【");
  if (!begin) return std::nullopt;
  int level = 3;
  std::size_t end = end_of_numeral(text, *begin, is_chinese_digit, kMaxChineseDigits);
  if (end == *begin) {
    level = 5;
    end = end_of_numeral(text, *begin, text::is_digit, kMaxDigits);
  }
  if (end == *begin) return std::nullopt;
  const auto closed = end_of_mark(text, end, U")）〕]】");
  if (!closed) return std::nullopt;
  return Numbering{level, end_of_mark(text, *closed, U"、.").value_or(*closed)};
}

}  // namespace

std::optional<Numbering> numbering_of(std::string_view text) {
  // Asked of every line: most begin with another character.
  constexpr std::u32string_view kBegins = U"第(（〔[【";
  const char32_t c = text::first_code_point(text);
  const bool is_circled = (c >= 0x2460 && c <= 0x2473) || (c >= 0x2776 && c <= 0x277F);
  if (!text::is_digit(c) && !is_chinese_digit(c) && !is_circled &&
      kBegins.find(c) == std::u32string_view::npos)
    return std::nullopt;

  if (const auto part = part_numbering(text)) return part;
  if (const auto bracket = bracket_numbering(text)) return bracket;

  std::size_t circled = 0;
  text::next_code_point(text, circled);
  if (is_circled) return Numbering{5, end_of_mark(text, circled, U"、.").value_or(circled)};

  if (const std::size_t end = end_of_numeral(text, 0, is_chinese_digit, kMaxChineseDigits);
      end > 0) {
    if (const auto marked = end_of_mark(text, end, U"、.．")) {
      // 一、二级 and 三、四季度 are words.
      const char32_t next = text::first_code_point(text.substr(*marked));
      if (is_chinese_digit(next)) {
        const std::size_t second =
            end_of_numeral(text, *marked, is_chinese_digit, kMaxChineseDigits);
        constexpr std::u32string_view kCounted = U"级季类线、个者方次届期";
        if (end_of_mark(text, second, kCounted)) return std::nullopt;
      }
      return Numbering{2, *marked};
    }
    return std::nullopt;
  }
  if (const std::size_t end = end_of_numeral(text, 0, text::is_digit, kMaxDigits); end > 0) {
    const auto marked = end_of_mark(text, end, U"、.．");
    if (!marked || text::is_digit(text::first_code_point(text.substr(*marked))))
      return std::nullopt;
    return Numbering{4, *marked};
  }
  return std::nullopt;
}

}  // namespace mingxi::layout
