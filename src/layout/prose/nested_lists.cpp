// A list that begins anew is inside the item before it only where that item's own list goes on
// after it; else it is another list, beside the first.

#include "layout/prose/nested_lists.h"

#include <optional>

#include "layout/prose/numbering.h"
#include "text/numerals.h"

namespace mingxi::layout {
namespace {

constexpr int kPartLevel = 1;
constexpr int kListLevel = 2;

/// An item 一、 of a list, or the title of a part, which ends all lists.
struct Item {
  std::size_t passage = 0;
  int number = 0;  ///< 0: a part
};

std::optional<Item> item_of(const Passage& passage, std::size_t index,
                            const patterns::LayoutPatterns& patterns) {
  if (passage.role != LineRole::kProse) return std::nullopt;
  const std::string_view text = passage.text.utf8();
  const auto numeral = text::read_words(text, 0);
  if (!numeral && passage.line_count > 1) return std::nullopt;  // the title of a part is short
  const auto numbering = numbering_of(text, patterns);
  if (!numbering) return std::nullopt;
  if (numbering->level == kPartLevel) return Item{index, 0};
  if (numbering->level != kListLevel || !numeral) return std::nullopt;
  return Item{index, static_cast<int>(numeral->value.digits())};
}

/// Whether the list that begins anew at `first` ends, and the item after `outer` follows it.
bool is_inside(const std::vector<Item>& items, std::size_t first, int outer) {
  int inner = items[first].number;
  for (std::size_t i = first + 1; i < items.size(); ++i) {
    const int number = items[i].number;
    if (number != inner + 1) return inner > 1 && number == outer + 1;
    inner = number;
  }
  return false;
}

}  // namespace

std::vector<int> depths_of_nested_lists(const std::vector<Passage>& passages,
                                        const patterns::LayoutPatterns& patterns) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    if (const auto item = item_of(passages[i], i, patterns)) items.push_back(*item);
  }
  std::vector<int> depths(passages.size(), 0);
  std::vector<int> open;  // the last number of each list, the outermost first
  for (std::size_t i = 0; i < items.size(); ++i) {
    const int number = items[i].number;
    if (number == 0) {
      open.clear();
    } else if (open.empty()) {
      open.push_back(number);
    } else if (number == 1 && is_inside(items, i, open.back())) {
      open.push_back(number);
    } else {
      const bool ends_list = open.size() > 1 && number != open.back() + 1;
      if (ends_list) open.pop_back();
      open.back() = number;
    }
    const std::size_t end = i + 1 < items.size() ? items[i + 1].passage : passages.size();
    const int depth = open.empty() ? 0 : static_cast<int>(open.size()) - 1;
    for (std::size_t at = items[i].passage; at < end; ++at) depths[at] = depth;
  }
  return depths;
}

}  // namespace mingxi::layout
