// Tables of one document print many figures twice. Two rows are of the same when they have one
// code, or, without codes, one name; a figure of both is the same money where the tables are of one
// fund or come to one total. Figures that agree are proven; one that differs contradicts where most
// agree.

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "audit/core/stages.h"
#include "audit/core/sums.h"
#include "audit/tables/table_names.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

/// Whether tables of this kind list some of what is spent: projects, purchases, goals.
constexpr bool is_list_of_parts(TableKind kind) {
  return !traits_of(kind).is_statutory && !is_of(kind, TableSubject::kOther) &&
         !is_of(kind, TableSubject::kEconomic);
}

constexpr std::string_view kIncome = "income ";  // before the rows of a table of income alone
constexpr std::size_t kShortestName = 9;         // bytes: three characters
constexpr std::size_t kMostTables = 120;         // of longer documents only the first are compared
constexpr std::size_t kAgreePerCause = 2;  // figures that agree, to each cause of disagreement

/// What a figure is of, within its table: row, column, time.
using Key = std::tuple<std::string, std::string, int, Basis>;

struct Named {
  const TableFigures* figures = nullptr;
  std::map<Key, const Fact*> facts;
  std::map<Key, std::vector<const Fact*>>
      repeated;                 ///< rows that bear one code, of several amounts
  std::string part;             ///< basic or project, of a table of that alone; else empty
  std::string whole = "total";  ///< the column that its total is of: basic in a table of 基本支出
  std::string fund;             ///< of the money that the whole table is of; empty: not said
};

class SameFigures {
 public:
  SameFigures(const Audited& audited, Ledger& ledger)
      : rules_(audited.patterns.checks.between_documents),
        components_(audited.patterns.tables.components),
        ledger_(ledger) {
    for (const TableFigures& figures : audited.tables) {
      if (tables_.size() == kMostTables) break;
      tables_.push_back(named(figures));
    }
  }

  void check() {
    for (std::size_t i = 0; i < tables_.size(); ++i)
      for (std::size_t k = i + 1; k < tables_.size(); ++k) compare_tables(tables_[i], tables_[k]);
    for (const Named& table : tables_) {
      if (table.part.empty()) prove_parts(table);
      for (const Named& other : tables_)
        if (&other != &table) prove_repeated(table, other);
    }
  }

 private:
  /// The row of a figure: its code, or its name; empty where neither tells it from others.
  std::string row_of(const Fact& fact) const {
    if (fact.code) return *fact.code;
    const std::string name = bare_name(fact.subject);
    if (fact.line_kind == LineKind::kTotal || components_.of(name).value_or("") == "total")
      return "total";
    return name.size() >= kShortestName ? name : std::string();
  }

  Named named(const TableFigures& figures) const {
    Named result{.figures = &figures};
    const auto* tables = rules_.coded_tables(figures.table->kind);
    result.fund = tables != nullptr
                      ? tables->fund
                      : rules_.funds.of(text::normalised(figures.table->title)).value_or("");
    const std::string title = text::normalised(figures.table->title);
    // A table of 基本支出 alone: its total is what others print in that column. Lists of projects
    // are compared among themselves.
    const bool is_list = is_list_of_parts(figures.table->kind);
    if (rules_.words.basic_only.matches(title)) result.part = "basic";
    if (rules_.words.project_only.matches(title)) result.part = "project";
    if (!result.part.empty() && !(is_list && result.part == "project")) result.whole = result.part;
    const std::string side = rules_.words.income_only.matches(title) ? std::string(kIncome) : "";
    for (const Fact* fact : figures.facts) {
      const bool is_figure = fact->measure == Measure::kLevel && fact->bound == Bound::kEqual &&
                             fact->amount_yuan && fact->component;
      const std::string row = is_figure ? row_of(*fact) : std::string();
      // A unit above its projects costs more than those of them that another list names.
      const bool is_above_others = is_list && fact->line_kind == LineKind::kSubtotal;
      if (row.empty() || is_above_others) continue;
      const Key key{side + row, column_of(*fact, result.whole), fact->period, fact->basis};
      result.repeated[key].push_back(fact);
    }
    for (const auto& [key, facts] : result.repeated) {
      const Fact* first = facts.front();
      const auto is_alike = [first](const Fact* fact) { return fact->value == first->value; };
      if (std::all_of(facts.begin(), facts.end(), is_alike)) result.facts[key] = first;
    }
    std::erase_if(result.repeated, [](const auto& each) { return each.second.size() < 2; });
    return result;
  }

  /// The column of a figure; of a table of 基本支出 alone, all others are of that part only.
  static std::string column_of(const Fact& fact, const std::string& whole) {
    const std::string& column = *fact.component;
    if (column == "amount" || column == "total") return whole;
    return whole == "total" || column.starts_with(whole) ? column : whole + " " + column;
  }

  /// Rows of one code, such as those of several units, come to what another table prints for it.
  void prove_repeated(const Named& table, const Named& other) {
    for (const auto& [key, facts] : table.repeated) {
      const auto whole = other.facts.find(key);
      std::vector<const Fact*> leaves = facts;
      std::erase_if(leaves, [](const Fact* fact) { return fact->line_kind != LineKind::kLeaf; });
      if (whole != other.facts.end() && leaves.size() > 1)
        prove_sum(*other.figures->table, *whole->second, leaves);
    }
  }

  /// What a unit or an item costs is what a table of 基本支出 and one of 项目支出 print for it.
  void prove_parts(const Named& table) {
    for (const Named& basic : tables_) {
      if (basic.part != "basic") continue;
      for (const Named& project : tables_) {
        if (project.part != "project") continue;
        for (const auto& [key, fact] : table.facts) {
          if (std::get<1>(key) != "total") continue;
          const Fact* one = in_whole_of(basic, key);
          const Fact* other = in_whole_of(project, key);
          if (one != nullptr && other != nullptr)
            prove_sum(*table.figures->table, *fact, {one, other});
        }
      }
    }
  }

  static const Fact* in_whole_of(const Named& table, Key key) {
    std::string& row = std::get<0>(key);
    if (row.starts_with(kIncome)) row.erase(0, kIncome.size());
    std::get<1>(key) = table.whole;
    const auto found = table.facts.find(key);
    return found == table.facts.end() ? nullptr : found->second;
  }

  void prove_sum(const Table& table, const Fact& whole, const std::vector<const Fact*>& parts) {
    const auto comparison = compare_sum(whole, parts);
    if (comparison && !whole.value.is_zero() && comparison->agreement != Agreement::kInconsistent)
      ledger_.record(sum_check(Check::kCrossTable, whole, parts, place_name(table, whole)),
                     *comparison);
  }

  struct Pair {
    const Fact* left;
    const Fact* right;
    Comparison comparison;
    bool is_total;  ///< of the total row and column
  };

  void compare_tables(const Named& left, const Named& right) {
    std::vector<Pair> pairs;
    for (const auto& [key, fact] : left.facts) {
      const auto other = right.facts.find(key);
      if (other == right.facts.end()) continue;
      if (fact->value.is_zero() && other->second->value.is_zero()) continue;
      const auto a = amount_of(*fact);
      const auto b = amount_of(*other->second);
      const auto comparison = a && b ? compare(*a, {*b}) : std::nullopt;
      const bool is_total = std::get<0>(key).ends_with("total") && std::get<1>(key) == left.whole &&
                            left.whole == right.whole;
      if (comparison) pairs.push_back({fact, other->second, *comparison, is_total});
    }
    judge(left, right, pairs);
  }

  void judge(const Named& left, const Named& right, const std::vector<Pair>& pairs) {
    std::size_t agreed = 0;
    const bool have_one_total = agree_in_total(left, right);
    bool have_two_totals = false;
    std::vector<Decimal> causes;  // differences, each size once
    for (const Pair& pair : pairs) {
      const bool agree = pair.comparison.agreement != Agreement::kInconsistent;
      if (pair.is_total && !agree) have_two_totals = true;
      if (agree) {
        ++agreed;
        record(left, right, pair, Support::kFirm);
      } else if (std::find(causes.begin(), causes.end(), size_of(pair.comparison.difference)) ==
                 causes.end()) {
        causes.push_back(size_of(pair.comparison.difference));
      }
    }
    if (causes.empty()) return;
    if (have_one_total && agreed == 0) ++agreed;
    const bool are_mostly_alike = agreed >= kAgreePerCause * causes.size();
    const bool have_one_fund = !left.fund.empty() && left.fund == right.fund;
    const bool is_one_money = !have_two_totals && (have_one_total || are_mostly_alike) &&
                              (have_one_total || have_one_fund || are_lists(left, right));
    if (!is_one_money || causes.size() > agreed) {
      if (agreed > 0)
        ledger_.skip(Check::kCrossTable,
                     said(Sentence::kPerhapsOtherMoney, {{"first", left.figures->table->id},
                                                         {"second", right.figures->table->id}}));
      return;
    }
    const Support support = are_mostly_alike ? Support::kFirm : Support::kWeak;
    for (const Pair& pair : pairs)
      if (pair.comparison.agreement == Agreement::kInconsistent) record(left, right, pair, support);
  }

  /// Whether the totals of two tables are one figure; of 支出总表 and a table of 基本支出 they are
  /// where nothing else is spent.
  static bool agree_in_total(const Named& left, const Named& right) {
    const Fact* a = total_of(left);
    const Fact* b = total_of(right);
    const auto one = a != nullptr && !a->value.is_zero() ? amount_of(*a) : std::nullopt;
    const auto other = b != nullptr ? amount_of(*b) : std::nullopt;
    const auto comparison = one && other ? compare(*one, {*other}) : std::nullopt;
    return comparison && comparison->agreement != Agreement::kInconsistent;
  }

  static const Fact* total_of(const Named& table) {
    const Fact* latest = nullptr;
    for (const auto& [key, fact] : table.facts) {
      const bool is_total = std::get<0>(key) == "total" && std::get<1>(key) == table.whole;
      if (is_total && (latest == nullptr || latest->period < fact->period)) latest = fact;
    }
    return latest;
  }

  /// Lists of projects, purchases or goals: rows of one name are of the same money.
  bool are_lists(const Named& left, const Named& right) const {
    return rules_.coded_tables(left.figures->table->kind) == nullptr &&
           rules_.coded_tables(right.figures->table->kind) == nullptr &&
           !has_codes_or_sides(left) && !has_codes_or_sides(right);
  }

  bool has_codes_or_sides(const Named& table) const {
    return traits_of(table.figures->table->kind).is_statutory ||
           std::any_of(table.facts.begin(), table.facts.end(),
                       [](const auto& each) { return each.second->code.has_value(); });
  }

  void record(const Named& left, const Named& right, const Pair& pair, Support support) {
    const Said about = two_places(place_name(*left.figures->table, *pair.left),
                                  place_name(*right.figures->table, *pair.right));
    ledger_.record({.check = Check::kCrossTable,
                    .formula = as_printed(*pair.left) + pair.left->unit + " = " +
                               as_printed(*pair.right) + pair.right->unit,
                    .facts = {pair.left, pair.right},
                    .about = about.chinese,
                    .about_en = about.english,
                    .support = support},
                   pair.comparison);
  }

  const patterns::BetweenDocumentsRules& rules_;
  const patterns::Labels& components_;
  std::vector<Named> tables_;
  Ledger& ledger_;
};

}  // namespace

void check_same_figures(const Audited& audited, Ledger& ledger) {
  SameFigures(audited, ledger).check();
}

}  // namespace mingxi::audit
