#include "patterns/checks.h"

#include <algorithm>
#include <cassert>

#include "patterns/entries/named_patterns.h"

namespace mingxi::patterns {
namespace {

ListSide side_from(const StrictJson& json) {
  const std::string name = json.string();
  if (name == "income") return ListSide::kIncome;
  if (name == "expenditure") return ListSide::kExpenditure;
  json.refuse("只能是 income 或 expenditure", "must be income or expenditure");
}

FigureSelector selector_from(const StrictJson& json) {
  FigureSelector selector{.tables = json.at("tables").strings(),
                          .rows = json.strings_or_none("rows"),
                          .component = json.string_or("component", ""),
                          .side = {}};
  if (json.has("list")) selector.side = side_from(json.at("list"));
  json.finish();
  return selector;
}

std::vector<EqualIdentity> equals_from(const StrictJson& json) {
  std::vector<EqualIdentity> identities;
  for (const StrictJson& item : json.items()) {
    identities.push_back(
        {item.at("id").string(), selector_from(item.at("left")), selector_from(item.at("right"))});
    item.finish();
  }
  return identities;
}

}  // namespace

CheckRules::CheckRules(const StrictJson& json)
    : lists(named_patterns<ListPatterns>(json.at("lists"), "checks/lists", entries)),
      words(named_patterns<CheckPatterns>(json.at("words"), "checks/words", entries)),
      between_documents(json.at("between_documents")) {
  json.at("about").string();
  Definitions none;
  for (const StrictJson& item : json.at("rows").items()) {
    const std::string id = item.at("id").string();
    rows.push_back(
        {id, side_from(item.at("list")), pattern_from(item, "checks/rows/" + id, none, entries)});
    item.finish();
  }
  const auto require_row = [this](const StrictJson& place, const std::string& id) {
    const bool is_known =
        std::any_of(rows.begin(), rows.end(), [&id](const RowName& name) { return name.id == id; });
    if (!is_known) place.refuse("rows 中没有“" + id + "”", "rows has no “" + id + "”");
  };
  equal = equals_from(json.at("equal"));
  classes = equals_from(json.at("classes"));
  for (const auto* identities : {&equal, &classes}) {
    for (const EqualIdentity& identity : *identities) {
      for (const FigureSelector* selector : {&identity.left, &identity.right})
        for (const std::string& id : selector->rows) require_row(json, id);
    }
  }
  for (const StrictJson& item : json.at("partitions").items()) {
    partitions.push_back({item.at("id").string(), item.at("whole").string(),
                          item.at("parts").strings(), item.strings_or_none("optional")});
    item.finish();
  }
  for (const StrictJson& item : json.at("payments").items()) {
    payments.push_back({item.at("functional").strings(), item.at("economic").strings()});
    item.finish();
  }
  json.finish();
}

const RowName& CheckRules::row(std::string_view id) const {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [id](const RowName& name) { return name.id == id; });
  assert(found != rows.end());
  return *found;
}

}  // namespace mingxi::patterns
