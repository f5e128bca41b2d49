#include "messages/texts.h"

#include <cassert>

#include "messages/texts/text_entry.h"

namespace mingxi::messages {

std::string_view text(Text id, Language language) {
  auto number = static_cast<std::size_t>(id);
  for (const auto texts : {command_texts(), option_texts(), error_texts(), letter_texts(),
                           result_texts(), example_texts()}) {
    if (number < texts.size())
      return language == Language::kChinese ? texts[number].chinese : texts[number].english;
    number -= texts.size();
  }
  assert(false && "each text is in one of the tables");
  return {};
}

std::string filled(Text id, Language language, std::initializer_list<std::string_view> values) {
  const std::string_view pattern = text(id, language);
  std::string result;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '{') {
      result += pattern[i];
      continue;
    }
    const auto number = static_cast<std::size_t>(pattern[i + 1] - '1');
    assert(number < values.size());
    result += values.begin()[number];
    i += 2;
  }
  return result;
}

}  // namespace mingxi::messages
