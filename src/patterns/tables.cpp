#include "patterns/tables.h"

#include <algorithm>
#include <cassert>

namespace mingxi::patterns {

void read_examples(const StrictJson& item, const std::string& list, const std::string& label,
                   std::vector<LabelExample>& examples,
                   std::vector<LabelExample>& counterexamples) {
  const StrictJson shown = item.at("examples");
  const std::vector<StrictJson> others = item.at("counterexamples").items();
  if (shown.items().empty() || others.empty()) {
    item.refuse("每条规则至少要有一个例子和一个反例",
                "a rule needs an example and a counterexample");
  }
  for (const StrictJson& example : shown.items())
    examples.push_back({example.where(), list, label, example.string(), {}});
  for (const StrictJson& other : others) {
    counterexamples.push_back(
        {other.where(), list, label, other.at("text").string(), other.at("why").string()});
    other.finish();
  }
}

Labels::Labels(const StrictJson& json, const std::string& list, std::vector<LabelExample>& examples,
               std::vector<LabelExample>& counterexamples) {
  for (const StrictJson& item : json.items()) {
    std::optional<Expression> unless;
    if (item.has("unless")) unless.emplace(item.at("unless").string(), item.where() + "/unless");
    rules_.push_back({item.at("id").string(),
                      Expression(item.at("pattern").string(), item.where() + "/pattern"),
                      std::move(unless)});
    read_examples(item, list, rules_.back().label, examples, counterexamples);
    item.finish();
  }
}

std::optional<std::string> Labels::of(std::string_view text) const {
  for (const Rule& rule : rules_)
    if (rule.pattern.matches(text) && !(rule.unless && rule.unless->matches(text)))
      return rule.label;
  return std::nullopt;
}

const Labels::Rule& Labels::rule(std::string_view label) const {
  const auto found = std::find_if(rules_.begin(), rules_.end(),
                                  [label](const Rule& rule) { return rule.label == label; });
  assert(found != rules_.end());
  return *found;
}

bool Labels::is(std::string_view label, std::string_view text) const {
  const Rule& asked = rule(label);
  return asked.pattern.matches(text) && !(asked.unless && asked.unless->matches(text));
}

std::optional<Match> Labels::find(std::string_view label, std::string_view text) const {
  const Rule& asked = rule(label);
  if (asked.unless && asked.unless->matches(text)) return std::nullopt;
  return asked.pattern.find(text);
}

std::string_view Labels::group(std::string_view label, const Match& match,
                               std::string_view name) const {
  const int number = rule(label).pattern.group_number(name);
  assert(number > 0);
  return match.group(number).value_or(std::string_view());
}

TableRules::TableRules(const StrictJson& json)
    : kinds(json.at("kinds"), "tables/kinds", examples, counterexamples),
      headers(json.at("headers"), "tables/headers", examples, counterexamples),
      columns(json.at("columns"), "tables/columns", examples, counterexamples),
      components(json.at("components"), "tables/components", examples, counterexamples),
      times(json.at("times"), "tables/times", examples, counterexamples),
      rows(json.at("rows"), "tables/rows", examples, counterexamples),
      notes(json.at("notes"), "tables/notes", examples, counterexamples) {
  json.at("about").string();
  json.finish();
}

}  // namespace mingxi::patterns
