#pragma once

#include <string_view>

namespace mingxi::text {

/// How deep an item of a list is by its numbering.
enum class ItemDepth { kNone, kFirst, kSecond, kThird, kFourth };  // 一、  （一）  1.  （1）

/// The name of an item and its numbering.
struct NumberedItem {
  ItemDepth depth = ItemDepth::kNone;
  bool is_part = false;   ///< 其中 is before it
  std::string_view name;  ///< without both; a part of the text
};

/// Reads the numbering of a normalised name: 一、公共安全支出, (二)教育支出, 其中:1.一般公共预算.
NumberedItem numbered_item(std::string_view text);

}  // namespace mingxi::text
