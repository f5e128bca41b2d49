// A figure of the prose is looked for in the tables: by its code in the tables of that
// classification, by its concept among 三公 and the totals. What agrees with any of them is proven;
// what agrees with none contradicts only where it must be the same: 三公 that the tables all print
// alike, and items among others that a column prints as they are.

#include <algorithm>
#include <map>
#include <string>

#include "audit/tables/list_rows.h"
#include "audit/core/stages.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kItemDigits = 7;
constexpr std::size_t kFewestAgreed = 4;  // items that agree, to each that does not

bool is_of_kind(const TableFigures& figures, std::initializer_list<std::string_view> kinds) {
  return std::find(kinds.begin(), kinds.end(), figures.table->kind) != kinds.end();
}

class Matcher {
 public:
  Matcher(const Audited& audited, Ledger& ledger) : audited_(audited), ledger_(ledger) {
    for (const TableFigures& figures : audited.tables) {
      index_codes(figures);
      index_three_public(figures);
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
      if (fact.code && digits_of(fact).size() == kItemDigits)
        items[{fact.section.value_or(-1), fact.basis}].push_back(&fact);
    }
    for (const auto& [section, facts] : items) compare_items(facts);
  }

 private:
  using Index = std::map<std::string, std::vector<const Fact*>>;

  void index_codes(const TableFigures& figures) {
    if (!is_of_kind(figures, {"B03", "B05", "B08", "B09", "Z03", "Z05", "Z08", "Z09"})) return;
    for (const Fact* fact : figures.facts)
      if (fact->code && fact->measure == Measure::kLevel) by_code_[*fact->code].push_back(fact);
  }

  void index_three_public(const TableFigures& figures) {
    if (!is_of_kind(figures, {"B07", "Z07"})) return;
    for (const Fact* fact : figures.facts) {
      if (fact->measure != Measure::kLevel) continue;
      // Items in columns tell by their component, items in rows by their name.
      const auto concept_id = audited_.patterns.concepts.of(bare_name(fact->subject));
      const std::string component = fact->component.value_or("amount");
      std::string id = concept_id.value_or("");
      if (component != "amount" && component != "total" && id.empty())
        id = "three_public." + component;
      if (id.starts_with("three_public.")) by_concept_[id].push_back(fact);
    }
  }

  void index_totals(const TableFigures& figures) {
    if (!is_of_kind(figures, {"B01", "Z01"})) return;
    const patterns::CheckRules& rules = audited_.patterns.checks;
    const std::pair<const char*, const char*> names[] = {
        {"income_total", "income.total"},
        {"income_current", "income.total"},
        {"expenditure_total", "expenditure.total"},
        {"expenditure_current", "expenditure.total"}};
    for (const auto& [row, id] : names)
      for (const Fact* fact : rows_named(figures, rules.row(row))) by_concept_[id].push_back(fact);
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
    if (candidates.empty() || prove(fact, candidates) != nullptr) return;
    const bool is_one_value =
        std::all_of(candidates.begin(), candidates.end(), [&](const Fact* candidate) {
          return *candidate->amount_yuan == *candidates.front()->amount_yuan;
        });
    // A total is of all in some sentences and of one source in others; 三公 items are not.
    if (is_one_value && id.starts_with("three_public.")) contradict(fact, *candidates.front());
  }

  /// An item is a part in some sentences and the whole in others. Where the items of a section are
  /// those of one column of a table, one that is not contradicts it.
  void compare_items(const std::vector<const Fact*>& items) {
    std::map<std::pair<std::string, int>, std::size_t> agreed;  // table and column
    std::vector<const Fact*> open;
    for (const Fact* item : items) {
      const std::vector<const Fact*> candidates = candidates_for(*item, by_code_, *item->code);
      if (candidates.empty()) continue;
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
    if (most == agreed.end() ||
        most->second < kFewestAgreed * std::max<std::size_t>(open.size(), 1))
      return;
    for (const Fact* item : open) {
      const std::vector<const Fact*> candidates = candidates_for(*item, by_code_, *item->code);
      const auto cell = std::find_if(candidates.begin(), candidates.end(), [&](const Fact* each) {
        return std::pair(*each->table, *each->column) == most->first;
      });
      if (cell != candidates.end()) contradict(*item, **cell);
    }
  }

  static std::optional<Comparison> comparison_of(const Fact& fact, const Fact& cell) {
    const auto amount = amount_of(fact);
    const auto other = amount_of(cell);
    return amount && other ? compare(*amount, {*other}) : std::nullopt;
  }

  void contradict(const Fact& fact, const Fact& cell) {
    auto comparison = comparison_of(fact, cell);
    if (!comparison) return;
    // Cut off instead of rounded.
    const Decimal& off = comparison->difference;
    comparison->is_last_digit = (off.is_negative() ? off.negated() : off) < amount_of(fact)->step;
    record(fact, cell, *comparison);
  }

  void record(const Fact& fact, const Fact& cell, const Comparison& comparison) {
    ledger_.record(
        {.check = "text_table",
         .formula = fact.value.text() + fact.unit + " = " + cell.value.text() + cell.unit,
         .facts = {&fact, &cell},
         .about = "文字中的" + fact.subject + "与表中的" + cell.subject,
         .about_en = fact.subject + " in the text and " + cell.subject + " in the table"},
        comparison);
  }

  const Audited& audited_;
  Ledger& ledger_;
  Index by_code_;
  Index by_concept_;
};

}  // namespace

void check_statements_against_tables(const Audited& audited, Ledger& ledger) {
  Matcher(audited, ledger).check();
}

}  // namespace mingxi::audit
