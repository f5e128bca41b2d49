#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "messages/language.h"

namespace mingxi::messages {

/// What is said of a document, in both languages.
struct Said {
  std::string chinese;
  std::string english;

  const std::string& in(Language language) const {
    return language == Language::kChinese ? chinese : english;
  }

  bool operator==(const Said&) const = default;
};

/// A named value: one text, or one in each language.
struct Slot {
  Slot(std::string_view slot, std::string_view both)
      : name(slot), value{std::string(both), std::string(both)} {}
  Slot(std::string_view slot, Said each) : name(slot), value(std::move(each)) {}

  std::string_view name;
  Said value;
};

/// What is the same in both languages: a name as it is printed.
inline Said in_both(std::string text) { return {text, text}; }

/// One text after another; English sentences are parted by a blank.
Said joined(Said first, const Said& second);

/// Names one after another: 甲、乙 and 甲, 乙.
Said listed(const std::vector<std::string>& names);

/// A text after a colon; nothing where there is no text.
Said after_colon(const Said& text);

}  // namespace mingxi::messages
