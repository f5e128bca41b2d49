#include "patterns/entries/definitions.h"

#include "messages/sentences.h"

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

Definitions::Definitions(const StrictJson& object, const std::string& list,
                         std::vector<Entry>& entries) {
  for (const auto& [name, value] : object.members()) {
    const StrictJson pattern = value.at("pattern");
    // A definition may use those before it.
    values_[name] = expand(pattern.string(), pattern);
    entries.push_back(entry_from(value, list + "/" + name));
    entries.back().pattern = "^(?:" + values_[name] + ")$";
    value.finish();
  }
}

std::string Definitions::expand(const std::string& pattern, const StrictJson& where) {
  std::string result;
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::size_t open = pattern.find('{', at);
    if (open == std::string::npos || open + 1 >= pattern.size()) break;
    const char next = pattern[open + 1];
    if (next < 'a' || next > 'z') {  // a repetition such as {2,3}
      result += pattern.substr(at, open + 1 - at);
      at = open + 1;
      continue;
    }
    const std::size_t close = pattern.find('}', open);
    const std::string name = pattern.substr(open + 1, close - open - 1);
    const auto found = values_.find(name);
    if (found == values_.end()) where.refuse(said(Sentence::kNotDefined, {{"name", name}}));
    used_.insert(name);
    result += pattern.substr(at, open - at) + found->second;
    at = close + 1;
  }
  return result + pattern.substr(at);
}

void Definitions::finish(const StrictJson& object) const {
  for (const auto& [name, value] : values_) {
    if (used_.count(name) == 0) {
      object.refuse(said(Sentence::kDefinitionUnused, {{"name", name}}));
    }
  }
}

}  // namespace mingxi::patterns
