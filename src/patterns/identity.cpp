#include "patterns/identity.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <system_error>
#include <utility>

namespace mingxi::patterns {
namespace {

constexpr std::pair<const char*, Scope> kScopes[] = {
    {"department", Scope::kDepartment}, {"unit", Scope::kUnit}, {"government", Scope::kGovernment}};

constexpr std::pair<const char*, DocumentKind> kKinds[] = {
    {"budget", DocumentKind::kBudget},
    {"final_account", DocumentKind::kFinalAccount},
    {"other", DocumentKind::kOther}};

// What the words of a title say.
Scope scope_named(std::string_view word) {
  if (word == "部门") return Scope::kDepartment;
  if (word == "单位") return Scope::kUnit;
  return word.empty() || word == "项目" ? Scope::kUnknown : Scope::kGovernment;
}

DocumentKind kind_named(std::string_view word) {
  if (word == "决算") return DocumentKind::kFinalAccount;
  if (word.starts_with("绩效")) return DocumentKind::kOther;
  return DocumentKind::kBudget;
}

IdentityExample example_from(const StrictJson& json, const std::string& rule) {
  IdentityExample example{.where = json.where(), .rule = rule, .text = json.at("text").string()};
  if (json.has("publisher")) example.publisher = json.at("publisher").string();
  if (json.has("year")) example.year = static_cast<int>(json.at("year").integer());
  if (json.has("scope")) example.scope = json.at("scope").one_of(kScopes);
  if (json.has("kind")) example.kind = json.at("kind").one_of(kKinds);
  example.why = json.string_or("why", "");
  json.finish();
  return example;
}

void load_examples(const StrictJson& json, const std::string& rule, IdentityRules& into) {
  const auto examples = json.at("examples").items();
  const auto counterexamples = json.at("counterexamples").items();
  if (examples.empty() || counterexamples.empty()) {
    json.refuse("每条规则至少要有一个例子和一个反例。",
                "A rule needs an example and a counterexample.");
  }
  for (const StrictJson& item : examples) into.examples.push_back(example_from(item, rule));
  for (const StrictJson& item : counterexamples) {
    into.counterexamples.push_back(example_from(item, rule));
    if (into.counterexamples.back().why.empty()) {
      item.refuse("反例要写明理由（why）。", "A counterexample needs its reason (why).");
    }
  }
}

/// The pattern of a rule, with the named groups that its reader asks for.
Expression pattern_of(const StrictJson& rule, std::initializer_list<const char*> groups = {}) {
  const StrictJson pattern = rule.at("pattern");
  Expression expression(pattern.string(), pattern.where());
  for (const char* const group : groups) {
    if (expression.group_number(group) >= 0) continue;
    pattern.refuse("缺少命名组“" + std::string(group) + "”。",
                   "The named group \"" + std::string(group) + "\" is missing.");
  }
  return expression;
}

/// The digits of a year; nothing if a pattern let something else be one.
std::optional<int> year_in(std::string_view text) {
  int year = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return year;
}

}  // namespace

IdentityRules::IdentityRules(const StrictJson& json)
    : no_body(pattern_of(json.at("no_body"))),
      placeholder(pattern_of(json.at("placeholder"))),
      other(pattern_of(json.at("other"))),
      label(pattern_of(json.at("label"), {"publisher"})),
      prose_body(pattern_of(json.at("prose_body"), {"publisher"})),
      rounding(pattern_of(json.at("rounding"))) {
  json.at("about").string();
  for (const StrictJson& item : json.at("titles").items()) {
    const std::string id = item.at("id").string();
    if (std::ranges::find(titles, id, &TitleRule::id) != titles.end()) {
      item.at("id").refuse("编号“" + id + "”重复。", "The id \"" + id + "\" is given twice.");
    }
    titles.push_back({id, pattern_of(item, {"year", "kind"})});
    load_examples(item, titles.back().id, *this);
    item.finish();
  }
  for (const char* key : {"no_body", "placeholder", "other", "label", "prose_body", "rounding"}) {
    load_examples(json.at(key), std::string("identity/") + key, *this);
    json.at(key).finish();
  }
  json.finish();
}

std::optional<TitleReading> read_title(std::string_view line, const IdentityRules& rules) {
  for (const TitleRule& rule : rules.titles) {
    const auto match = rule.pattern.find(line);
    if (!match) continue;
    const auto group = [&](const char* name) {
      const int number = rule.pattern.group_number(name);
      return number < 0 ? std::string_view() : match->group(number).value_or(std::string_view());
    };
    const std::string_view publisher = group("publisher");
    if (!publisher.empty() && rules.no_body.matches(publisher)) continue;
    const std::optional<int> year = year_in(group("year"));
    if (!year) continue;
    TitleReading reading{.rule = rule.id,
                         .first = match->first(),
                         .last = match->last(),
                         .publisher = std::string(publisher),
                         .year = *year,
                         .scope = scope_named(group("scope")),
                         .kind = kind_named(group("kind"))};
    if (!publisher.empty()) {
      reading.publisher_first = static_cast<std::size_t>(publisher.data() - line.data());
    }
    return reading;
  }
  return std::nullopt;
}

}  // namespace mingxi::patterns
