#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mingxi::patterns {

/// Words looked for together, found by their first or last character.
class WordSet {
 public:
  enum class Side { kBegin, kEnd };
  WordSet() = default;
  WordSet(const std::vector<std::string>& words, Side side);

  bool empty() const { return words_.empty(); }

  /// Whether the text begins with one of them (ends with one, if they are found by their end).
  bool is_at(std::string_view text) const;

  /// Whether one of them is anywhere in the text. Requires Side::kBegin.
  bool is_in(std::string_view text) const;

 private:
  static constexpr std::size_t kSlots = 1024;
  static std::size_t slot(std::string_view character);
  bool begins_at(std::string_view text, std::size_t slot) const;

  Side side_ = Side::kBegin;
  std::bitset<kSlots> used_;
  std::vector<std::pair<std::size_t, std::string>> words_;  // by slot
};

}  // namespace mingxi::patterns
