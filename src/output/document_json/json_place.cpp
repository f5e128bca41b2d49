#include "output/document_json/json_place.h"

#include <algorithm>
#include <limits>

#include "model/error.h"

namespace mingxi::output {

JsonText::JsonText(std::string_view json) {
  const simdjson::error_code failure = parser_.parse(json.data(), json.size()).get(root_);
  if (failure == simdjson::SUCCESS) return;
  const std::string why = simdjson::error_message(failure);
  throw Error(ErrorKind::kCorrupt, "", "不是完整的 JSON：" + why + "。",
              "Not a whole JSON text: " + why + ".");
}

JsonPlace JsonPlace::at(std::string_view key) const {
  simdjson::dom::element value;
  if (!value_.is_object()) refuse("应当是对象", "must be an object");
  if (value_.at_key(key).get(value) != simdjson::SUCCESS)
    refuse("缺少键 " + std::string(key), "the key " + std::string(key) + " is missing");
  asked_.push_back(key);
  return {value, this, key};
}

bool JsonPlace::has(std::string_view key) const {
  return value_.is_object() && value_.at_key(key).error() == simdjson::SUCCESS;
}

std::vector<JsonPlace> JsonPlace::items() const {
  simdjson::dom::array array;
  if (value_.get(array) != simdjson::SUCCESS) refuse("应当是数组", "must be an array");
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
  if (value_.get(object) != simdjson::SUCCESS) refuse("应当是对象", "must be an object");
  std::vector<JsonPlace> result;
  for (const auto& [key, value] : object) result.push_back({value, this, key});
  return result;
}

bool JsonPlace::is_null() const { return value_.is_null(); }

std::string JsonPlace::string() const {
  std::string_view text;
  if (value_.get(text) != simdjson::SUCCESS) refuse("应当是字符串", "must be a string");
  return std::string(text);
}

std::uint64_t JsonPlace::unsigned_integer() const {
  std::uint64_t number = 0;
  if (value_.get(number) != simdjson::SUCCESS)
    refuse("应当是非负整数", "must be a whole number that is not negative");
  return number;
}

bool JsonPlace::boolean() const {
  bool value = false;
  if (value_.get(value) != simdjson::SUCCESS)
    refuse("应当是 true 或 false", "must be true or false");
  return value;
}

int JsonPlace::integer() const {
  constexpr std::int64_t kLargest = std::numeric_limits<int>::max();
  std::int64_t number = 0;
  const bool is_whole = value_.get(number) == simdjson::SUCCESS;
  if (!is_whole || number < -kLargest || number > kLargest)
    refuse("应当是 32 位整数", "must be a whole number of 32 bits");
  return static_cast<int>(number);
}

double JsonPlace::number() const {
  double number = 0;
  if (value_.get(number) != simdjson::SUCCESS) refuse("应当是数", "must be a number");
  return number;
}

Decimal JsonPlace::decimal() const {
  const std::optional<Decimal> value = Decimal::parse(string());
  if (!value) refuse("应当是十进制数的字符串", "must be a string of a decimal number");
  return *value;
}

void JsonPlace::finish() const {
  auto next = asked_.begin();  // most are asked for in their order
  for (const auto& [key, value] : simdjson::dom::object(value_)) {
    if (next != asked_.end() && *next == key) {
      ++next;
    } else if (std::ranges::find(asked_, key) == asked_.end()) {
      JsonPlace(value, this, key).refuse("不认识的键", "unknown key");
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

void JsonPlace::refuse(const std::string& chinese, const std::string& english) const {
  throw Error(ErrorKind::kCorrupt, pointer(),
              "JSON 不符合 " + std::string(form_) + "：" + chinese + "。",
              "The JSON is not " + std::string(form_) + ": " + english + ".");
}

}  // namespace mingxi::output
