#include "facts/tables/units.h"

#include <map>
#include <set>

#include "model/money.h"

namespace mingxi::facts {
namespace {

constexpr std::size_t kMinDigits = 4;  // shorter amounts are equal by chance

using UnitsByAmount = std::map<std::string, std::set<std::string>>;

bool is_total_of_money(const Fact& fact) {
  return fact.table && fact.line_kind == LineKind::kTotal && fact.measure == Measure::kLevel &&
         !fact.value.is_zero() && fact.evidence.quote.size() >= kMinDigits;
}

/// The units in which the totals of all tables are printed.
UnitsByAmount units_of_totals(const std::vector<Fact>& facts) {
  UnitsByAmount units;
  for (const Fact& fact : facts)
    if (is_total_of_money(fact) && fact.currency) units[fact.value.text()].insert(fact.unit);
  return units;
}

/// The tables that are neither statutory nor hold an amount of money.
std::set<std::string> tables_without_money(const std::vector<Table>& tables,
                                           const std::vector<Fact>& facts) {
  std::set<std::string> without;
  for (const Table& table : tables)
    if (!is_of_money(table.kind)) without.insert(table.id);
  for (const Fact& fact : facts)
    if (fact.currency && fact.table) without.erase(*fact.table);
  return without;
}

}  // namespace

void set_money(const std::string& unit, Fact& fact) {
  fact.unit = unit;
  fact.currency = "CNY";
  fact.amount_yuan = fact.value.scaled(exponent_of_money(unit));
}

void infer_units(std::vector<Table>& tables, TableFacts& read) {
  std::vector<Fact>& facts = read.facts;
  const UnitsByAmount known = units_of_totals(facts);
  for (Table& table : tables) {
    if (!table.unit.empty()) continue;
    std::set<std::string> units;
    for (const Fact& fact : facts) {
      if (fact.table != table.id || !fact.unit.empty() || !is_total_of_money(fact)) continue;
      const auto same = known.find(fact.value.text());
      if (same != known.end()) units.insert(same->second.begin(), same->second.end());
    }
    if (units.size() != 1) continue;
    table.unit = *units.begin();
    table.unit_from = UnitFrom::kDocument;
    for (Fact& fact : facts)
      if (fact.table == table.id && fact.unit.empty()) set_money(table.unit, fact);
  }
  const std::set<std::string> without = tables_without_money(tables, facts);
  std::erase_if(facts, [&without](const Fact& fact) { return without.contains(*fact.table); });
  std::erase_if(read.unread,
                [&without](const UnreadCell& cell) { return without.contains(cell.table); });
}

}  // namespace mingxi::facts
