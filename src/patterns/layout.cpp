#include "patterns/layout.h"

#include <utility>

#include "patterns/entries/named_patterns.h"

namespace mingxi::patterns {
namespace {

std::vector<NumberingRule> numberings_from(const StrictJson& json, Definitions& definitions,
                                           std::vector<Entry>& entries) {
  std::vector<NumberingRule> rules;
  for (const StrictJson& item : json.items()) {
    const std::string id = "layout/numberings/" + item.at("id").string();
    const int level = static_cast<int>(item.at("level").integer());
    rules.push_back({level, pattern_from(item, id, definitions, entries)});
    item.finish();
  }
  return rules;
}

}  // namespace

LayoutPatterns layout_patterns_from(const StrictJson& json) {
  json.at("about").string();
  std::vector<Entry> entries;
  Definitions definitions(json.at("definitions"), "layout/definitions", entries);
  LayoutPatterns result{.numberings = numberings_from(json.at("numberings"), definitions, entries),
                        .lines = named_patterns<LinePatterns>(json.at("lines"), "layout/lines",
                                                              definitions, entries)};
  definitions.finish(json.at("definitions"));
  json.finish();
  result.entries = std::move(entries);
  return result;
}

}  // namespace mingxi::patterns
