#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "messages/texts.h"

namespace mingxi::messages {

/// One text in both languages.
struct TextEntry {
  Text id;
  std::string_view chinese;
  std::string_view english;
};

/// Whether a table holds each text from the first to the last once, in the order of Text.
constexpr bool in_order(std::span<const TextEntry> entries, Text first, Text last) {
  auto expected = static_cast<std::size_t>(first);
  for (const TextEntry& entry : entries)
    if (static_cast<std::size_t>(entry.id) != expected++) return false;
  return expected == static_cast<std::size_t>(last) + 1;
}

/// The texts of each subject. One subject follows another as in Text.
std::span<const TextEntry> command_texts();
std::span<const TextEntry> option_texts();
std::span<const TextEntry> error_texts();
std::span<const TextEntry> letter_texts();
std::span<const TextEntry> result_texts();
std::span<const TextEntry> example_texts();

}  // namespace mingxi::messages
