#include "output/document_json/json_place.h"

#include <algorithm>
#include <limits>

#include "messages/sentences.h"
#include "model/error.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;

JsonText::JsonText(std::string_view json) {
  const simdjson::error_code failure = parser_.parse(json.data(), json.size()).get(root_);
  if (failure == simdjson::SUCCESS) return;
  const std::string why = simdjson::error_message(failure);
  throw Error(ErrorKind::kCorrupt, "", said(Sentence::kNotJson, {{"reason", why}}));
}

JsonPlace JsonPlace::at(std::string_view key) const {
  simdjson::dom::element value;
  if (!value_.is_object()) refuse(said(Sentence::kMustBeObject));
  if (value_.at_key(key).get(value) != simdjson::SUCCESS)
    refuse(said(Sentence::kMustHaveKey, {{"key", key}}));
  asked_.push_back(key);
  return {value, this, key};
}

bool JsonPlace::has(std::string_view key) const {
  return value_.is_object() && value_.at_key(key).error() == simdjson::SUCCESS;
}

std::vector<JsonPlace> JsonPlace::items() const {
  simdjson::dom::array array;
  if (value_.get(array) != simdjson::SUCCESS) refuse(said(Sentence::kMustBeArray));
  std::vector<JsonPlace> result;
  result.reserve(array.size());
  for (const simdjson::dom::element item : array) {
    JsonPlace place(item, this, {});
    place.index_ = result.size();
    result.push_back(std::move(place));
  }
  return result;
}

std::vector<JsonPlace> JsonPlace::members() const {
  simdjson::dom::object object;
  if (value_.get(object) != simdjson::SUCCESS) refuse(said(Sentence::kMustBeObject));
  std::vector<JsonPlace> result;
  for (const auto& [key, value] : object) result.push_back({value, this, key});
  return result;
}

bool JsonPlace::is_null() const { return value_.is_null(); }

std::string JsonPlace::string() const {
  std::string_view text;
  if (value_.get(text) != simdjson::SUCCESS) refuse(said(Sentence::kMustBeString));
  return std::string(text);
}

std::uint64_t JsonPlace::unsigned_integer() const {
  std::uint64_t number = 0;
  if (value_.get(number) != simdjson::SUCCESS) refuse(said(Sentence::kMustBeUnsigned));
  return number;
}

bool JsonPlace::boolean() const {
  bool value = false;
  if (value_.get(value) != simdjson::SUCCESS) refuse(said(Sentence::kMustBeBoolean));
  return value;
}

int JsonPlace::integer() const {
  constexpr std::int64_t kLargest = std::numeric_limits<int>::max();
  std::int64_t number = 0;
  const bool is_whole = value_.get(number) == simdjson::SUCCESS;
  if (!is_whole || number < -kLargest || number > kLargest) refuse(said(Sentence::kMustBeInteger));
  return static_cast<int>(number);
}

double JsonPlace::number() const {
  double number = 0;
  if (value_.get(number) != simdjson::SUCCESS) refuse(said(Sentence::kMustBeNumber));
  return number;
}

Decimal JsonPlace::decimal() const {
  const std::optional<Decimal> value = Decimal::parse(string());
  if (!value) refuse(said(Sentence::kMustBeDecimal));
  return *value;
}

void JsonPlace::finish() const {
  auto next = asked_.begin();  // most are asked for in their order
  for (const auto& [key, value] : simdjson::dom::object(value_)) {
    if (next != asked_.end() && *next == key) {
      ++next;
    } else if (std::ranges::find(asked_, key) == asked_.end()) {
      JsonPlace(value, this, key).refuse(said(Sentence::kUnknownMember));
    }
  }
}

std::string JsonPlace::pointer() const {
  if (from_ == nullptr) return "";
  std::string result = from_->pointer() + "/";
  if (key_.data() == nullptr) return result + std::to_string(index_);
  for (const char c : key_) {
    if (c == '~' || c == '/') {
      result += c == '~' ? "~0" : "~1";
    } else {
      result += c;
    }
  }
  return result;
}

void JsonPlace::refuse(const messages::Said& why) const {
  throw Error(ErrorKind::kCorrupt, pointer(),
              said(Sentence::kJsonIsNot, {{"form", form_}, {"why", why}}));
}

}  // namespace mingxi::output
