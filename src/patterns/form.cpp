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

FormRules::FormRules(const StrictJson& json) {
  json.at("about").string();
  leftovers = wordings_from(json.at("leftovers"), "form/leftovers", *this);
  cut_off = wordings_from(json.at("cut_off"), "form/cut_off", *this);
  years = wordings_from(json.at("years"), "form/years", *this);
  for (const FormWording& year : years) {
    if (year.pattern.group_number("year") < 0)
      json.at("years").refuse("每条规则要有名为 year 的组", "each rule needs a group named year");
  }
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
  if (list == "form/leftovers") return in(leftovers);
  if (list == "form/cut_off") return in(cut_off);
  if (list == "form/years") return in(years);
  if (list == "form/sections") return in(sections);
  if (list == "form/announcing") return in(announcing);
  for (const OutdatedName& name : outdated)
    if (list == "form/outdated" && name.wording.id == id) return &name.wording;
  return nullptr;
}

}  // namespace mingxi::patterns
