#include "patterns/statements.h"

#include <array>
#include <set>
#include <utility>

#include "messages/sentences.h"

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

namespace {

template <typename Value, std::size_t kSize>
Value chosen(const StrictJson& json,
             const std::array<std::pair<const char*, Value>, kSize>& table) {
  const std::string word = json.string();
  for (const auto& [name, value] : table) {
    if (word == name) return value;
  }
  json.refuse(said(Sentence::kUnknownWord, {{"given", word}}));
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
constexpr std::array<std::pair<const char*, StatementRole>, 3> kRoles{{
    {"base", StatementRole::kBase},
    {"target_bound", StatementRole::kTargetBound},
    {"score", StatementRole::kScore},
}};
constexpr std::array<std::pair<const char*, Basis>, 5> kBases{{
    {"budget", Basis::kBudget},
    {"adjusted", Basis::kAdjusted},
    {"estimated", Basis::kEstimated},
    {"actual", Basis::kActual},
    {"target", Basis::kTarget},
}};
StatementRule rule_from(const StrictJson& json, Definitions& definitions) {
  const auto expression = [&](const char* key) {
    const StrictJson value = json.at(key);
    return Expression(definitions.expand(value.string(), value), value);
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

ClauseRole role_from(const StrictJson& json, const Expression& pattern) {
  const auto group = [&](const char* key) {
    const StrictJson value = json.at(key);
    const int number = pattern.group_number(value.string());
    if (number < 0) value.refuse(said(Sentence::kGroupMissing, {{"group", value.string()}}));
    return number;
  };
  ClauseRole role{.figure = group("figure"), .measure = chosen(json.at("measure"), kMeasures)};
  if (json.has("role")) role.role = chosen(json.at("role"), kRoles);
  if (json.has("name")) role.name = group("name");
  if (json.has("subject")) role.has_subject_of_last = json.at("subject").string() == "of_last";
  json.finish();
  return role;
}

ClauseRule clause_from(const StrictJson& json, Definitions& definitions) {
  const StrictJson pattern = json.at("pattern");
  ClauseRule rule{.id = json.at("id").string(),
                  .pattern = Expression(definitions.expand(pattern.string(), pattern), pattern)};
  for (const StrictJson& item : json.at("figures").items())
    rule.roles.push_back(role_from(item, rule.pattern));
  rule.down = rule.pattern.group_number("down");
  rule.basis = rule.pattern.group_number("basis");
  return rule;
}

/// Which part of a text an item of a list is tried on.
enum class Tried { kBegin, kEnd };

/// One expression for all items of a list: head(?:a|b|…)tail.
Expression joined(const StrictJson& list, const std::string& name, Definitions& definitions,
                  Tried tried, std::vector<Entry>& entries) {
  std::string pattern;
  for (const StrictJson& item : list.items()) {
    item.at("id").string();
    const StrictJson value = item.at("pattern");
    const std::string own = definitions.expand(value.string(), value);
    pattern += (pattern.empty() ? "" : "|") + own;
    entries.push_back(entry_from(item, "statements/" + name));
    entries.back().pattern = tried == Tried::kBegin ? "^(?:" + own + ")" : "(?:" + own + ")$";
    item.finish();
  }
  const std::string all = "(?:" + pattern + ")+";
  return Expression(tried == Tried::kBegin ? "^" + all : all + "$", list);
}

Expression missing_number_from(const StrictJson& list, Definitions& definitions,
                               std::vector<Entry>& entries) {
  std::string pattern;
  for (const StrictJson& item : list.items()) {
    const StrictJson value = item.at("pattern");
    pattern += (pattern.empty() ? "" : "|") + definitions.expand(value.string(), value);
    entries.push_back(entry_from(item, item.at("id").string(), {"quotes"}));
    item.finish();
  }
  return Expression("(?:" + pattern + ")", list);
}

}  // namespace

StatementRules statement_rules_from(const StrictJson& json) {
  json.at("about").string();
  std::vector<Entry> entries, missing;
  Definitions definitions(json.at("definitions"), "statements/definitions", entries);
  StatementRules result{
      .leading = joined(json.at("leading"), "leading", definitions, Tried::kBegin, entries),
      .trailing = joined(json.at("trailing"), "trailing", definitions, Tried::kEnd, entries),
      .expressions = statement_expressions_from(json.at("expressions"), definitions, entries),
      .missing_number = missing_number_from(json.at("missing_numbers"), definitions, missing)};
  const std::vector<std::string> kKeys{"facts", "kind"};
  std::set<std::string> ids;
  for (const StrictJson& item : json.at("rules").items()) {
    result.rules.push_back(rule_from(item, definitions));
    const std::string& id = result.rules.back().id;
    if (!ids.insert(id).second) item.refuse(said(Sentence::kIdTwice, {{"id", id}}));
    result.rule_entries.push_back(entry_from(item, id, kKeys));
    item.finish();
  }
  for (const StrictJson& item : json.at("clauses").items()) {
    result.clauses.push_back(clause_from(item, definitions));
    result.rule_entries.push_back(entry_from(item, result.clauses.back().id, kKeys));
    item.finish();
  }
  const StrictJson no_change = json.at("no_change");
  result.no_change_id = no_change.at("id").string();
  result.rule_entries.push_back(entry_from(no_change, result.no_change_id, kKeys));
  no_change.finish();
  for (const StrictJson& item : json.at("bases").items()) {
    const std::string id = item.at("id").string();
    result.bases.push_back({.id = id,
                            .pattern = expression_from(item, id, definitions, entries),
                            .in_budget = chosen(item.at("budget"), kBases),
                            .in_final_account = chosen(item.at("final_account"), kBases)});
    item.finish();
  }
  for (const StrictJson& item : json.at("fundings").items()) {
    const std::string id = item.at("id").string();
    result.fundings.push_back(
        {.id = id, .pattern = expression_from(item, "fundings/" + id, definitions, entries)});
    item.finish();
  }
  definitions.finish(json.at("definitions"));
  json.finish();
  result.entries = std::move(entries);
  result.missing_entries = std::move(missing);
  return result;
}

}  // namespace mingxi::patterns
