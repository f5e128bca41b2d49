// The same figure printed in two tables: of rows named on both sides, and class by class. Only
// where each kind of table is there once, or one of several is the one of the general budget.

#include <algorithm>
#include <map>
#include <string>

#include "audit/tables/list_rows.h"
#include "audit/core/stages.h"
#include "audit/tables/table_names.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kClassDigits = 3;

class Comparer {
 public:
  Comparer(const Audited& audited, Ledger& ledger)
      : rules_(audited.patterns.checks),
        classification_(audited.patterns.classification),
        tables_(audited.tables),
        ledger_(ledger) {
    for (const TableFigures& figures : tables_)
      for (const Fact* fact : figures.facts) latest_ = std::max(latest_, fact->period);
  }

  void check_equal(const patterns::EqualIdentity& identity) {
    const CheckName check = {Check::kCrossTable, identity.id};
    const auto pair = tables_of(identity, check);
    if (!pair) return;
    const Fact* left = figure(*pair->first, identity.left);
    const Fact* right = figure(*pair->second, identity.right);
    if (left == nullptr || right == nullptr) {
      ledger_.skip(check, said(Sentence::kTotalsNotRead));
      return;
    }
    compare_two(check, *left, *pair->first, *right, *pair->second);
  }

  void check_classes(const patterns::EqualIdentity& identity) {
    const CheckName check = {Check::kCrossTable, identity.id};
    const auto pair = tables_of(identity, check);
    if (!pair) return;
    const std::map<std::string, const Fact*> left = classes_of(*pair->first, identity.left);
    const std::map<std::string, const Fact*> right = classes_of(*pair->second, identity.right);
    if (left.empty() || right.empty()) {
      ledger_.skip(check, said(Sentence::kClassesNotRead));
      return;
    }
    for (const auto& [code, fact] : left) {
      const auto other = right.find(code);
      if (other != right.end())
        compare_two(check, *fact, *pair->first, *other->second, *pair->second);
    }
  }

 private:
  using Pair = std::pair<const TableFigures*, const TableFigures*>;

  /// The one table of these kinds; where there are more, the one of the general budget.
  const TableFigures* table_of(const patterns::FigureSelector& selector, const CheckName& check,
                               bool& is_read) const {
    std::vector<const TableFigures*> found;
    for (const TableFigures& figures : tables_) {
      const auto& kinds = selector.tables;
      if (std::find(kinds.begin(), kinds.end(), figures.table->kind) != kinds.end())
        found.push_back(&figures);
    }
    if (found.size() > 1) {
      std::erase_if(found, [this](const TableFigures* figures) {
        return !rules_.words.general_budget_title.matches(figures->table->title);
      });
    }
    is_read = found.size() == 1;
    if (!is_read)
      ledger_.skip(check, said(found.empty() ? Sentence::kNoSuchTable : Sentence::kSeveralTables,
                               {{"kind", name_of(selector.tables.front())}}));
    return is_read ? found.front() : nullptr;
  }

  std::optional<Pair> tables_of(const patterns::EqualIdentity& identity,
                                const CheckName& check) const {
    bool has_left = false;
    bool has_right = false;
    const TableFigures* left = table_of(identity.left, check, has_left);
    if (!has_left) return std::nullopt;
    const TableFigures* right = table_of(identity.right, check, has_right);
    if (!has_right) return std::nullopt;
    return Pair(left, right);
  }

  const Fact* figure(const TableFigures& figures, const patterns::FigureSelector& selector) const {
    if (selector.rows.empty()) {
      const Fact* only = nullptr;
      for (const Fact* fact : figures.facts) {
        const bool is_wanted = fact->line_kind == LineKind::kTotal && !fact->code &&
                               fact->component == selector.component &&
                               fact->measure == Measure::kLevel && is_of_the_document(*fact);
        if (!is_wanted) continue;
        if (only != nullptr) return nullptr;
        only = fact;
      }
      return only;
    }
    for (const std::string& id : selector.rows) {
      const auto found = rows_named(figures, rules_.row(id), selector.component);
      if (found.size() == 1) return found.front();
    }
    return nullptr;
  }

  /// Not last year's figure beside this year's.
  bool is_of_the_document(const Fact& fact) const { return fact.period == latest_; }

  /// Class → figure: by code, or by name in lists without codes.
  std::map<std::string, const Fact*> classes_of(const TableFigures& figures,
                                                const patterns::FigureSelector& selector) const {
    std::map<std::string, const Fact*> classes;
    std::vector<std::string> repeated;
    const std::vector<const Fact*> facts =
        selector.side ? list_figures(figures, *selector.side, selector.component) : figures.facts;
    for (const Fact* fact : facts) {
      if (!selector.side && (fact->component != selector.component ||
                             fact->measure != Measure::kLevel || !is_of_the_document(*fact)))
        continue;
      std::string code(digits_of(*fact));
      if (selector.side)
        code = classification_.functional_class(bare_name(fact->subject)).value_or("");
      if (code.size() != kClassDigits) continue;
      if (!classes.emplace(code, fact).second) repeated.push_back(code);
    }
    for (const std::string& code : repeated) classes.erase(code);
    return classes;
  }

  void compare_two(const CheckName& check, const Fact& left, const TableFigures& left_table,
                   const Fact& right, const TableFigures& right_table) {
    const auto a = amount_of(left);
    const auto b = amount_of(right);
    if (!a || !b) return;
    if (!left.amount_yuan || !right.amount_yuan) {
      ledger_.skip(check, said(Sentence::kTableWithoutUnit));
      return;
    }
    const auto comparison = compare(*a, {*b});
    if (!comparison) return;
    const Said about =
        two_places(place_name(*left_table.table, left), place_name(*right_table.table, right));
    ledger_.record(
        {.check = check,
         .formula = left.value.text() + left.unit + " = " + right.value.text() + right.unit,
         .facts = {&left, &right},
         .about = about.chinese,
         .about_en = about.english},
        *comparison);
  }

  const patterns::CheckRules& rules_;
  const patterns::Classification& classification_;
  const std::vector<TableFigures>& tables_;
  int latest_ = 0;  // the year of the document
  Ledger& ledger_;
};

}  // namespace

void check_between_tables(const Audited& audited, Ledger& ledger) {
  Comparer comparer(audited, ledger);
  const bool is_account = audited.extraction.identity.kind == DocumentKind::kFinalAccount;
  const auto belongs = [is_account](const patterns::EqualIdentity& identity) {
    return traits_of(identity.left.tables.front()).of ==
           (is_account ? TableOf::kFinalAccount : TableOf::kBudget);
  };
  for (const patterns::EqualIdentity& identity : audited.patterns.checks.equal)
    if (belongs(identity)) comparer.check_equal(identity);
  for (const patterns::EqualIdentity& identity : audited.patterns.checks.classes)
    if (belongs(identity)) comparer.check_classes(identity);
}

}  // namespace mingxi::audit
