#include "messages/sentences.h"

#include <cassert>
#include <cstddef>

#include "messages/sentence_entry.h"

namespace mingxi::messages {
namespace {

const SentenceEntry& entry_of(Sentence id) {
  auto number = static_cast<std::size_t>(id);
  for (const auto sentences : {sentences_of_checks(), sentences_of_patterns(), sentences_of_files(),
                               sentences_of_reading(), sentences_of_words()}) {
    if (number < sentences.size()) return sentences[number];
    number -= sentences.size();
  }
  assert(false && "each sentence is in one of the tables");
  return sentences_of_checks().front();
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

}  // namespace

Said said(Sentence id, std::initializer_list<Slot> slots) {
  const SentenceEntry& entry = entry_of(id);
  return {filled(entry.chinese, slots, &Said::chinese),
          filled(entry.english, slots, &Said::english)};
}

Said joined(Said first, const Said& second) {
  first.chinese += second.chinese;
  first.english += " " + second.english;
  return first;
}

}  // namespace mingxi::messages
