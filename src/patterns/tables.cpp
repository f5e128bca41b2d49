#include "patterns/tables.h"

#include <algorithm>
#include <cassert>

#include "patterns/entries/named_patterns.h"

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

Labels::Labels(const StrictJson& json) {
  Definitions none;
  for (const StrictJson& item : json.items()) {
    const std::string label = item.at("id").string();
    rules_.push_back({label, pattern_from(item, label, none, entries_)});
    item.finish();
  }
}

std::optional<std::string> Labels::of(std::string_view text) const {
  const auto found = std::find_if(rules_.begin(), rules_.end(),
                                  [text](const Rule& rule) { return rule.pattern.matches(text); });
  return found == rules_.end() ? std::nullopt : std::optional(found->label);
}

const Labels::Rule& Labels::rule(std::string_view label) const {
  const auto found = std::find_if(rules_.begin(), rules_.end(),
                                  [label](const Rule& rule) { return rule.label == label; });
  assert(found != rules_.end());
  return *found;
}

bool Labels::is(std::string_view label, std::string_view text) const {
  return rule(label).pattern.matches(text);
}

std::optional<Match> Labels::find(std::string_view label, std::string_view text) const {
  return rule(label).pattern.find(text);
}

std::string_view Labels::group(std::string_view label, const Match& match,
                               std::string_view name) const {
  return rule(label).pattern.group(match, name);
}

TableKind table_kind_from(const StrictJson& json) {
  const auto kind = table_kind_named(json.string());
  if (!kind) json.refuse(said(Sentence::kNoSuchKindOfTable));
  return *kind;
}

std::vector<TableKind> table_kinds_from(const StrictJson& json) {
  std::vector<TableKind> kinds;
  for (const StrictJson& item : json.items()) kinds.push_back(table_kind_from(item));
  return kinds;
}

TableRules::TableRules(const StrictJson& json)
    : kinds(json.at("kinds")),
      headers(json.at("headers")),
      columns(json.at("columns")),
      components(json.at("components")),
      times(json.at("times")),
      rows(json.at("rows")),
      cells(named_patterns<HeaderPatterns>(json.at("cells"), "tables/cells", entries)),
      notes(json.at("notes")) {
  json.at("about").string();
  // The forms are compiled in; kinds name no others.
  for (const auto& [name, form] : json.at("forms").members()) {
    if (!table_kind_named(name)) form.refuse(said(Sentence::kNoSuchKindOfTable));
    for (const char* trait : {"about", "of", "subject"}) form.at(trait).string();
    form.at("statutory").boolean();
    form.finish();
  }
  for (const char* list : {"kinds", "headers"})
    for (const StrictJson& item : json.at(list).items()) table_kind_from(item.at("id"));
  json.finish();
}

std::optional<TableKind> TableRules::kind_of_title(std::string_view title) const {
  const auto name = kinds.of(title);
  return name ? table_kind_named(*name) : std::nullopt;
}

std::optional<TableKind> TableRules::kind_of_header(std::string_view header) const {
  const auto name = headers.of(header);
  return name ? table_kind_named(*name) : std::nullopt;
}

}  // namespace mingxi::patterns
