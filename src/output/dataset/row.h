#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output/write/json_text.h"
#include "model/decimal.h"

namespace mingxi::output {

/// The values of one row of a dataset, in the order of its columns, as text; one that is missing is
/// distinct from one that is empty. Cleared and filled again, it takes no new memory.
class Row {
 public:
  void clear() {
    text_.clear();
    values_.clear();
  }

  /// What is no UTF-8 is written as in JSON, so that all formats hold the same.
  Row& add(std::string_view text) {
    append_text(text_, text);
    return end_value();
  }
  Row& add(int number) {
    append_integer(text_, number);
    return end_value();
  }
  Row& add(std::uint64_t number) {
    append_integer(text_, number);
    return end_value();
  }
  Row& add(const Decimal& number) { return add(std::string_view(number.text())); }
  template <typename T>
  Row& add(const std::optional<T>& value) {
    return value ? add(*value) : add_missing();
  }
  Row& add_missing() {
    values_.push_back({text_.size(), true});
    return *this;
  }

  /// Adds what `write` appends to the text it is given.
  template <typename Write>
  Row& add_written(Write write) {
    write(text_);
    return end_value();
  }

  std::size_t size() const { return values_.size(); }
  bool is_missing(std::size_t at) const { return values_[at].is_missing; }
  std::string_view operator[](std::size_t at) const {
    const std::size_t first = at == 0 ? 0 : values_[at - 1].end;
    return std::string_view(text_).substr(first, values_[at].end - first);
  }

 private:
  struct Value {
    std::size_t end = 0;
    bool is_missing = false;
  };

  Row& end_value() {
    values_.push_back({text_.size(), false});
    return *this;
  }

  std::string text_;
  std::vector<Value> values_;
};

}  // namespace mingxi::output
