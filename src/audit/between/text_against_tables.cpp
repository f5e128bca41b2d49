// A figure of the prose is looked for in the tables: by its code in the tables of that
// classification, by its concept among 三公 and the totals. What agrees with any of them is proven;
// what agrees with none contradicts only where it must be the same: 三公 that the tables all print
// alike, and items among others that a column prints as they are.

#include <algorithm>
#include <map>
#include <string>

#include "audit/between/named_figures.h"
#include "audit/core/stages.h"
#include "audit/tables/list_rows.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kItemDigits = 7;
constexpr std::size_t kEconomicDigits = 5;
constexpr std::size_t kShortestName = 9;  // bytes: three characters
constexpr std::size_t kMinAgreed = 4;     // items that agree, to each that does not
constexpr std::size_t kFewAgreed = 2;     // likewise, for a doubt
constexpr std::size_t kMinTotals = 2;     // of the prose that agree with the tables
constexpr std::size_t kMinDiffering = 2;  // items that differ and come to the same all the same

bool is_table_of(TableSubject subject, const TableFigures& figures) {
  return is_of(figures.table->kind, subject);
}

class Matcher {
 public:
  Matcher(const Audited& audited, Ledger& ledger) : audited_(audited), ledger_(ledger) {
    for (const TableFigures& figures : audited.tables) {
      index_items(figures);
      index_three_public(figures);
      index_concepts(figures);
      index_totals(figures);
    }
  }

  void check() {
    const int year = audited_.extraction.identity.fiscal_year.value_or(0);
    std::map<std::pair<int, Basis>, std::vector<const Fact*>> items;  // by section
    for (std::size_t i = 0; i < audited_.places.size(); ++i) {
      const Fact& fact = audited_.extraction.facts[i];
      const bool is_figure = fact.measure == Measure::kLevel && fact.bound == Bound::kEqual &&
                             fact.amount_yuan && fact.period == year;
      if (!is_figure) continue;
      if (fact.concept_id) compare_concept(fact);
      if (!key_of(fact).empty()) items[{fact.section.value_or(-1), fact.basis}].push_back(&fact);
    }
    for (const auto& [section, facts] : items) compare_items(facts);
    compare_parts();
    contradict_totals();
  }

 private:
  using Index = std::map<std::string, std::vector<const Fact*>>;
  using Column = std::pair<std::string, int>;  // of a table

  /// What a figure is of: the code of an item, or a name that distinguishes it from others.
  static std::string key_of(const Fact& fact) {
    const bool is_economic = fact.code && fact.code->starts_with("economic:");
    const std::size_t digits = is_economic ? kEconomicDigits : kItemDigits;
    if (fact.code && digits_of(fact).size() == digits) return *fact.code;
    const std::string name = bare_name(fact.subject);
    return name.size() >= kShortestName ? name : std::string();
  }

  void index_items(const TableFigures& figures) {
    for (const Fact* fact : figures.facts) {
      const bool is_level = fact->measure == Measure::kLevel && fact->bound == Bound::kEqual;
      if (!is_level || !fact->amount_yuan || fact->line_kind == LineKind::kTotal) continue;
      if (fact->code) by_item_[*fact->code].push_back(fact);
      by_item_[bare_name(fact->subject)].push_back(fact);
    }
  }

  void index_three_public(const TableFigures& figures) {
    if (!is_table_of(TableSubject::kThreePublic, figures)) return;
    for (const Fact* fact : figures.facts) {
      if (fact->measure != Measure::kLevel) continue;
      // Items in columns are identified by their component, items in rows by their name.
      const auto concept_id = audited_.patterns.concepts.of(bare_name(fact->subject));
      const std::string component = fact->component.value_or("amount");
      std::string id = concept_id.value_or("");
      if (id.empty() && component == "three_public") id = "three_public.total";
      if (component != "amount" && component != "total" && id.empty())
        id = "three_public." + component;
      if (id.starts_with("three_public.")) by_concept_[id].push_back(fact);
    }
  }

  /// The totals of tables by what their columns are of, and of tables of one concept.
  void index_totals(const TableFigures& figures) {
    static const std::pair<std::string_view, std::vector<const char*>> kColumns[] = {
        {"basic", {"expenditure.basic", "appropriation.basic"}},
        {"basic_personnel", {"expenditure.personnel"}},
        {"basic_public", {"expenditure.public", "operating_cost"}},
        {"project", {"expenditure.project"}}};
    for (const Fact* fact : figures.facts) {
      const bool is_total = fact->line_kind == LineKind::kTotal && fact->component &&
                            fact->measure == Measure::kLevel;
      if (!is_total) continue;
      for (const auto& [component, concepts] : kColumns)
        if (*fact->component == component)
          for (const char* id : concepts) by_concept_[id].push_back(fact);
      const bool is_whole = *fact->component == "total" || *fact->component == "amount";
      if (is_whole && is_table_of(TableSubject::kProjects, figures))
        by_concept_["expenditure.project"].push_back(fact);
      if (is_whole && is_table_of(TableSubject::kProcurement, figures))
        by_concept_["procurement.total"].push_back(fact);
      if (is_whole && is_table_of(TableSubject::kOperatingCost, figures))
        by_concept_["operating_cost"].push_back(fact);
    }
  }

  /// Rows that have a concept by their name, and the totals of both sides of a table.
  void index_concepts(const TableFigures& figures) {
    for (const Fact* fact : figures.facts) {
      const auto id = audited_.patterns.concepts.of(bare_name(fact->subject));
      if (id && !id->starts_with("three_public.") && fact->measure == Measure::kLevel)
        by_concept_[*id].push_back(fact);
    }
    const patterns::CheckRules& rules = audited_.patterns.checks;
    const bool is_of_appropriation = is_table_of(TableSubject::kAppropriation, figures);
    if (!is_of_appropriation && !is_table_of(TableSubject::kIncomeAndExpenditure, figures)) return;
    const std::pair<const char*, std::vector<const char*>> names[] = {
        {"income_total", {"income.total", "appropriation.income"}},
        {"income_current", {"income.total", "appropriation.income"}},
        {"expenditure_total", {"expenditure.total", "appropriation.expenditure"}},
        {"expenditure_current", {"expenditure.total", "appropriation.expenditure"}}};
    for (const auto& [row, ids] : names)
      for (const Fact* fact : rows_named(figures, rules.row(row))) {
        by_concept_[ids[is_of_appropriation ? 1 : 0]].push_back(fact);
        if (is_of_appropriation) by_concept_["appropriation.total"].push_back(fact);
      }
  }

  /// The figures of an index that a figure can be compared with.
  std::vector<const Fact*> candidates_for(const Fact& fact, const Index& index,
                                          const std::string& key) const {
    std::vector<const Fact*> candidates;
    const auto found = index.find(key);
    if (found == index.end()) return candidates;
    for (const Fact* candidate : found->second)
      if (candidate->period == fact.period && candidate->basis == fact.basis &&
          candidate->amount_yuan)
        candidates.push_back(candidate);
    return candidates;
  }

  /// The first that agrees, recorded as a proof; nothing if none does.
  const Fact* prove(const Fact& fact, const std::vector<const Fact*>& candidates) {
    for (const Fact* candidate : candidates) {
      const auto comparison = comparison_of(fact, *candidate);
      if (!comparison || comparison->agreement == Agreement::kInconsistent) continue;
      record(fact, *candidate, *comparison);
      return candidate;
    }
    return nullptr;
  }

  void compare_concept(const Fact& fact) {
    const std::string& id = *fact.concept_id;
    const std::vector<const Fact*> candidates = candidates_for(fact, by_concept_, id);
    if (candidates.empty()) return;
    if (prove(fact, candidates) != nullptr) {
      if (is_total_of_table(id)) ++totals_agreed_;
      return;
    }
    if (is_total_of_table(id) && !fact.value.is_zero())
      open_totals_.emplace_back(&fact, largest(candidates));
    const bool is_one_value =
        std::all_of(candidates.begin(), candidates.end(), [&](const Fact* candidate) {
          return *candidate->amount_yuan == *candidates.front()->amount_yuan;
        });
    // A total is of all in some sentences and of one source in others; 三公 items are not.
    if (is_one_value && id.starts_with("three_public.")) contradict(fact, *candidates.front());
  }

  /// What the total row of a standard table is of.
  static bool is_total_of_table(const std::string& id) {
    return id == "appropriation.total" || id == "income.total" || id == "expenditure.total";
  }

  static const Fact* largest(const Facts& candidates) {
    return *std::max_element(
        candidates.begin(), candidates.end(),
        [](const Fact* a, const Fact* b) { return *a->amount_yuan < *b->amount_yuan; });
  }

  bool is_in_a_table(const Fact& fact) const {
    return std::any_of(
        audited_.tables.begin(), audited_.tables.end(), [&](const TableFigures& figures) {
          return std::any_of(figures.facts.begin(), figures.facts.end(), [&](const Fact* cell) {
            return is_amount(*cell) && is_near(fact, *cell);
          });
        });
  }

  /// A total that no table prints at all, in a text whose other totals the tables print, and far
  /// from what it is: 0.3 for 2961.68.
  void contradict_totals() {
    if (totals_agreed_ < kMinTotals) return;
    for (const auto& [fact, total] : open_totals_) {
      const auto tenfold = size_of(*fact->amount_yuan).times(Decimal(10, 0));
      const bool is_far = tenfold && *tenfold < size_of(*total->amount_yuan);
      if (is_far && !is_in_a_table(*fact)) contradict(*fact, *total, Support::kWeak);
    }
  }

  /// An item is a part in some sentences and the whole in others. Where the items of a section are
  /// those of one column of a table, one that is not contradicts it.
  void compare_items(const std::vector<const Fact*>& items) {
    std::map<Column, std::size_t> agreed;
    Facts known;
    Facts open;
    for (const Fact* item : items) {
      const Facts candidates = candidates_for(*item, by_item_, key_of(*item));
      if (candidates.empty()) continue;
      known.push_back(item);
      if (prove(*item, candidates) == nullptr) open.push_back(item);
      for (const Fact* candidate : candidates) {
        const auto comparison = comparison_of(*item, *candidate);
        if (comparison && comparison->agreement != Agreement::kInconsistent)
          ++agreed[{*candidate->table, *candidate->column}];
      }
    }
    const auto most =
        std::max_element(agreed.begin(), agreed.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == agreed.end()) return;
    if (!come_to_one_amount(known, open, most->first))
      std::erase_if(open, [this](const Fact* item) { return !can_contradict(*item); });
    else
      return contradict_all(open, most->first, Support::kWeak);
    if (open.empty() || most->second < kFewAgreed * open.size()) return;
    contradict_all(open, most->first,
                   most->second < kMinAgreed * open.size() ? Support::kWeak : Support::kFirm);
  }

  /// Whether the items of a section come to what their rows in a column do, although some differ:
  /// they are the parts of one amount.
  bool come_to_one_amount(const Facts& items, const Facts& open, const Column& column) const {
    if (open.size() < kMinDiffering) return false;
    std::optional<Decimal> sum = Decimal();
    for (const Fact* item : items) {
      const Fact* row = row_of(*item, column);
      const auto off = row != nullptr ? item->amount_yuan->minus(*row->amount_yuan) : std::nullopt;
      sum = sum && off ? sum->plus(*off) : std::nullopt;
    }
    return sum && sum->is_zero();
  }

  /// The only row of a column that an item can be; nullptr where there are none or several.
  const Fact* row_of(const Fact& item, const Column& column) const {
    const Fact* only = nullptr;
    for (const Fact* each : candidates_for(item, by_item_, key_of(item))) {
      if (Column(*each->table, *each->column) != column) continue;
      if (only != nullptr) return nullptr;
      only = each;
    }
    return only;
  }

  void contradict_all(const Facts& items, const Column& column, Support support) {
    for (const Fact* item : items)
      // A name in several rows is of several amounts.
      if (const Fact* row = row_of(*item, column)) contradict(*item, *row, support);
  }

  /// Items that add up to a total of a table are those of its column.
  void compare_parts() {
    std::map<std::string, const Fact*> by_id;
    for (const Fact& fact : audited_.extraction.facts) by_id[fact.id] = &fact;
    const std::vector<Proof> proofs = audited_.extraction.checks.proofs;
    for (const Proof& proof : proofs) {
      if (proof.check != CheckName(Check::kSum, "list")) continue;
      std::vector<const Fact*> figures;
      for (const std::string& id : proof.facts) figures.push_back(by_id.at(id));
      const Fact& whole = *figures.front();
      const std::vector<const Fact*> parts(figures.begin() + 1, figures.end());
      if (!whole.concept_id || whole.origin == Origin::kTable) continue;
      for (const Fact* total : candidates_for(whole, by_concept_, *whole.concept_id)) {
        const auto comparison = comparison_of(whole, *total);
        if (!comparison || comparison->agreement != Agreement::kExact) continue;
        if (compare_parts(parts, *total)) break;
      }
    }
  }

  /// Whether the parts are rows of the column of a total, one of them at least the same; then those
  /// that are not contradict it.
  bool compare_parts(const std::vector<const Fact*>& parts, const Fact& total) {
    std::vector<std::pair<const Fact*, const Fact*>> open;
    std::size_t agreed = 0;
    for (const Fact* part : parts) {
      std::vector<const Fact*> cells = candidates_for(*part, by_item_, key_of(*part));
      std::erase_if(cells, [&](const Fact* cell) {
        return cell->table != total.table || cell->column != total.column;
      });
      if (key_of(*part).empty() || cells.size() != 1) return false;
      const auto comparison = comparison_of(*part, *cells.front());
      if (!comparison) return false;
      if (comparison->agreement == Agreement::kInconsistent)
        open.emplace_back(part, cells.front());
      else
        ++agreed;
    }
    if (agreed == 0) return false;
    for (const auto& [part, cell] : open) contradict(*part, *cell);
    return true;
  }

  /// Functional items, and names that no concept or class has: projects. What is spent on 培训费 is
  /// more than its row of a table of 基本支出.
  bool can_contradict(const Fact& item) const {
    if (item.code) return item.code->starts_with("functional:");
    const std::string name = bare_name(item.subject);
    return !item.concept_id && !audited_.patterns.concepts.of(name) &&
           !audited_.patterns.classification.functional_class(name) &&
           !audited_.patterns.classification.economic(name);
  }

  static std::optional<Comparison> comparison_of(const Fact& fact, const Fact& cell) {
    const auto amount = amount_of(fact);
    const auto other = amount_of(cell);
    return amount && other ? compare(*amount, {*other}) : std::nullopt;
  }

  void contradict(const Fact& fact, const Fact& cell, Support support = Support::kFirm) {
    auto comparison = comparison_of(fact, cell);
    if (!comparison) return;
    // Cut off instead of rounded.
    const Decimal& off = comparison->difference;
    comparison->is_last_digit = (off.is_negative() ? off.negated() : off) < amount_of(fact)->step;
    record(fact, cell, *comparison, support);
  }

  void record(const Fact& fact, const Fact& cell, const Comparison& comparison,
              Support support = Support::kFirm) {
    ledger_.record({.check = Check::kTextTable,
                    .formula = as_printed(fact) + fact.unit + " = " + as_printed(cell) + cell.unit,
                    .facts = {&fact, &cell},
                    .about = said(Sentence::kTextAndTable,
                                  {{"subject", fact.subject}, {"other", cell.subject}}),
                    .support = support},
                   comparison);
  }

  const Audited& audited_;
  Ledger& ledger_;
  Index by_item_;
  Index by_concept_;
  std::size_t totals_agreed_ = 0;
  std::vector<std::pair<const Fact*, const Fact*>> open_totals_;  ///< and what the tables have
};

}  // namespace

void check_statements_against_tables(const Audited& audited, Ledger& ledger) {
  Matcher(audited, ledger).check();
}

}  // namespace mingxi::audit
