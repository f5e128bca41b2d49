#include "patterns/identity.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include "messages/sentences.h"
#include "patterns/entries/named_patterns.h"

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

namespace {

constexpr std::pair<const char*, Scope> kScopes[] = {
    {"department", Scope::kDepartment}, {"unit", Scope::kUnit}, {"government", Scope::kGovernment}};

constexpr std::pair<const char*, DocumentKind> kKinds[] = {
    {"budget", DocumentKind::kBudget},
    {"final_account", DocumentKind::kFinalAccount},
    {"other", DocumentKind::kOther}};

/// The value whose group takes part in a match.
template <typename Value, std::size_t count>
Value value_of(const std::pair<const char*, Value> (&groups)[count], const Expression& pattern,
               const Match& match) {
  for (const auto& [name, value] : groups) {
    const int number = pattern.group_number(name);
    if (number > 0 && match.group(number)) return value;
  }
  return Value::kUnknown;
}

TitleRule title_from(const StrictJson& json, std::vector<Entry>& entries) {
  const std::string id = json.at("id").string();
  const StrictJson pattern = json.at("pattern");
  TitleRule rule{id, Expression(pattern.string(), pattern)};
  const bool has_kind = std::ranges::any_of(
      kKinds, [&](const auto& kind) { return rule.pattern.group_number(kind.first) > 0; });
  if (rule.pattern.group_number("year") < 0 || !has_kind) {
    pattern.refuse(said(Sentence::kGroupOfYearOrKindMissing));
  }
  entries.push_back(entry_from(json, id, {"publisher", "year", "scope", "kind"}));
  json.finish();
  return rule;
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
    : words(named_patterns<IdentityPatterns>(json.at("words"), "identity/words", entries)) {
  json.at("about").string();
  if (words.label.expression().group_number("publisher") < 0) {
    json.at("words").at("label").refuse(said(Sentence::kGroupMissing, {{"group", "publisher"}}));
  }
  for (const StrictJson& item : json.at("titles").items()) {
    TitleRule rule = title_from(item, title_entries);
    if (std::ranges::find(titles, rule.id, &TitleRule::id) != titles.end()) {
      item.at("id").refuse(said(Sentence::kIdTwice, {{"id", rule.id}}));
    }
    titles.push_back(std::move(rule));
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
    if (!publisher.empty() && rules.words.no_body.matches(publisher)) continue;
    const std::optional<int> year = year_in(group("year"));
    if (!year) continue;
    TitleReading reading{.rule = rule.id,
                         .first = match->first(),
                         .last = match->last(),
                         .publisher = std::string(publisher),
                         .year = *year,
                         .scope = value_of(kScopes, rule.pattern, *match),
                         .kind = value_of(kKinds, rule.pattern, *match)};
    if (!publisher.empty()) {
      reading.publisher_first = static_cast<std::size_t>(publisher.data() - line.data());
    }
    return reading;
  }
  return std::nullopt;
}

}  // namespace mingxi::patterns
