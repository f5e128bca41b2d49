#pragma once

#include <cstddef>
#include <string_view>

#include "patterns/entries/word_set.h"

namespace mingxi::patterns {

/// What the text of a pattern alone says of every match, so that most texts are refused without
/// running an automaton. An empty set says nothing.
///
///     (?:比|较)(?:上年|去年)     holds 比上年, 比去年, 较上年 or 较去年
///     ^[(][0-9]{3}类[)].*        begins with (; holds 类)
struct PatternWords {
  explicit PatternWords(std::string_view pattern);

  /// False only where the pattern cannot match the text from `from` on.
  bool can_match(std::string_view text, std::size_t from = 0) const {
    return (begins.empty() || begins.is_at(text)) && (ends.empty() || ends.is_at(text)) &&
           (holds.empty() || holds.is_in(text.substr(from)));
  }

  WordSet begins;         ///< of a pattern that begins with ^: words that the text begins with
  WordSet ends;           ///< of a pattern that ends with $: words that the text ends with
  WordSet holds;          ///< words of which a match holds one
  bool is_words = false;  ///< the pattern is nothing but the words it holds: a|b|c
};

}  // namespace mingxi::patterns
