#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "messages/sentences.h"

namespace mingxi::messages {

/// One sentence in both languages.
struct SentenceEntry {
  Sentence id;
  std::string_view chinese;
  std::string_view english;
};

/// Whether a table holds each sentence from the first to the last once, in the order of Sentence.
constexpr bool in_order(std::span<const SentenceEntry> entries, Sentence first, Sentence last) {
  auto expected = static_cast<std::size_t>(first);
  for (const SentenceEntry& entry : entries)
    if (static_cast<std::size_t>(entry.id) != expected++) return false;
  return expected == static_cast<std::size_t>(last) + 1;
}

/// The sentences of each subject. One subject follows another as in Sentence.
std::span<const SentenceEntry> sentences_of_checks();
std::span<const SentenceEntry> sentences_of_patterns();
std::span<const SentenceEntry> sentences_of_files();
std::span<const SentenceEntry> sentences_of_reading();
std::span<const SentenceEntry> sentences_of_words();

}  // namespace mingxi::messages
