#include "patterns/checks.h"

#include <algorithm>
#include <cassert>

#include "messages/sentences.h"
#include "patterns/entries/named_patterns.h"
#include "patterns/tables.h"

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

namespace {

ListSide side_from(const StrictJson& json) {
  const std::string name = json.string();
  if (name == "income") return ListSide::kIncome;
  if (name == "expenditure") return ListSide::kExpenditure;
  json.refuse(said(Sentence::kIncomeOrExpenditure));
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
