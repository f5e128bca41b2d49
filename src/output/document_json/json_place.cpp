#include "output/document_json/json_place.h"

#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

#include "messages/sentences.h"
#include "model/error.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;

JsonPlace JsonPlace::at(std::string_view key) const {
  if (!value_->is_object()) refuse(said(Sentence::kMustBeObject));
  const auto found = value_->find(std::string(key));
  if (found == value_->end()) {
    refuse(said(Sentence::kMustHaveKey, {{"key", key}}));
  }
  asked_.push_back(key);
  return {*found, this, key};
}

bool JsonPlace::has(std::string_view key) const { return value_->contains(std::string(key)); }

std::vector<JsonPlace> JsonPlace::items() const {
  if (!value_->is_array()) refuse(said(Sentence::kMustBeArray));
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
  if (!value_->is_object()) refuse(said(Sentence::kMustBeObject));
  std::vector<JsonPlace> result;
  for (auto member = value_->begin(); member != value_->end(); ++member) {
    result.push_back({*member, this, member.key()});
  }
  return result;
}

bool JsonPlace::is_null() const { return value_->is_null(); }

std::string JsonPlace::string() const {
  if (!value_->is_string()) refuse(said(Sentence::kMustBeString));
  return value_->get<std::string>();
}

std::uint64_t JsonPlace::unsigned_integer() const {
  if (!value_->is_number_unsigned()) {
    refuse(said(Sentence::kMustBeUnsigned));
  }
  return value_->get<std::uint64_t>();
}

bool JsonPlace::boolean() const {
  if (!value_->is_boolean()) refuse(said(Sentence::kMustBeBoolean));
  return value_->get<bool>();
}

int JsonPlace::integer() const {
  constexpr std::int64_t kLargest = std::numeric_limits<int>::max();
  const bool whole = value_->is_number_integer();
  const auto number = whole ? value_->get<std::int64_t>() : kLargest + 1;
  if (number < -kLargest || number > kLargest) {
    refuse(said(Sentence::kMustBeInteger));
  }
  return static_cast<int>(number);
}

double JsonPlace::number() const {
  if (!value_->is_number()) refuse(said(Sentence::kMustBeNumber));
  return value_->get<double>();
}

Decimal JsonPlace::decimal() const {
  const std::optional<Decimal> value = Decimal::parse(string());
  if (!value) refuse(said(Sentence::kMustBeDecimal));
  return *value;
}

void JsonPlace::finish() const {
  if (asked_.size() == value_->size()) return;
  for (const JsonPlace& member : members()) {
    if (std::ranges::find(asked_, member.key_) == asked_.end()) {
      member.refuse(said(Sentence::kUnknownMember));
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
