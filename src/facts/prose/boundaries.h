#pragma once

#include <cstddef>
#include <string_view>

namespace mingxi::facts {

/// Bytes. Longer than any sentence of a disclosure; keeps hostile texts without a full stop cheap.
constexpr std::size_t kLongestSentence = 8000;

/// Where the sentence that holds `at` begins: after the last 。；！？ before it, not before floor.
std::size_t sentence_start(std::string_view text, std::size_t floor, std::size_t at);

/// Where the sentence that holds `at` ends: at the next 。；！？ or at the end of the text.
std::size_t sentence_end(std::string_view text, std::size_t at);

/// Where the phrase that ends at `end` begins: after the last mark of punctuation or open bracket
/// outside balanced brackets and quotes, not before floor. 因公出国(境)费 is one phrase. A bracket
/// that closes what was opened before floor ends the phrase in it.
std::size_t phrase_start(std::string_view text, std::size_t floor, std::size_t end);

/// Where a title that begins at `first` ends: at the first mark of punctuation or digit, or at
/// `last`.
std::size_t title_end(std::string_view text, std::size_t first, std::size_t last);

/// Whether text stops at a 、, which joins items, or at a ，, which sets a clause off.
bool ends_joined(std::string_view text);
bool ends_set_off(std::string_view text);

/// The brackets that a stretch of text leaves open, and those it closes without having opened them.
struct BracketBalance {
  int opened = 0;
  int closed = 0;
};
BracketBalance bracket_balance(std::string_view text);

}  // namespace mingxi::facts
