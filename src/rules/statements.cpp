#include "rules/statements.h"

#include <array>

#include "model/error.h"

namespace mingxi {
namespace {

template <typename Value, std::size_t kSize>
Value chosen(const StrictJson& json,
             const std::array<std::pair<const char*, Value>, kSize>& table) {
  const std::string word = json.string();
  for (const auto& [name, value] : table) {
    if (word == name) return value;
  }
  json.refuse("不认识的取值：" + word, "unknown value: " + word);
}

constexpr std::array<std::pair<const char*, Measure>, 4> kMeasures{{
    {"level", Measure::kLevel},
    {"change", Measure::kChange},
    {"share", Measure::kShare},
    {"execution_rate", Measure::kExecutionRate},
}};
constexpr std::array<std::pair<const char*, UnitKind>, 6> kKinds{{
    {"none", UnitKind::kNone},
    {"money", UnitKind::kMoney},
    {"percent", UnitKind::kPercent},
    {"percent_points", UnitKind::kPercentPoints},
    {"multiple", UnitKind::kMultiple},
    {"count", UnitKind::kCount},
}};
constexpr std::array<std::pair<const char*, StatementRole>, 2> kRoles{{
    {"base", StatementRole::kBase},
    {"target_bound", StatementRole::kTargetBound},
}};
constexpr std::array<std::pair<const char*, Basis>, 5> kBases{{
    {"budget", Basis::kBudget},
    {"adjusted", Basis::kAdjusted},
    {"estimated", Basis::kEstimated},
    {"actual", Basis::kActual},
    {"target", Basis::kTarget},
}};
constexpr std::array<std::pair<const char*, DocumentKind>, 2> kDocumentKinds{{
    {"budget", DocumentKind::kBudget},
    {"final_account", DocumentKind::kFinalAccount},
}};

StatementExample example_from(const StrictJson& json, const std::string& rule, bool counter) {
  StatementExample example{.where = json.where(),
                           .rule = rule,
                           .text = json.at("text").string(),
                           .facts = json.at("facts").strings()};
  if (json.has("kind")) example.kind = chosen(json.at("kind"), kDocumentKinds);
  if (counter) example.why = json.at("why").string();
  json.finish();
  return example;
}

void load_examples(const StrictJson& json, const std::string& rule, StatementRules& into) {
  for (const StrictJson& item : json.at("examples").items()) {
    into.examples.push_back(example_from(item, rule, false));
  }
  for (const StrictJson& item : json.at("counterexamples").items()) {
    into.counterexamples.push_back(example_from(item, rule, true));
  }
  if (json.at("examples").items().empty() || json.at("counterexamples").items().empty()) {
    json.refuse("每条规则至少要有一个例子和一个反例",
                "a rule needs an example and a counterexample");
  }
}

StatementRule rule_from(const StrictJson& json, Definitions& definitions) {
  const auto expression = [&](const char* key) {
    const StrictJson value = json.at(key);
    return Expression(definitions.expand(value.string(), value), value.where());
  };
  StatementRule rule{.id = json.at("id").string(),
                     .measure = chosen(json.at("measure"), kMeasures),
                     .before = expression("before")};
  for (const StrictJson& kind : json.at("kinds").items())
    rule.kinds.push_back(chosen(kind, kKinds));
  if (json.has("role")) rule.role = chosen(json.at("role"), kRoles);
  if (json.has("after")) rule.after = expression("after");
  if (json.has("unless")) rule.unless = expression("unless");
  rule.up = rule.before.group_number("up");
  rule.down = rule.before.group_number("down");
  rule.either = rule.before.group_number("either");
  rule.whole = rule.before.group_number("whole");
  rule.basis = rule.before.group_number("basis");
  return rule;
}

/// One expression for all words of a list: `head(?:a|b|…)tail`.
Expression joined(const StrictJson& list, Definitions& definitions, const std::string& head,
                  const std::string& tail) {
  std::string pattern;
  for (const StrictJson& item : list.items()) {
    item.at("id").string();
    const StrictJson value = item.at("pattern");
    pattern += (pattern.empty() ? "" : "|") + definitions.expand(value.string(), value);
    item.finish();
  }
  return Expression(head + "(?:" + pattern + ")" + tail, list.where());
}

}  // namespace

Definitions::Definitions(const StrictJson& object) {
  for (const auto& [name, value] : object.members()) {
    // A definition may use those before it.
    values_[name] = expand(value.string(), value);
  }
  used_.clear();
  for (const auto& [name, value] : object.members()) {
    const std::string pattern = value.string();
    for (std::string_view rest = pattern; !rest.empty();) {
      const std::size_t open = rest.find('{');
      if (open == std::string_view::npos) break;
      const std::size_t close = rest.find('}', open);
      if (close == std::string_view::npos) break;
      used_.emplace(rest.substr(open + 1, close - open - 1));
      rest.remove_prefix(close + 1);
    }
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
    if (found == values_.end()) where.refuse("没有定义：" + name, "not defined: " + name);
    used_.insert(name);
    result += pattern.substr(at, open - at) + found->second;
    at = close + 1;
  }
  return result + pattern.substr(at);
}

void Definitions::finish(const StrictJson& object) const {
  for (const auto& [name, value] : values_) {
    if (used_.count(name) == 0) {
      object.refuse("定义没有用到：" + name, "definition is never used: " + name);
    }
  }
}

StatementRules::StatementRules(const StrictJson& json) {
  json.at("about").string();
  Definitions definitions(json.at("definitions"));
  std::set<std::string> ids;
  for (const StrictJson& item : json.at("rules").items()) {
    rules.push_back(rule_from(item, definitions));
    if (!ids.insert(rules.back().id).second) {
      item.refuse("编号重复：" + rules.back().id, "id given twice: " + rules.back().id);
    }
    load_examples(item, rules.back().id, *this);
    item.finish();
  }
  const StrictJson no_change = json.at("no_change");
  no_change_id = no_change.at("id").string();
  load_examples(no_change, no_change_id, *this);
  no_change.finish();
  for (const StrictJson& item : json.at("bases").items()) {
    const StrictJson value = item.at("pattern");
    bases.push_back(
        {.id = item.at("id").string(),
         .pattern = Expression(definitions.expand(value.string(), value), value.where()),
         .in_budget = chosen(item.at("budget"), kBases),
         .in_final_account = chosen(item.at("final_account"), kBases)});
    item.finish();
  }
  leading.emplace(joined(json.at("leading"), definitions, "^", "*"));
  trailing.emplace(joined(json.at("trailing"), definitions, "", "+$"));
  for (const auto& [name, value] : json.at("expressions").members()) {
    named.emplace(name, Expression(definitions.expand(value.string(), value), value.where()));
  }
  definitions.finish(json.at("definitions"));
  json.finish();
}

const Expression& StatementRules::get(std::string_view name) const {
  const auto found = named.find(name);
  if (found == named.end()) {
    throw Error(ErrorKind::kPatterns, "statements.json#/expressions",
                "缺少表达式：" + std::string(name), "missing expression: " + std::string(name));
  }
  return found->second;
}

}  // namespace mingxi
