#include "patterns/form.h"

#include <algorithm>

namespace mingxi::patterns {
namespace {

void load_examples(const StrictJson& json, const std::string& list, const std::string& id,
                   FormRules& into) {
  const auto shown = json.at("examples").items();
  const auto others = json.at("counterexamples").items();
  if (shown.empty() || others.empty()) {
    json.refuse("每条规则至少要有一个例子和一个反例",
                "a rule needs an example and a counterexample");
  }
  for (const StrictJson& example : shown)
    into.examples.push_back({example.where(), list, id, example.string(), {}});
  for (const StrictJson& other : others) {
    into.counterexamples.push_back(
        {other.where(), list, id, other.at("text").string(), other.at("why").string()});
    other.finish();
  }
}

FormWording wording_from(const StrictJson& json, const std::string& list, FormRules& into) {
  std::optional<Expression> unless;
  if (json.has("unless")) unless.emplace(json.at("unless").string(), json.where() + "/unless");
  const std::string id = json.at("id").string();
  load_examples(json, list, id, into);
  return {id, Expression(json.at("pattern").string(), json.where() + "/pattern"),
          std::move(unless)};
}

template <typename Value>
using Word = std::pair<const char*, Value>;

constexpr Word<Severity> kSeverities[] = {
    {"error", Severity::kError}, {"warning", Severity::kWarning}, {"info", Severity::kInfo}};
constexpr Word<DocumentKind> kKinds[] = {{"budget", DocumentKind::kBudget},
                                         {"final_account", DocumentKind::kFinalAccount}};
constexpr Word<Scope> kScopes[] = {{"department", Scope::kDepartment}, {"unit", Scope::kUnit}};
constexpr Word<SlipPlace> kPlaces[] = {{"body", SlipPlace::kBody},
                                       {"heading", SlipPlace::kHeading},
                                       {"title", SlipPlace::kTitle},
                                       {"contents", SlipPlace::kContents},
                                       {"cell", SlipPlace::kCell}};

/// The values that the words of a list mean; none where there is no list.
template <typename Value, std::size_t count>
std::vector<Value> values_of(const StrictJson& json, const char* name,
                             const Word<Value> (&words)[count]) {
  std::vector<Value> values;
  if (!json.has(name)) return values;
  for (const StrictJson& item : json.at(name).items()) values.push_back(item.one_of(words));
  return values;
}

std::vector<Slip::Offsets> offsets_of(const StrictJson& json) {
  std::vector<Slip::Offsets> offsets;
  if (!json.has("offsets")) return offsets;
  for (const StrictJson& item : json.at("offsets").items()) {
    const auto range = item.items();
    if (range.size() != 2) item.refuse("应为两个数", "two numbers are wanted");
    offsets.push_back({static_cast<int>(range[0].integer()), static_cast<int>(range[1].integer())});
  }
  return offsets;
}

Slip slip_from(const StrictJson& json, FormRules& into) {
  Slip slip{.wording = wording_from(json, "form/slips", into),
            .check = json.at("check").string(),
            .severity = json.at("severity").one_of(kSeverities),
            .kinds = values_of(json, "kinds", kKinds),
            .scopes = values_of(json, "scopes", kScopes),
            .places = values_of(json, "places", kPlaces),
            .offsets = offsets_of(json),
            .since = json.has("since") ? static_cast<int>(json.at("since").integer()) : 0,
            .is_each = json.has("each"),
            .says = json.at("says").string(),
            .says_en = json.at("says_en").string()};
  if (slip.is_each) json.at("each").boolean();
  if (!slip.offsets.empty() && slip.wording.pattern.group_number("year") < 0)
    json.refuse("规则要有名为 year 的组", "the rule needs a group named year");
  json.finish();
  return slip;
}

/// The year that a match holds, in the group year or year_of_equal.
std::optional<int> year_in(const FormWording& wording, const Match& match) {
  for (const char* name : {"year", "year_of_equal"}) {
    const int number = wording.pattern.group_number(name);
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

std::vector<FormWording> wordings_from(const StrictJson& json, const std::string& list,
                                       FormRules& into) {
  std::vector<FormWording> wordings;
  for (const StrictJson& item : json.items()) {
    wordings.push_back(wording_from(item, list, into));
    item.finish();
  }
  return wordings;
}

bool is_excused(const FormWording& wording, std::string_view text, const Match& match) {
  if (!wording.unless) return false;
  std::size_t from = 0;
  while (const auto excuse = wording.unless->find(text, from)) {
    if (excuse->first() <= match.first() && match.last() <= excuse->last()) return true;
    if (excuse->first() > match.first()) return false;
    from = excuse->first() + 1;
    while (from < text.size() && (text[from] & 0xC0) == 0x80) ++from;
  }
  return false;
}

}  // namespace

std::vector<Match> FormWording::find_all(std::string_view text) const {
  std::vector<Match> found;
  std::size_t from = 0;
  while (from <= text.size()) {
    const auto match = pattern.find(text, from);
    if (!match || match->last() <= from) break;
    from = match->last();
    if (!is_excused(*this, text, *match)) found.push_back(*match);
  }
  return found;
}

bool Slip::applies_to(const Identity& identity) const {
  if (!is_among(identity.kind, kinds) || !is_among(identity.scope, scopes)) return false;
  if (!offsets.empty() && !identity.fiscal_year) return false;
  return since == 0 || (identity.fiscal_year && *identity.fiscal_year >= since);
}

bool Slip::is_looked_for_in(SlipPlace place) const { return is_among(place, places); }

std::vector<Match> Slip::find_all(std::string_view text, const Identity& identity) const {
  std::vector<Match> found = wording.find_all(text);
  if (offsets.empty()) return found;
  std::erase_if(found, [&](const Match& match) {
    const auto year = year_in(wording, match);
    return !year || std::none_of(offsets.begin(), offsets.end(), [&](const Offsets& range) {
      const int offset = *year - *identity.fiscal_year;
      return range.first <= offset && offset <= range.last;
    });
  });
  return found;
}

FormRules::FormRules(const StrictJson& json) {
  json.at("about").string();
  for (const StrictJson& item : json.at("slips").items()) slips.push_back(slip_from(item, *this));
  sections = wordings_from(json.at("sections"), "form/sections", *this);
  announcing = wordings_from(json.at("announcing"), "form/announcing", *this);
  for (const StrictJson& item : json.at("outdated").items()) {
    outdated.push_back({wording_from(item, "form/outdated", *this), item.at("current").string(),
                        static_cast<int>(item.at("since").integer())});
    item.finish();
  }
  json.finish();
}

const FormWording* FormRules::wording(std::string_view list, std::string_view id) const {
  const auto in = [id](const std::vector<FormWording>& wordings) {
    const auto found = std::find_if(wordings.begin(), wordings.end(),
                                    [id](const FormWording& each) { return each.id == id; });
    return found == wordings.end() ? nullptr : &*found;
  };
  for (const Slip& slip : slips)
    if (list == "form/slips" && slip.wording.id == id) return &slip.wording;
  if (list == "form/sections") return in(sections);
  if (list == "form/announcing") return in(announcing);
  for (const OutdatedName& name : outdated)
    if (list == "form/outdated" && name.wording.id == id) return &name.wording;
  return nullptr;
}

}  // namespace mingxi::patterns
