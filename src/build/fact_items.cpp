#include "build/fact_items.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "text/normalise.h"

namespace mingxi::build {
namespace {

using std::string_view;

constexpr string_view kFamily = "three_public.";

/// Columns of tables of the three public expenses.
constexpr auto kItems = std::to_array<string_view>(
    {"abroad", "vehicles", "vehicle_purchase", "vehicle_operation", "reception"});
constexpr auto kOthers = std::to_array<string_view>({"meetings", "training", "agency_operation"});

template <typename List>
bool is_in(const List& list, const std::optional<std::string>& word) {
  return word && std::ranges::find(list, *word) != list.end();
}

bool is_three_public(TableKind kind) { return is_of(kind, TableSubject::kThreePublic); }

class ItemReader {
 public:
  ItemReader(const Extraction& extraction, const patterns::Patterns& patterns)
      : patterns_(patterns) {
    for (const Table& table : extraction.tables) kinds_[table.id] = table.kind;
    for (const Fact& fact : extraction.facts) {
      if (lists_another(fact)) mixed_.insert(*fact.table);
    }
  }

  std::optional<std::string> item_of(const Fact& fact) const {
    if (fact.concept_id || !fact.table) return fact.concept_id;
    if (is_three_public(kinds_.at(*fact.table))) return three_public(fact);
    const auto named = named_by_row(fact);
    // A row of a classification is of its code, whatever it is called.
    const bool is_other = !named || fact.code || named->starts_with(kFamily);
    return is_other ? std::nullopt : named;
  }

 private:
  std::optional<std::string> named_by_row(const Fact& fact) const {
    return patterns_.concepts.of(text::normalised(fact.subject));
  }

  /// Whether a figure is of something that is no part of the three public expenses.
  bool lists_another(const Fact& fact) const {
    if (!fact.table || !is_three_public(kinds_.at(*fact.table))) return false;
    if (is_in(kOthers, fact.component)) return true;
    const bool is_by_column = is_in(kItems, fact.component) || fact.component == "three_public";
    return !is_by_column && fact.line_kind != LineKind::kTotal && !fact.body &&
           fact.component != "total" && !named_by_row(fact);
  }

  std::optional<std::string> three_public(const Fact& fact) const {
    if (is_in(kItems, fact.component)) return std::string(kFamily) + *fact.component;
    if (fact.component == "three_public") return std::string(kFamily) + "total";
    if (is_in(kOthers, fact.component)) return std::nullopt;
    if (const auto named = named_by_row(fact)) {
      const bool is_of_family = named->starts_with(kFamily);
      return is_of_family ? named : std::nullopt;
    }
    const bool is_sum = fact.component == "total" || fact.line_kind == LineKind::kTotal;
    if (!is_sum || mixed_.contains(*fact.table)) return std::nullopt;
    return std::string(kFamily) + "total";
  }

  const patterns::Patterns& patterns_;
  std::map<string_view, TableKind> kinds_;
  std::set<string_view> mixed_;  // tables that list other expenses too
};

}  // namespace

std::vector<std::optional<std::string>> fact_items(const Extraction& extraction,
                                                   const patterns::Patterns& patterns) {
  const ItemReader reader(extraction, patterns);
  std::vector<std::optional<std::string>> items;
  items.reserve(extraction.facts.size());
  for (const Fact& fact : extraction.facts) items.push_back(reader.item_of(fact));
  return items;
}

}  // namespace mingxi::build
