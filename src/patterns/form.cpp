#include "patterns/form.h"

#include <utility>

#include "patterns/entries/named_patterns.h"

namespace mingxi::patterns {

std::vector<FormWording> FormRules::wordings_from(const StrictJson& json, const std::string& list) {
  std::vector<FormWording> wordings;
  Definitions none;
  for (const StrictJson& item : json.items()) {
    const std::string id = item.at("id").string();
    wordings.push_back({id, pattern_from(item, "form/" + list + "/" + id, none, entries)});
    item.finish();
  }
  return wordings;
}

FormRules::FormRules(const StrictJson& json)
    : leftovers(wordings_from(json.at("leftovers"), "leftovers")),
      cut_off(wordings_from(json.at("cut_off"), "cut_off")),
      years(named_patterns<YearPatterns>(json.at("years"), "form/years", entries)),
      sections(wordings_from(json.at("sections"), "sections")),
      announcing(
          named_patterns<AnnouncingPatterns>(json.at("announcing"), "form/announcing", entries)) {
  json.at("about").string();
  for (const Pattern* year : {&years.own_budget, &years.own_account, &years.as_of}) {
    if (year->expression().group_number("year") < 0)
      json.at("years").refuse("每条规则要有名为 year 的组", "each rule needs a group named year");
  }
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
