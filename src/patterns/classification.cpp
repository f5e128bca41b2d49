#include "patterns/classification.h"

#include <utility>

#include "messages/sentences.h"

// From a place and a name to a code. The place is where the name is looked for: a 类, a
// 款 of a 类, a 项 of a 款, a 项 anywhere in a 类. Each name is there as listed and by its stem
// (without 支出 …), so that a look-up is one or two probes.

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

namespace {

constexpr std::size_t kClassDigits = 3;
constexpr std::size_t kGroupDigits = 5;
constexpr std::size_t kItemDigits = 7;
constexpr std::size_t kExpectedNames = 2048;  // of about 1,000 codes

constexpr std::string_view kTopClasses = "f:";
constexpr std::string_view kAnyGroup = "f*:";
constexpr std::string_view kEconomic = "e:";

std::string_view mark_of(Scheme scheme) {
  switch (scheme) {
    case Scheme::kFunctional:
      return "f";
    case Scheme::kEconomic:
      return "e";
    case Scheme::kGovernmentEconomic:
      break;
  }
  return "g";
}

std::string joined(std::string_view a, std::string_view b) {
  std::string result;
  result.reserve(a.size() + b.size());
  result.append(a).append(b);
  return result;
}

/// "208:" is the place of the 款 of 类 208 and of the 项 of a 款; "208*:" of all 项 of the 类.
std::string below(std::string_view code) { return joined(code, ":"); }
std::string items_of(std::string_view class_code) { return joined(class_code, "*:"); }

Scheme scheme_of(const StrictJson& json) {
  const std::string name = json.string();
  if (name == "functional") return Scheme::kFunctional;
  if (name == "economic") return Scheme::kEconomic;
  if (name == "government_economic") return Scheme::kGovernmentEconomic;
  json.refuse(said(Sentence::kUnknownScheme, {{"name", name}}));
}

}  // namespace

Classification::Classification(const StrictJson& json) {
  names_.reserve(kExpectedNames);
  json.string_or("about", "");
  endings_ = json.at("endings").strings();
  load(json.at("functional"), Scheme::kFunctional);
  load(json.at("economic"), Scheme::kEconomic);
  load(json.at("government_economic"), Scheme::kGovernmentEconomic);
  for (const auto& [code, name] : json.at("functional_legacy").members()) {
    names_.emplace(joined(mark_of(Scheme::kFunctional), code), name.string());
  }
  for (const auto& [digits, name] : json.at("functional_common").members()) {
    common_items_.emplace(name.string(), digits);
  }
  load_aliases(json.at("aliases"));
  json.finish();
}

std::string_view Classification::stem(std::string_view name) const {
  for (const std::string_view ending : endings_) {
    if (name.ends_with(ending) && name.size() > ending.size()) {
      return name.substr(0, name.size() - ending.size());
    }
  }
  return name;
}

void Classification::load(const StrictJson& names, Scheme scheme) {
  for (const auto& [code, member] : names.members()) {
    std::string name = member.string();
    if (code.find_first_not_of("0123456789") != std::string::npos || code.size() < kClassDigits) {
      member.refuse(said(Sentence::kKeyIsNoCode));
    }
    add(scheme, code, name);
    names_.emplace(joined(mark_of(scheme), code), std::move(name));
  }
}

void Classification::load_aliases(const StrictJson& aliases) {
  for (const StrictJson& alias : aliases.items()) {
    const Scheme scheme = scheme_of(alias.at("scheme"));
    const std::string code = alias.at("code").string();
    const std::string name = alias.at("name").string();
    alias.finish();
    if (!name_of(scheme, code)) {
      alias.refuse(said(Sentence::kNoSuchCode, {{"code", code}}));
    }
    if (scheme == Scheme::kEconomic) {
      // Written for this code where the name alone would be two: it decides.
      Place& economic = places_[std::string(kEconomic)];
      economic.listed[name] = code;
      economic.stems[std::string(stem(name))] = code;
    } else {
      add(scheme, code, name);
    }
  }
}

/// A stem that is not the name itself is kept apart, so that a listed name is never overruled by
/// the stem of another.
void Classification::put(std::string_view place, std::string_view name, const std::string& code) {
  const auto once = [&code](Codes& codes, std::string_view key) {
    const auto [found, is_new] = codes.try_emplace(std::string(key), code);
    if (!is_new && found->second != code) found->second.clear();
  };
  Place& names = places_[std::string(place)];
  once(names.listed, name);
  if (stem(name) != name) once(names.stems, stem(name));
}

void Classification::add(Scheme scheme, const std::string& code, std::string_view name) {
  if (scheme == Scheme::kEconomic) return put(kEconomic, name, code);
  if (scheme == Scheme::kGovernmentEconomic) return;
  const std::string_view digits = code;
  if (code.size() == kClassDigits) {
    put(kTopClasses, name, code);
  } else if (code.size() == kGroupDigits) {
    put(below(digits.substr(0, kClassDigits)), name, code);
    put(kAnyGroup, name, code);
  } else if (code.size() == kItemDigits) {
    put(below(digits.substr(0, kGroupDigits)), name, code);
    put(items_of(digits.substr(0, kClassDigits)), name, code);
  }
}

std::optional<std::string> Classification::find(std::string_view place,
                                                std::string_view name) const {
  const auto names = places_.find(place);
  if (names == places_.end()) return std::nullopt;
  const auto code_at = [](const Codes& codes, std::string_view key) -> const std::string* {
    const auto found = codes.find(key);
    return found == codes.end() ? nullptr : &found->second;
  };
  const Place& here = names->second;
  const std::string* code = code_at(here.listed, name);
  if (code == nullptr) {
    const std::string_view short_name = stem(name);
    code = code_at(here.stems, short_name);
    const std::string* listed = short_name == name ? nullptr : code_at(here.listed, short_name);
    if (code != nullptr && listed != nullptr && *code != *listed) return std::nullopt;
    if (code == nullptr) code = listed;
  }
  if (code == nullptr || code->empty()) return std::nullopt;
  return *code;
}

std::optional<std::string> Classification::functional_class(std::string_view name) const {
  return name.empty() ? std::nullopt : find(kTopClasses, name);
}

std::optional<std::string> Classification::functional_path(std::string_view class_name,
                                                           std::string_view group_name,
                                                           std::string_view item_name) const {
  std::optional<std::string> class_code;
  if (!class_name.empty() && !(class_code = functional_class(class_name))) return std::nullopt;
  std::optional<std::string> group_code;
  if (!group_name.empty()) {
    group_code = find(class_code ? below(*class_code) : std::string(kAnyGroup), group_name);
    if (!group_code) return std::nullopt;
  }
  if (item_name.empty()) return group_code ? group_code : class_code;
  if (group_code) {
    if (auto code = find(below(*group_code), item_name)) return code;
    const auto common = common_items_.find(std::string(item_name));
    return common == common_items_.end() ? std::nullopt
                                         : std::optional(*group_code + common->second);
  }
  return class_code ? find(items_of(*class_code), item_name) : std::nullopt;
}

std::optional<std::string> Classification::economic(std::string_view name) const {
  return name.empty() ? std::nullopt : find(kEconomic, name);
}

std::optional<std::string> Classification::name_of(Scheme scheme, std::string_view code) const {
  const auto found = names_.find(joined(mark_of(scheme), code));
  if (found == names_.end()) return std::nullopt;
  return found->second;
}

}  // namespace mingxi::patterns
