#include "patterns/entries/entry.h"

#include <algorithm>

namespace mingxi::patterns {
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
    json.at("about").refuse("请写明这条规则是关于什么的。", "Say what this rule is about.");
  }
  for (const StrictJson& item : json.at("examples").items()) {
    entry.examples.push_back(example_from(item, keys));
    item.finish();
  }
  for (const StrictJson& item : json.at("counterexamples").items()) {
    Example example = example_from(item, keys);
    example.why = item.string_or("why", "");
    if (example.why.empty()) {
      item.refuse("反例要写明理由（why）。", "A counterexample needs its reason (why).");
    }
    item.finish();
    entry.counterexamples.push_back(std::move(example));
  }
  if (entry.examples.empty() || entry.counterexamples.empty()) {
    json.refuse("每条规则至少要有一个例子和一个反例。",
                "A rule needs an example and a counterexample.");
  }
  return entry;
}

}  // namespace mingxi::patterns
