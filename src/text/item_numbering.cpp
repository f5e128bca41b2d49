#include "text/item_numbering.h"

#include <array>
#include <cstddef>

namespace mingxi::text {
namespace {

constexpr std::size_t kMaxDigits = 2;  // longer ones are codes and years

/// Bytes of the Chinese numerals that begin at a place.
std::size_t numerals_at(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 10> kNumerals = {"一", "二", "三", "四", "五",
                                                          "六", "七", "八", "九", "十"};
  const std::size_t first = at;
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view numeral : kNumerals) {
      if (!text.substr(at).starts_with(numeral)) continue;
      at += numeral.size();
      found = true;
    }
  }
  return at - first;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  const std::size_t first = at;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  return at - first;
}

/// The text after a mark; nothing where there is another.
bool take(std::string_view mark, std::string_view& text) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(mark.size());
  return true;
}

}  // namespace

NumberedItem numbered_item(std::string_view text) {
  NumberedItem item{.name = text};
  if (take("其中", text)) {
    item.is_part = true;
    if (!take(":", text)) take("：", text);
    item.name = text;
  }
  const std::size_t first = text.starts_with("(") ? 1 : 0;
  if (const std::size_t size = numerals_at(text, first); size > 0) {
    std::string_view rest = text.substr(first + size);
    if (first == 1 ? take(")", rest) : take("、", rest)) {
      item.depth = first == 1 ? ItemDepth::kSecond : ItemDepth::kFirst;
      item.name = rest;
    }
    return item;
  }
  const std::size_t size = digits_at(text, first);
  if (size == 0 || size > kMaxDigits) return item;
  std::string_view rest = text.substr(first + size);
  if (first == 1 ? take(")", rest) : take("、", rest) || take(".", rest)) {
    item.depth = first == 1 ? ItemDepth::kFourth : ItemDepth::kThird;
    item.name = rest;
  }
  return item;
}

}  // namespace mingxi::text
