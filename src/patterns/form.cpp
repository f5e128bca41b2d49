#include "patterns/form.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "messages/checks.h"
#include "messages/sentences.h"
#include "patterns/entries/named_patterns.h"

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

namespace {

template <typename Value>
using Word = std::pair<const char*, Value>;

constexpr Word<Severity> kSeverities[] = {
    {"error", Severity::kError}, {"warning", Severity::kWarning}, {"info", Severity::kInfo}};
constexpr Word<DocumentKind> kKinds[] = {{"budget", DocumentKind::kBudget},
                                         {"final_account", DocumentKind::kFinalAccount}};
constexpr Word<Scope> kScopes[] = {{"department", Scope::kDepartment}, {"unit", Scope::kUnit}};
constexpr Word<TextPlace> kPlaces[] = {{"body", TextPlace::kBody},
                                       {"heading", TextPlace::kHeading},
                                       {"title", TextPlace::kTitle},
                                       {"contents", TextPlace::kContents},
                                       {"cell", TextPlace::kCell}};

constexpr Word<Meaning> kMeanings[] = {{"placeholder", Meaning::kPlaceholder},
                                       {"open_direction", Meaning::kOpenDirection}};

/// The values that the words of a list mean; none where there is no list.
template <typename Value, std::size_t count>
std::vector<Value> values_of(const StrictJson& json, const char* name,
                             const Word<Value> (&words)[count]) {
  std::vector<Value> values;
  if (!json.has(name)) return values;
  for (const StrictJson& item : json.at(name).items()) values.push_back(item.one_of(words));
  return values;
}

std::vector<TextRule::Offsets> offsets_of(const StrictJson& json) {
  std::vector<TextRule::Offsets> offsets;
  if (!json.has("offsets")) return offsets;
  for (const StrictJson& item : json.at("offsets").items()) {
    const auto range = item.items();
    if (range.size() != 2) item.refuse(said(Sentence::kTwoNumbersWanted));
    offsets.push_back({static_cast<int>(range[0].integer()), static_cast<int>(range[1].integer())});
  }
  return offsets;
}

CheckName check_of(const StrictJson& json) {
  const auto check = messages::check_named(json.string());
  if (!check) json.refuse(messages::said(messages::Sentence::kNoSuchCheck));
  return *check;
}

TextRule text_rule_from(const StrictJson& json, std::vector<Entry>& entries) {
  Definitions none;
  const std::string id = json.at("id").string();
  TextRule rule{.wording = {id, pattern_from(json, "form/slips/" + id, none, entries)},
                .check = check_of(json.at("check")),
                .severity = json.at("severity").one_of(kSeverities),
                .kinds = values_of(json, "kinds", kKinds),
                .scopes = values_of(json, "scopes", kScopes),
                .places = values_of(json, "places", kPlaces),
                .offsets = offsets_of(json),
                .since = json.has("since") ? static_cast<int>(json.at("since").integer()) : 0,
                .is_each = json.has("each") && json.at("each").boolean(),
                .meaning = json.has("means") ? json.at("means").one_of(kMeanings) : Meaning::kOther,
                .says = json.at("says").string(),
                .says_en = json.at("says_en").string()};
  if (!rule.offsets.empty() && rule.wording.pattern.expression().group_number("year") < 0)
    json.refuse(said(Sentence::kGroupMissing, {{"group", "year"}}));
  json.finish();
  return rule;
}

/// The year that a match holds, in the group year or year_of_equal.
std::optional<int> year_in(const Pattern& pattern, const Match& match) {
  for (const char* name : {"year", "year_of_equal"}) {
    const int number = pattern.expression().group_number(name);
    if (number < 0) continue;
    if (const auto digits = match.group(number); digits && !digits->empty())
      return std::stoi(std::string(*digits));
  }
  return std::nullopt;
}

template <typename Value>
bool is_among(const Value& value, const std::vector<Value>& values) {
  return values.empty() || std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

bool TextRule::applies_to(const Identity& identity) const {
  if (!is_among(identity.kind, kinds) || !is_among(identity.scope, scopes)) return false;
  if (!offsets.empty() && !identity.fiscal_year) return false;
  return since == 0 || (identity.fiscal_year && *identity.fiscal_year >= since);
}

bool TextRule::is_looked_for_in(TextPlace place) const {
  return std::find(places.begin(), places.end(), place) != places.end();
}

std::vector<Match> TextRule::find_all(std::string_view text, const Identity& identity) const {
  std::vector<Match> found = wording.pattern.find_all(text);
  if (offsets.empty()) return found;
  std::erase_if(found, [&](const Match& match) {
    const auto year = year_in(wording.pattern, match);
    return !year || std::none_of(offsets.begin(), offsets.end(), [&](const Offsets& range) {
      const int offset = *year - *identity.fiscal_year;
      return range.first <= offset && offset <= range.last;
    });
  });
  return found;
}

std::vector<const TextRule*> FormRules::rules_of(Meaning meaning) const {
  std::vector<const TextRule*> found;
  for (const TextRule& rule : text_rules)
    if (rule.meaning == meaning) found.push_back(&rule);
  return found;
}

std::vector<FormPattern> FormRules::form_patterns_from(const StrictJson& json,
                                                       const std::string& list) {
  std::vector<FormPattern> wordings;
  Definitions none;
  for (const StrictJson& item : json.items()) {
    const std::string id = item.at("id").string();
    wordings.push_back({id, pattern_from(item, "form/" + list + "/" + id, none, entries)});
    item.finish();
  }
  return wordings;
}

FormRules::FormRules(const StrictJson& json)
    : sections(form_patterns_from(json.at("sections"), "sections")),
      announcing(
          named_patterns<AnnouncingPatterns>(json.at("announcing"), "form/announcing", entries)),
      context(named_patterns<ContextPatterns>(json.at("context"), "form/context", entries)) {
  json.at("about").string();
  for (const StrictJson& item : json.at("slips").items())
    text_rules.push_back(text_rule_from(item, entries));
  Definitions none;
  for (const StrictJson& item : json.at("outdated").items()) {
    const std::string id = item.at("id").string();
    outdated.push_back({{id, pattern_from(item, "form/outdated/" + id, none, entries)},
                        item.at("current").string(),
                        static_cast<int>(item.at("since").integer())});
    item.finish();
  }
  json.finish();
}

}  // namespace mingxi::patterns
