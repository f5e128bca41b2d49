#include "patterns/statements.h"

#include <array>
#include <set>

namespace mingxi::patterns {
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

ClauseRole role_from(const StrictJson& json, const Expression& pattern) {
  const auto group = [&](const char* key) {
    const StrictJson value = json.at(key);
    const int number = pattern.group_number(value.string());
    if (number < 0) value.refuse("缺少命名组", "the named group is missing");
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
  ClauseRule rule{
      .id = json.at("id").string(),
      .pattern = Expression(definitions.expand(pattern.string(), pattern), pattern.where())};
  for (const StrictJson& item : json.at("figures").items())
    rule.roles.push_back(role_from(item, rule.pattern));
  rule.down = rule.pattern.group_number("down");
  rule.basis = rule.pattern.group_number("basis");
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
  }
  return Expression(head + "(?:" + pattern + ")" + tail, list.where());
}

void load_missing_number_examples(const StrictJson& list, StatementRules& into) {
  for (const StrictJson& rule : list.items()) {
    const std::string id = rule.at("id").string();
    for (const char* key : {"examples", "counterexamples"}) {
      const bool is_counter = key == std::string_view("counterexamples");
      for (const StrictJson& item : rule.at(key).items()) {
        MissingNumberExample example{
            .where = item.where(), .rule = id, .text = item.at("text").string()};
        if (is_counter) example.why = item.at("why").string();
        if (!is_counter) example.quotes = item.at("quotes").strings();
        item.finish();
        into.missing_number_examples.push_back(std::move(example));
      }
    }
    rule.finish();
  }
}

}  // namespace

StatementRules statement_rules_from(const StrictJson& json) {
  json.at("about").string();
  Definitions definitions(json.at("definitions"));
  StatementRules result{.leading = joined(json.at("leading"), definitions, "^", "+"),
                        .trailing = joined(json.at("trailing"), definitions, "", "+$"),
                        .wording = wording_from(json.at("expressions"), definitions),
                        .missing_number = joined(json.at("missing_numbers"), definitions, "", "")};
  for (const char* list : {"leading", "trailing"}) {
    for (const StrictJson& item : json.at(list).items()) item.finish();
  }
  load_missing_number_examples(json.at("missing_numbers"), result);
  std::set<std::string> ids;
  for (const StrictJson& item : json.at("rules").items()) {
    result.rules.push_back(rule_from(item, definitions));
    const std::string& id = result.rules.back().id;
    if (!ids.insert(id).second) item.refuse("编号重复：" + id, "id given twice: " + id);
    load_examples(item, id, result);
    item.finish();
  }
  for (const StrictJson& item : json.at("clauses").items()) {
    result.clauses.push_back(clause_from(item, definitions));
    load_examples(item, result.clauses.back().id, result);
    item.finish();
  }
  const StrictJson no_change = json.at("no_change");
  result.no_change_id = no_change.at("id").string();
  load_examples(no_change, result.no_change_id, result);
  no_change.finish();
  for (const StrictJson& item : json.at("bases").items()) {
    const StrictJson value = item.at("pattern");
    result.bases.push_back(
        {.id = item.at("id").string(),
         .pattern = Expression(definitions.expand(value.string(), value), value.where()),
         .in_budget = chosen(item.at("budget"), kBases),
         .in_final_account = chosen(item.at("final_account"), kBases)});
    item.finish();
  }
  for (const StrictJson& item : json.at("fundings").items()) {
    const StrictJson value = item.at("pattern");
    result.fundings.push_back(
        {.id = item.at("id").string(),
         .pattern = Expression(definitions.expand(value.string(), value), value.where())});
    item.finish();
  }
  definitions.finish(json.at("definitions"));
  json.finish();
  return result;
}

}  // namespace mingxi::patterns
