#include "patterns/entries/entry.h"

#include <algorithm>

#include "messages/sentences.h"

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

namespace {

Example example_from(const StrictJson& json, const std::vector<std::string>& keys) {
  if (json.is_string()) return {.where = json.where(), .text = json.string()};
  Example example{.where = json.where(), .text = json.at("text").string()};
  for (const std::string& key : keys) {
    if (json.has(key)) example.expected[key] = json.at(key).texts();
  }
  return example;
}

}  // namespace

Entry entry_from(const StrictJson& json, const std::string& id,
                 const std::vector<std::string>& keys) {
  Entry entry{.where = json.where(), .id = id, .about = json.at("about").string()};
  if (entry.about.empty()) {
    json.at("about").refuse(said(Sentence::kRuleWithoutAbout));
  }
  for (const StrictJson& item : json.at("examples").items()) {
    entry.examples.push_back(example_from(item, keys));
    item.finish();
  }
  for (const StrictJson& item : json.at("counterexamples").items()) {
    Example example = example_from(item, keys);
    example.why = item.string_or("why", "");
    if (example.why.empty()) {
      item.refuse(said(Sentence::kCounterexampleWithoutReason));
    }
    item.finish();
    entry.counterexamples.push_back(std::move(example));
  }
  if (entry.examples.empty() || entry.counterexamples.empty()) {
    json.refuse(said(Sentence::kRuleWithoutExamples));
  }
  return entry;
}

}  // namespace mingxi::patterns
