#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "messages/reading_sentences.h"
#include "messages/sentences.h"

namespace mingxi::messages {

/// One sentence in both languages. Id: Sentence or ReadingSentence.
template <typename Id>
struct SentenceEntry {
  Id id;
  std::string_view chinese;
  std::string_view english;
};

/// Whether a table holds each sentence from the first to the last once, in their order.
template <typename Id>
constexpr bool in_order(std::span<const SentenceEntry<Id>> entries, Id first, Id last) {
  auto expected = static_cast<std::size_t>(first);
  for (const SentenceEntry<Id>& entry : entries)
    if (static_cast<std::size_t>(entry.id) != expected++) return false;
  return expected == static_cast<std::size_t>(last) + 1;
}

/// The sentences of each subject. One subject follows another as in Sentence.
std::span<const SentenceEntry<Sentence>> sentences_of_checks();
std::span<const SentenceEntry<Sentence>> sentences_of_statements();
std::span<const SentenceEntry<Sentence>> sentences_of_documents();
std::span<const SentenceEntry<Sentence>> sentences_of_patterns();
std::span<const SentenceEntry<Sentence>> sentences_of_files();
std::span<const SentenceEntry<Sentence>> sentences_of_words();

/// The same in the order of ReadingSentence.
std::span<const SentenceEntry<ReadingSentence>> sentences_of_reading();
std::span<const SentenceEntry<ReadingSentence>> sentences_of_kinds();
std::span<const SentenceEntry<ReadingSentence>> sentences_of_office();
std::span<const SentenceEntry<ReadingSentence>> sentences_of_unread();

}  // namespace mingxi::messages
