#include "audit/between/amount_index.h"

#include <algorithm>
#include <string_view>

#include "audit/core/bodies.h"
#include "audit/core/sums.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kShortestName = 9;  // bytes: three characters
constexpr std::size_t kMaxTables = 120;   // of longer documents only the first are compared
constexpr std::size_t kClassDigits = 3;   // of a class; each level below has two more

/// The classes that a code is in, itself last: functional:208, functional:20805, …
std::vector<std::string> classes_of(const std::string& code) {
  std::vector<std::string> classes;
  const std::size_t first = code.find(':') + 1;
  for (std::size_t size = kClassDigits; first + size < code.size(); size += 2)
    classes.push_back(code.substr(0, first + size));
  classes.push_back(code);
  return classes;
}

class Reader {
 public:
  Reader(const Audited& audited, const TableFigures& figures)
      : audited_(audited),
        rules_(audited.patterns.checks.between_documents),
        title_(text::normalised(figures.table->title)) {
    amounts_.figures = &figures;
    const auto* tables = rules_.coded_tables(figures.table->kind);
    amounts_.fund = tables != nullptr ? tables->fund : rules_.funds.of(title_).value_or("");
    amounts_.is_income = rules_.words.income_only.matches(title_);
    const TableKind kind = figures.table->kind;
    is_list_ = !traits_of(kind).is_statutory && !is_of(kind, TableSubject::kOther) &&
               !is_of(kind, TableSubject::kEconomic);
    if (rules_.words.basic_only.matches(title_)) amounts_.part = "basic";
    if (rules_.words.project_only.matches(title_)) amounts_.part = "project";
    // Lists of projects are compared among themselves.
    if (!amounts_.part.empty() && !(is_list_ && amounts_.part == "project"))
      amounts_.whole = amounts_.part;
  }

  TableAmounts read() {
    for (const Fact* fact : amounts_.figures->facts)
      if (is_amount(*fact) && fact->component && fact->line_kind != LineKind::kMemo) add(*fact);
    for (const auto& [key, facts] : named_) {
      const Fact& first = *facts.front();
      const auto is_alike = [&first](const Fact* fact) { return fact->value == first.value; };
      if (std::all_of(facts.begin(), facts.end(), is_alike))
        amounts_.amounts[key] = {{facts.front()}, true};
    }
    for (const auto& [key, group] : groups_) {
      const Facts& rows = group.rows();
      const bool is_one_row = rows.size() == 1 && bears(*rows.front(), key.row);
      if (!rows.empty()) amounts_.amounts[key] = {rows, is_one_row || adds_up(key)};
    }
    return std::move(amounts_);
  }

 private:
  /// The rows of one class in one column.
  struct Group {
    Facts printed;  ///< the row of the class itself, with others under it
    Facts leaves;   ///< rows of the class that none are under

    const Facts& rows() const {
      static const Facts kNone;
      if (printed.empty()) return leaves;
      return printed.size() == 1 ? printed : kNone;
    }
  };

  void add(const Fact& fact) {
    for (const std::string& column : columns_of(fact)) {
      AmountKey key{amounts_.is_income, "", column, fact.period, fact.basis};
      // A head office goes by the name of its department in some tables.
      const std::string name = body_named(bare_name(fact.subject), rules_);
      const bool is_total = fact.codes.empty() &&
                            (fact.line_kind == LineKind::kTotal ||
                             audited_.patterns.tables.components.of(name).value_or("") == "total");
      if (is_total) {
        key.is_income = false;
        amounts_.totals[key].push_back(&fact);
      } else if (!fact.codes.empty()) {
        add_coded(fact, key);
      } else if (const auto code = audited_.patterns.classification.functional_class(name)) {
        key.row = "functional:" + *code;
        named_[key].push_back(&fact);
      } else if (name.size() >= kShortestName) {
        key.row = name;
        // A unit above its projects costs more than those of them that another list names.
        const bool is_above = is_list_ && fact.line_kind == LineKind::kSubtotal;
        (is_above ? amounts_.above : named_)[key].push_back(&fact);
      }
    }
  }

  void add_coded(const Fact& fact, AmountKey key) {
    const bool is_leaf = fact.line_kind == LineKind::kLeaf;
    for (const std::string& code : fact.codes) {
      if (!is_leaf) {
        key.row = code;
        groups_[key].printed.push_back(&fact);
        continue;
      }
      for (const std::string& each : classes_of(code)) {
        key.row = each;
        groups_[key].leaves.push_back(&fact);
      }
      key.row = code.substr(0, code.find(':'));
      leaves_[key].push_back(&fact);
    }
  }

  /// The columns that an amount can be printed under: of a table of 基本支出 alone, all are of that
  /// part; the whole of a table of one fund is a column of a table of several.
  std::vector<std::string> columns_of(const Fact& fact) const {
    const std::string& column = *fact.component;
    const std::string& whole = amounts_.whole;
    if (column != "amount" && column != "total")
      return {whole == "total" || column.starts_with(whole) ? column : whole + " " + column};
    if (whole == "total" && fact.components.size() <= 1 && fact.funding)
      return {whole, *fact.funding};
    return {whole};
  }

  static bool bears(const Fact& fact, const std::string& code) {
    return std::find(fact.codes.begin(), fact.codes.end(), code) != fact.codes.end();
  }

  /// Whether all rows with codes of a scheme come to a total of the column: none was overlooked.
  bool adds_up(AmountKey key) const {
    key.row.resize(key.row.find(':'));
    const auto leaves = leaves_.find(key);
    key.row.clear();
    key.is_income = false;
    const auto totals = amounts_.totals.find(key);
    if (leaves == leaves_.end() || totals == amounts_.totals.end()) return false;
    return std::any_of(totals->second.begin(), totals->second.end(), [&](const Fact* total) {
      const auto comparison = compare_sum(*total, leaves->second);
      return comparison && comparison->agreement != Agreement::kInconsistent;
    });
  }

  const Audited& audited_;
  const patterns::BetweenDocumentsRules& rules_;
  std::string title_;
  bool is_list_ = false;
  TableAmounts amounts_;
  std::map<AmountKey, Facts> named_;
  std::map<AmountKey, Group> groups_;
  std::map<AmountKey, Facts> leaves_;  // by scheme: functional
};

}  // namespace

std::vector<TableAmounts> amounts_by_table(const Audited& audited) {
  std::vector<TableAmounts> tables;
  for (const TableFigures& figures : audited.tables) {
    if (tables.size() == kMaxTables) break;
    tables.push_back(Reader(audited, figures).read());
  }
  return tables;
}

}  // namespace mingxi::audit
