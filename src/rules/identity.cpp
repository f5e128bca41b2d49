#include "rules/identity.h"

namespace mingxi {
namespace {

Scope scope_named(std::string_view word) {
  if (word == "部门" || word == "department") return Scope::kDepartment;
  if (word == "单位" || word == "unit") return Scope::kUnit;
  return word.empty() || word == "项目" ? Scope::kUnknown : Scope::kGovernment;
}

DocumentKind kind_named(std::string_view word) {
  if (word == "决算" || word == "final_account") return DocumentKind::kFinalAccount;
  if (word.starts_with("绩效") || word == "other") return DocumentKind::kOther;
  return DocumentKind::kBudget;
}

IdentityExample example_from(const StrictJson& json, const std::string& rule) {
  IdentityExample example{.where = json.where(), .rule = rule, .text = json.at("text").string()};
  if (json.has("publisher")) example.publisher = json.at("publisher").string();
  if (json.has("year")) example.year = static_cast<int>(json.at("year").integer());
  if (json.has("scope")) example.scope = scope_named(json.at("scope").string());
  if (json.has("kind")) example.kind = kind_named(json.at("kind").string());
  example.why = json.string_or("why", "");
  json.finish();
  return example;
}

void load_examples(const StrictJson& json, const std::string& rule, IdentityRules& into) {
  const auto examples = json.at("examples").items();
  const auto counterexamples = json.at("counterexamples").items();
  if (examples.empty() || counterexamples.empty()) {
    json.refuse("每条规则至少要有一个例子和一个反例",
                "a rule needs an example and a counterexample");
  }
  for (const StrictJson& item : examples) into.examples.push_back(example_from(item, rule));
  for (const StrictJson& item : counterexamples) {
    into.counterexamples.push_back(example_from(item, rule));
    if (into.counterexamples.back().why.empty()) {
      item.refuse("反例要写明理由（why）", "a counterexample needs its reason (why)");
    }
  }
}

Expression expression_at(const StrictJson& json, const char* key) {
  const StrictJson rule = json.at(key);
  return Expression(rule.at("pattern").string(), rule.where());
}

}  // namespace

IdentityRules::IdentityRules(const StrictJson& json)
    : no_body(expression_at(json, "no_body")),
      placeholder(expression_at(json, "placeholder")),
      other(expression_at(json, "other")),
      label(expression_at(json, "label")),
      rounding(expression_at(json, "rounding")) {
  json.at("about").string();
  for (const StrictJson& item : json.at("titles").items()) {
    titles.push_back(
        {item.at("id").string(), Expression(item.at("pattern").string(), item.where())});
    load_examples(item, titles.back().id, *this);
    item.finish();
  }
  for (const char* key : {"no_body", "placeholder", "other", "label", "rounding"}) {
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
    TitleReading reading{.rule = rule.id,
                         .first = match->first(),
                         .last = match->last(),
                         .publisher = std::string(publisher),
                         .year = std::stoi(std::string(group("year"))),
                         .scope = scope_named(group("scope")),
                         .kind = kind_named(group("kind"))};
    if (!publisher.empty()) {
      reading.publisher_first = static_cast<std::size_t>(publisher.data() - line.data());
    }
    return reading;
  }
  return std::nullopt;
}

}  // namespace mingxi
