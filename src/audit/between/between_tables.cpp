// Tables of one document print many amounts twice: as a row of one and as several of another, by
// function and by class. Amounts of one key that agree are proven; those that differ contradict
// where the tables are of one fund or come to one total, and most others agree.

#include <algorithm>
#include <set>
#include <string>

#include "audit/between/amount_index.h"
#include "audit/core/stages.h"
#include "audit/core/sums.h"
#include "audit/tables/table_names.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kAgreePerCause = 2;  // amounts that agree, to each cause of disagreement

std::string printed_sum(const Facts& facts) {
  std::string sum;
  for (const Fact* fact : facts) sum += (sum.empty() ? "" : " + ") + with_unit(*fact);
  return sum;
}

/// One amount of two tables.
struct Pair {
  const Facts* left;
  const Facts* right;
  Comparison comparison;

  bool agrees() const { return comparison.agreement != Agreement::kInconsistent; }
};

std::optional<Pair> paired(const Facts& left, const Facts& right) {
  const auto a = sum_of(left);
  const auto b = sum_of(right);
  const bool says_something = a && b && !(a->value.is_zero() && b->value.is_zero());
  const auto comparison = says_something ? compare(*a, {*b}) : std::nullopt;
  return comparison ? std::optional(Pair{&left, &right, *comparison}) : std::nullopt;
}

class BetweenTables {
 public:
  BetweenTables(const Audited& audited, Ledger& ledger)
      : rules_(audited.patterns.checks.between_documents),
        tables_(amounts_by_table(audited)),
        ledger_(ledger) {}

  void check() {
    for (std::size_t i = 0; i < tables_.size(); ++i)
      for (std::size_t k = i + 1; k < tables_.size(); ++k) compare_tables(tables_[i], tables_[k]);
    for (const TableAmounts& table : tables_)
      if (table.part.empty()) prove_parts(table);
  }

 private:
  /// What a unit or an item costs is what a table of 基本支出 and one of 项目支出 print for it.
  void prove_parts(const TableAmounts& table) {
    for (const TableAmounts& basic : tables_) {
      if (basic.part != "basic") continue;
      for (const TableAmounts& project : tables_) {
        if (project.part != "project") continue;
        for (const auto& [key, rows] : table.amounts) prove_parts(table, key, basic, project);
        for (const auto& [key, totals] : table.totals) prove_parts(table, key, basic, project);
      }
    }
  }

  void prove_parts(const TableAmounts& table, const AmountKey& key, const TableAmounts& basic,
                   const TableAmounts& project) {
    const Fact* whole = key.column == "total" ? only_one(table, key) : nullptr;
    const Fact* one = in_whole_of(basic, key);
    const Fact* other = in_whole_of(project, key);
    if (whole == nullptr || one == nullptr || other == nullptr || whole->value.is_zero()) return;
    const auto comparison = compare_sum(*whole, {one, other});
    if (comparison && comparison->agreement != Agreement::kInconsistent)
      ledger_.record(sum_check(Check::kCrossTable, *whole, {one, other},
                               in_both(place_name(*table.figures->table, *whole))),
                     *comparison);
  }

  /// The amount of a key in the column that a table is of as a whole.
  static const Fact* in_whole_of(const TableAmounts& table, AmountKey key) {
    key.column = table.whole;
    key.is_income = false;
    return only_one(table, key);
  }

  /// The one row that a key is of; nullptr where it is none, or several.
  static const Fact* only_one(const TableAmounts& table, const AmountKey& key) {
    Facts rows;
    if (const auto found = table.amounts.find(key); found != table.amounts.end())
      rows = found->second.facts;
    for (const auto* more : {&table.above, &table.totals})
      if (const auto found = more->find(key); rows.empty() && found != more->end())
        rows = found->second;
    return rows.size() == 1 ? rows.front() : nullptr;
  }

  void compare_tables(const TableAmounts& left, const TableAmounts& right) {
    std::vector<Pair> pairs;
    for (const auto& [key, rows] : left.amounts) {
      const auto other = right.amounts.find(key);
      if (other == right.amounts.end()) continue;
      const auto pair = paired(rows.facts, other->second.facts);
      // Rows that may not be all there are can agree with others, not contradict them.
      if (pair && (pair->agrees() || (rows.are_all && other->second.are_all)))
        pairs.push_back(*pair);
    }
    judge(left, right, pairs);
  }

  /// How the totals of two tables agree. Those of 支出总表 and of a table of 基本支出 do where
  /// nothing else is spent.
  struct Totals {
    bool agree = false;
    bool differ = false;
  };

  /// Every total of one that the other prints is proven; the one total of a column that is not the
  /// whole joins the amounts that are compared.
  Totals compare_totals(const TableAmounts& left, const TableAmounts& right,
                        std::vector<Pair>& pairs) {
    Totals result;
    for (const auto& [key, facts] : left.totals) {
      const auto other = right.totals.find(key);
      if (other == right.totals.end()) continue;
      for (const Fact* a : facts)
        for (const Fact* b : other->second)
          if (!a->value.is_zero() && is_near(*a, *b)) record_totals(left, *a, right, *b);
      if (key.column == left.whole && left.whole == right.whole) {
        // 收入总计 and not 本年收入合计, where a table has both.
        if (!is_near(largest(facts), largest(other->second))) result.differ = true;
      } else if (facts.size() == 1 && other->second.size() == 1 && !left.is_income &&
                 !right.is_income) {
        if (const auto pair = paired(facts, other->second)) pairs.push_back(*pair);
      }
    }
    const Fact* one = total_of(left);
    const Fact* other = total_of(right);
    result.agree =
        one != nullptr && other != nullptr && !one->value.is_zero() && is_near(*one, *other);
    return result;
  }

  /// What a table comes to in its latest year.
  static const Fact* total_of(const TableAmounts& table) {
    const Fact* latest = nullptr;
    for (const auto& [key, facts] : table.totals) {
      const Fact& total = largest(facts);
      if (key.column == table.whole && (latest == nullptr || latest->period < total.period))
        latest = &total;
    }
    return latest;
  }

  static const Fact& largest(const Facts& totals) {
    return **std::max_element(totals.begin(), totals.end(), [](const Fact* a, const Fact* b) {
      return *a->amount_yuan < *b->amount_yuan;
    });
  }

  void record_totals(const TableAmounts& left, const Fact& a, const TableAmounts& right,
                     const Fact& b) {
    const Facts one{&a};
    const Facts other{&b};
    if (const auto pair = paired(one, other)) record(left, right, *pair, Support::kFirm);
  }

  void judge(const TableAmounts& left, const TableAmounts& right, std::vector<Pair>& pairs) {
    const Totals totals = compare_totals(left, right, pairs);
    std::set<std::string> agreed;  // amounts: a class with one row agrees once, not at each level
    std::vector<Decimal> causes;   // differences, each size once
    for (const Pair& pair : pairs) {
      const Decimal size = size_of(pair.comparison.difference);
      if (pair.agrees()) {
        agreed.insert(pair.comparison.expected.text());
        record(left, right, pair, Support::kFirm);
      } else if (std::find(causes.begin(), causes.end(), size) == causes.end()) {
        causes.push_back(size);
      }
    }
    if (causes.empty()) return;
    const std::size_t count = agreed.size() + (totals.agree && agreed.empty() ? 1 : 0);
    const bool are_mostly_alike = count >= kAgreePerCause * causes.size();
    const bool have_one_fund = !left.fund.empty() && left.fund == right.fund;
    const bool is_one_money = !totals.differ && (totals.agree || are_mostly_alike) &&
                              (totals.agree || have_one_fund || are_lists(left, right));
    if (!is_one_money || causes.size() > count) {
      if (count > 0)
        ledger_.skip(Check::kCrossTable,
                     said(Sentence::kPerhapsOtherMoney, {{"first", left.figures->table->id},
                                                         {"second", right.figures->table->id}}));
      return;
    }
    const Support support = are_mostly_alike ? Support::kFirm : Support::kWeak;
    for (const Pair& pair : pairs)
      if (!pair.agrees()) record(left, right, pair, support);
  }

  /// Lists of projects, purchases or goals: rows of one name are of the same money.
  bool are_lists(const TableAmounts& left, const TableAmounts& right) const {
    return rules_.coded_tables(left.figures->table->kind) == nullptr &&
           rules_.coded_tables(right.figures->table->kind) == nullptr &&
           !has_codes_or_sides(left) && !has_codes_or_sides(right);
  }

  static bool has_codes_or_sides(const TableAmounts& table) {
    const TableKind kind = table.figures->table->kind;
    return traits_of(kind).is_statutory || is_of(kind, TableSubject::kEconomic) ||
           std::any_of(table.figures->facts.begin(), table.figures->facts.end(),
                       [](const Fact* fact) { return fact->code.has_value(); });
  }

  void record(const TableAmounts& left, const TableAmounts& right, const Pair& pair,
              Support support) {
    const bool is_whole_first = pair.left->size() == 1 || pair.right->size() > 1;
    const Facts& whole = is_whole_first ? *pair.left : *pair.right;
    const Facts& parts = is_whole_first ? *pair.right : *pair.left;
    const TableAmounts& first = is_whole_first ? left : right;
    const TableAmounts& second = is_whole_first ? right : left;
    Facts facts = whole;
    facts.insert(facts.end(), parts.begin(), parts.end());
    const Said about = two_places(place_name(*first.figures->table, *whole.front()),
                                  place_name(*second.figures->table, *parts.front()));
    const bool is_sum = whole.size() == 1 && parts.size() > 1;
    const auto comparison = is_whole_first ? pair.comparison : paired(whole, parts)->comparison;
    ledger_.record({.check = Check::kCrossTable,
                    .formula = printed_sum(whole) + " = " + printed_sum(parts),
                    .facts = facts,
                    .about = about,
                    .relation = is_sum ? Relation::kSum : Relation::kEqual,
                    .support = support},
                   comparison);
  }

  const patterns::BetweenDocumentsRules& rules_;
  std::vector<TableAmounts> tables_;
  Ledger& ledger_;
};

}  // namespace

void check_between_tables(const Audited& audited, Ledger& ledger) {
  BetweenTables(audited, ledger).check();
}

}  // namespace mingxi::audit
