#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "messages/sentences.h"

namespace mingxi::patterns {

/// When the expressions of a file are compiled: at once, so that a wrong one is refused; or, where
/// all are known to be right, each when it is first asked for.
enum class Compiling { kAtOnce, kWhenAsked };

/// A value of a strict JSON file that knows its place, so that every complaint names the file and
/// the JSON pointer. The one place in rules/ that includes the JSON library.
///
/// Refused with Error(kPatterns): malformed JSON, keys given twice, more than 2 MiB, nesting deeper
/// than 16, a value of another type than asked for, and (by finish()) keys nobody asked for.
class StrictJson {
 public:
  static StrictJson parse(const std::string& file, const std::string& text,
                          Compiling compiling = Compiling::kAtOnce);

  bool has(std::string_view key) const;
  StrictJson at(std::string_view key) const;  ///< a key that must be there
  std::vector<StrictJson> items() const;      ///< of an array
  std::vector<std::pair<std::string, StrictJson>> members()
      const;  ///< of an object; marks all as read
  std::string string() const;
  std::int64_t integer() const;
  bool boolean() const;
  std::vector<std::string> strings() const;  ///< of an array of strings
  bool is_string() const;
  std::vector<std::string> texts() const;  ///< of an array of strings, a string or an integer
  std::string string_or(std::string_view key, std::string_view otherwise) const;
  std::vector<std::string> strings_or_none(std::string_view key) const;

  /// The value that a word means; a string that is none of the words is refused.
  template <typename Value, std::size_t count>
  Value one_of(const std::pair<const char*, Value> (&words)[count]) const {
    const std::string given = string();
    for (const auto& [word, value] : words) {
      if (given == word) return value;
    }
    refuse(messages::said(messages::Sentence::kUnknownWord, {{"given", given}}));
  }

  /// "statements.json#/rules/3/before".
  const std::string& where() const;

  /// When the expressions of this file are compiled.
  Compiling compiling() const;

  /// Throws unless every key of this object was asked for.
  void finish() const;

  /// Throws Error(kPatterns) at this place.
  [[noreturn]] void refuse(const messages::Said& why) const;

 private:
  struct Node;
  explicit StrictJson(std::shared_ptr<Node> node) : node_(std::move(node)) {}
  std::shared_ptr<Node> node_;
};

}  // namespace mingxi::patterns
