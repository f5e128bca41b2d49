#include "output/document_json/json_place.h"

#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

#include "model/error.h"

namespace mingxi::output {

JsonPlace JsonPlace::at(std::string_view key) const {
  if (!value_->is_object()) refuse("应当是对象", "must be an object");
  const auto found = value_->find(std::string(key));
  if (found == value_->end()) {
    refuse("缺少键 " + std::string(key), "the key " + std::string(key) + " is missing");
  }
  asked_.push_back(key);
  return {*found, this, key};
}

bool JsonPlace::has(std::string_view key) const { return value_->contains(std::string(key)); }

std::vector<JsonPlace> JsonPlace::items() const {
  if (!value_->is_array()) refuse("应当是数组", "must be an array");
  std::vector<JsonPlace> result;
  result.reserve(value_->size());
  for (const auto& item : *value_) {
    JsonPlace place(item, this, {});
    place.index_ = result.size();
    result.push_back(std::move(place));
  }
  return result;
}

std::vector<JsonPlace> JsonPlace::members() const {
  if (!value_->is_object()) refuse("应当是对象", "must be an object");
  std::vector<JsonPlace> result;
  for (auto member = value_->begin(); member != value_->end(); ++member) {
    result.push_back({*member, this, member.key()});
  }
  return result;
}

bool JsonPlace::is_null() const { return value_->is_null(); }

std::string JsonPlace::string() const {
  if (!value_->is_string()) refuse("应当是字符串", "must be a string");
  return value_->get<std::string>();
}

std::uint64_t JsonPlace::unsigned_integer() const {
  if (!value_->is_number_unsigned()) {
    refuse("应当是非负整数", "must be a whole number that is not negative");
  }
  return value_->get<std::uint64_t>();
}

bool JsonPlace::boolean() const {
  if (!value_->is_boolean()) refuse("应当是 true 或 false", "must be true or false");
  return value_->get<bool>();
}

int JsonPlace::integer() const {
  constexpr std::int64_t kLargest = std::numeric_limits<int>::max();
  const bool whole = value_->is_number_integer();
  const auto number = whole ? value_->get<std::int64_t>() : kLargest + 1;
  if (number < -kLargest || number > kLargest) {
    refuse("应当是 32 位整数", "must be a whole number of 32 bits");
  }
  return static_cast<int>(number);
}

double JsonPlace::number() const {
  if (!value_->is_number()) refuse("应当是数", "must be a number");
  return value_->get<double>();
}

Decimal JsonPlace::decimal() const {
  const std::optional<Decimal> value = Decimal::parse(string());
  if (!value) refuse("应当是十进制数的字符串", "must be a string of a decimal number");
  return *value;
}

void JsonPlace::finish() const {
  if (asked_.size() == value_->size()) return;
  for (const JsonPlace& member : members()) {
    if (std::ranges::find(asked_, member.key_) == asked_.end()) {
      member.refuse("不认识的键", "unknown key");
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

void JsonPlace::refuse(const messages::Said& why) const { refuse(why.chinese, why.english); }

}  // namespace mingxi::output
