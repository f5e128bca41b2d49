#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "messages/sentences.h"
#include "output/document_json/names.h"
#include "model/decimal.h"

namespace mingxi::output {

/// A JSON text that was parsed: its values lie side by side in one block of memory.
class JsonText {
 public:
  /// Throws Error(kCorrupt) for what is no whole JSON text.
  explicit JsonText(std::string_view json);

  simdjson::dom::element root() const { return root_; }

 private:
  simdjson::dom::parser parser_;
  simdjson::dom::element root_;
};

/// A value of a JSON text that knows its place, so that every complaint names the JSON pointer.
///
/// All readers throw Error(kCorrupt) when the value is of another type or out of range. A place
/// points to the place it was reached from: that one must live as long.
class JsonPlace {
 public:
  /// form: what the text must be, for complaints. Requires that both outlive the place.
  explicit JsonPlace(const JsonText& text, std::string_view form = "mingxi.document/2")
      : value_(text.root()), form_(form) {}

  /// A key that must be there. Requires that the key text outlives the place.
  JsonPlace at(std::string_view key) const;
  bool has(std::string_view key) const;

  std::vector<JsonPlace> items() const;    ///< of an array
  std::vector<JsonPlace> members() const;  ///< of an object, in its order; name() is the key
  std::string name() const { return std::string(key_); }

  bool is_null() const;
  std::string string() const;
  std::uint64_t unsigned_integer() const;
  int integer() const;
  bool boolean() const;
  double number() const;
  Decimal decimal() const;  ///< of a string

  template <typename Enum>
  Enum one_of() const {
    const std::optional<Enum> value = named<Enum>(string());
    if (!value) refuse(messages::said(messages::Sentence::kUnknownValue));
    return *value;
  }

  /// Nothing where it is null, otherwise what read gives:
  /// at("code").unless_null(&JsonPlace::string).
  template <typename T>
  std::optional<T> unless_null(T (JsonPlace::*read)() const) const {
    if (is_null()) return std::nullopt;
    return (this->*read)();
  }

  /// Throws unless every key of this object was asked for by at().
  void finish() const;

  /// "/facts/3/unit"; empty for the whole text.
  std::string pointer() const;

  /// Throws Error(kCorrupt) at this place.
  [[noreturn]] void refuse(const messages::Said& why) const;

 private:
  JsonPlace(simdjson::dom::element value, const JsonPlace* from, std::string_view key)
      : value_(value), from_(from), key_(key), form_(from->form_) {}

  simdjson::dom::element value_;
  const JsonPlace* from_ = nullptr;
  std::string_view key_;   // of an object's member
  std::size_t index_ = 0;  // of an array's item, where key_ has no data
  std::string_view form_;
  mutable std::vector<std::string_view> asked_;
};

}  // namespace mingxi::output
