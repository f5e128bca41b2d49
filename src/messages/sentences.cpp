#include "messages/sentences.h"

#include <cassert>
#include <cstddef>

#include "messages/sentence_entry.h"

namespace mingxi::messages {
namespace {

/// The row of a sentence in tables that follow one another in the order of the ids.
template <typename Id>
const SentenceEntry<Id>& entry_of(
    Id id, std::initializer_list<std::span<const SentenceEntry<Id>>> tables) {
  auto number = static_cast<std::size_t>(id);
  for (const auto& sentences : tables) {
    if (number < sentences.size()) return sentences[number];
    number -= sentences.size();
  }
  assert(false && "each sentence is in one of the tables");
  return tables.begin()->front();
}

std::string filled(std::string_view sentence, std::initializer_list<Slot> slots,
                   std::string Said::*language) {
  std::string result;
  while (!sentence.empty()) {
    const std::size_t open = sentence.find('{');
    result += sentence.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = sentence.find('}', open);
    const std::string_view name = sentence.substr(open + 1, close - open - 1);
    for (const Slot& slot : slots)
      if (slot.name == name) result += slot.value.*language;
    sentence.remove_prefix(close + 1);
  }
  return result;
}

template <typename Id>
Said filled(const SentenceEntry<Id>& entry, std::initializer_list<Slot> slots) {
  return {filled(entry.chinese, slots, &Said::chinese),
          filled(entry.english, slots, &Said::english)};
}

}  // namespace

Said said(Sentence id, std::initializer_list<Slot> slots) {
  return filled(entry_of<Sentence>(
                    id, {sentences_of_checks(), sentences_of_statements(), sentences_of_documents(),
                         sentences_of_patterns(), sentences_of_files(), sentences_of_words()}),
                slots);
}

Said said(ReadingSentence id, std::initializer_list<Slot> slots) {
  return filled(entry_of<ReadingSentence>(id, {sentences_of_reading(), sentences_of_kinds(),
                                               sentences_of_office(), sentences_of_unread()}),
                slots);
}

Said joined(Said first, const Said& second) {
  first.chinese += second.chinese;
  first.english += " " + second.english;
  return first;
}

Said listed(const std::vector<std::string>& names) {
  const Said comma = said(Sentence::kListComma);
  Said all;
  for (const std::string& name : names) {
    if (&name != &names.front()) {
      all.chinese += comma.chinese;
      all.english += comma.english;
    }
    all.chinese += name;
    all.english += name;
  }
  return all;
}

Said after_colon(const Said& text) {
  if (text.chinese.empty()) return {};
  const Said colon = said(Sentence::kColon);
  return {colon.chinese + text.chinese, colon.english + text.english};
}

}  // namespace mingxi::messages
