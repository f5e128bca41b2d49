#include "patterns/entries/word_set.h"

#include <algorithm>

namespace mingxi::patterns {

/// Of the character that the text begins with.
std::size_t WordSet::slot(std::string_view character) {
  const auto byte = [character](std::size_t at) {
    return static_cast<unsigned char>(character[at]);
  };
  if (character.size() < 3 || (byte(0) & 0xF0) != 0xE0) return byte(0);
  return (byte(1) * 64U + byte(2)) % kSlots;  // of Han characters the first byte says little
}

WordSet::WordSet(const std::vector<std::string>& words, Side side) : side_(side) {
  for (const std::string& word : words) {
    const std::size_t size = std::min<std::size_t>(word.size(), 3);
    const std::string_view character = side == Side::kBegin
                                           ? std::string_view(word).substr(0, size)
                                           : std::string_view(word).substr(word.size() - size);
    const bool is_han = size == 3 && (static_cast<unsigned char>(character[0]) & 0xF0) == 0xE0;
    const std::size_t place = side == Side::kBegin || is_han ? 0 : size - 1;
    words_.emplace_back(slot(character.substr(place)), word);
    used_.set(words_.back().first);
  }
  std::sort(words_.begin(), words_.end());
}

bool WordSet::begins_at(std::string_view text, std::size_t slot) const {
  if (!used_[slot]) return false;
  auto word = std::lower_bound(words_.begin(), words_.end(), slot,
                               [](const auto& other, std::size_t s) { return other.first < s; });
  for (; word != words_.end() && word->first == slot; ++word) {
    const bool stands =
        side_ == Side::kBegin ? text.starts_with(word->second) : text.ends_with(word->second);
    if (stands) return true;
  }
  return false;
}

bool WordSet::is_at(std::string_view text) const {
  if (text.empty()) return false;
  if (side_ == Side::kBegin) return begins_at(text, slot(text.substr(0, 3)));
  const std::size_t size = std::min<std::size_t>(text.size(), 3);
  const bool is_han =
      size == 3 && (static_cast<unsigned char>(text[text.size() - 3]) & 0xF0) == 0xE0;
  return begins_at(text, slot(text.substr(text.size() - (is_han ? 3 : 1))));
}

bool WordSet::is_in(std::string_view text) const {
  const std::size_t size = text.size();
  for (std::size_t at = 0; at < size;) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const bool is_han = (byte(0) & 0xF0) == 0xE0 && size - at >= 3;
    const std::size_t here = is_han ? (byte(1) * 64U + byte(2)) % kSlots : byte(0);
    if (used_[here] && begins_at(text.substr(at), here)) return true;
    at += is_han ? 3 : 1;
  }
  return false;
}

}  // namespace mingxi::patterns
