#include "patterns/concepts.h"

#include <algorithm>
#include <utility>

#include "messages/sentences.h"
#include "text/punctuation.h"

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

namespace {

constexpr std::size_t kLongestName = 120;  // bytes; a longer text is no name of the list

std::vector<std::string> longest_first(std::vector<std::string> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  return words;
}

std::string without_quotes(std::string_view name) {
  std::string result;
  for (std::size_t at = 0; at < name.size();) {
    const std::string_view character = name.substr(at, 3);
    if (character == text::kQuotes.open || character == text::kQuotes.close) {
      at += 3;
    } else {
      if (name[at] != '"' && name[at] != ' ') result += name[at];
      ++at;
    }
  }
  return result;
}

Expression leading_from(const StrictJson& json, std::vector<Entry>& entries) {
  Definitions none;
  Expression leading = expression_from(json, "concepts/leading", none, entries);
  json.finish();
  return leading;
}

}  // namespace

Concepts::Concepts(const StrictJson& json)
    : leading_(leading_from(json.at("leading"), entries_)),
      before_(longest_first(json.at("funding_before").strings())),
      after_(longest_first(json.at("funding_behind").strings())) {
  json.at("about").string();
  for (const StrictJson& item : json.at("concepts").items()) load(item);
  json.finish();
}

void Concepts::load(const StrictJson& item) {
  ++count_;
  const std::string id = item.at("id").string();
  const bool is_funded = item.has("funded") && item.at("funded").boolean();
  if (item.has("counted") && item.at("counted").boolean()) counted_.insert(id);
  for (const StrictJson& name : item.at("names").items()) {
    const bool is_new = names_.emplace(name.string(), id).second;
    if (!is_new) name.refuse(said(Sentence::kNameTwice));
    if (is_funded) funded_.emplace(name.string(), id);
  }
  for (const char* key : {"examples", "counterexamples"}) {
    for (const StrictJson& text : item.at(key).items()) {
      examples_.push_back({.where = text.where(),
                           .text = text.string(),
                           .concept_id = id,
                           .is_counterexample = key == std::string_view("counterexamples")});
    }
  }
  item.finish();
}

std::optional<std::string> Concepts::of(std::string_view name, UnitKind kind) const {
  auto found = find(name);
  if (!found || (kind != UnitKind::kMoney && kind != UnitKind::kCount)) return found;
  const bool is_counted = counted_.count(*found) > 0;
  return is_counted == (kind == UnitKind::kCount) ? found : std::nullopt;
}

std::optional<std::string> Concepts::find(std::string_view name) const {
  if (name.empty() || name.size() > kLongestName) return std::nullopt;
  if (const auto lead = leading_.find(name)) name.remove_prefix(lead->last());
  const std::string plain = without_quotes(name);
  if (const auto found = names_.find(plain); found != names_.end()) return found->second;
  std::string_view core = plain;
  const auto before = std::find_if(before_.begin(), before_.end(),
                                   [&](const std::string& word) { return core.starts_with(word); });
  if (before != before_.end()) core.remove_prefix(before->size());
  const auto funded = [&](std::string_view text) -> std::optional<std::string> {
    const auto found = funded_.find(std::string(text));
    return found == funded_.end() ? std::nullopt : std::optional(found->second);
  };
  if (auto found = funded(core)) return found;
  for (const std::string& word : after_) {
    if (!core.ends_with(word)) continue;
    if (auto found = funded(core.substr(0, core.size() - word.size()))) return found;
  }
  return std::nullopt;
}

}  // namespace mingxi::patterns
