#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "model/decimal.h"
#include "model/geometry.h"

namespace mingxi::output {

/// Adds a JSON string with its quotes. Bytes that are not UTF-8 become U+FFFD, one each.
void append_string(std::string& to, std::string_view text);

/// Adds a text as it is, but for bytes that are not UTF-8, and NUL, which become U+FFFD, one each.
void append_text(std::string& to, std::string_view text);

/// Adds a whole number.
void append_integer(std::string& to, std::uint64_t number);
void append_integer(std::string& to, int number);

/// Adds a length in points, rounded to hundredths and written as short as it goes: 12.5, 0, -3.07.
/// What is not finite is written as 0; beyond ±10^12 it is cut.
void append_points(std::string& to, double points);

/// Adds [left, top, right, bottom].
void append_box(std::string& to, const Box& box);

/// A JSON object on one line, written key by key after a text.
///
///     JsonLine(to).field("page", 3).field("quote", "1.5万元").end(); {"page":3,"quote":"1.5万元"}
class JsonLine {
 public:
  explicit JsonLine(std::string& to) : to_(to) { to_ += '{'; }

  JsonLine& field(std::string_view key, std::string_view value) {
    append_string(key_of(key), value);
    return *this;
  }
  JsonLine& field(std::string_view key, int value) {
    append_integer(key_of(key), value);
    return *this;
  }
  JsonLine& field(std::string_view key, std::uint64_t value) {
    append_integer(key_of(key), value);
    return *this;
  }
  JsonLine& field(std::string_view key, const Decimal& value) {
    return field(key, std::string_view(value.text()));
  }
  /// null when there is nothing.
  template <typename T>
  JsonLine& field(std::string_view key, const std::optional<T>& value) {
    if (value) return field(key, *value);
    key_of(key) += "null";
    return *this;
  }

  /// Adds the key; the caller adds its value to what is returned. Requires a key of at most
  /// kLongestKey bytes.
  std::string& key_of(std::string_view key) {
    // One append: a fact has thirty keys.
    char text[kLongestKey + 4] = {',', '"'};
    key.copy(text + 2, key.size());
    std::string_view("\":").copy(text + 2 + key.size(), 2);
    const std::size_t skipped = first_ ? 1 : 0;
    first_ = false;
    return to_.append(text + skipped, key.size() + 4 - skipped);
  }

  void end() { to_ += '}'; }

 private:
  static constexpr std::size_t kLongestKey = 60;
  std::string& to_;
  bool first_ = true;
};

}  // namespace mingxi::output
