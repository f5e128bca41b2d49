// Figures of tables are identified by their codes, or as rows of 三公 and of totals; figures of the
// prose by concept or code. Prose names the money in the subject or in the headings over it. A
// figure of last year that is not printed follows from this year's and the change.
#include "audit/across/comparable.h"

#include <algorithm>

#include "audit/tables/list_rows.h"
#include "audit/prose/statement_figures.h"
#include "audit/core/bodies.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kFarthestBack = 40;  // figures between a level and its change

/// The names below 单位名称 in the tables, as printed; one that goes on over a page is one.
std::vector<std::string> names_of_units(const Extraction& extraction,
                                        const patterns::BetweenDocumentsRules& rules) {
  std::vector<std::string> names;
  for (const Table& table : extraction.tables) {
    int column = -1;
    for (const Cell& cell : table.cells) {
      const std::string text = text::normalised(cell.text);
      if (rules.words.unit_column.matches(text)) column = cell.column;
      if (cell.column != column || rules.words.no_unit.matches(text)) continue;
      if (cell.continues && !names.empty()) {
        names.back() += text;
      } else {
        names.push_back(text);
      }
    }
  }
  return names;
}

std::vector<std::string> units_listed(const Extraction& extraction,
                                      const patterns::BetweenDocumentsRules& rules) {
  std::vector<std::string> units;
  for (const std::string& name : names_of_units(extraction, rules)) {
    std::string unit = body_named(name, rules);
    if (std::find(units.begin(), units.end(), unit) == units.end())
      units.push_back(std::move(unit));
  }
  return units;
}

class Figures {
 public:
  Figures(const Extraction& extraction, const patterns::Patterns& patterns,
          ComparableDocument& document)
      : extraction_(extraction), patterns_(patterns), document_(document) {}

  void find() {
    for (const TableFigures& figures : figures_by_table(extraction_)) {
      add_coded(figures);
      add_three_public(figures);
      add_totals(figures);
    }
    add_prose();
  }

 private:
  void add(std::string what, std::string fund, const Fact& fact) {
    if (fact.measure != Measure::kLevel || fact.bound != Bound::kEqual || !fact.amount_yuan) return;
    const DocumentCard& card = document_.card;
    const bool is_own = fact.basis == own_basis(card.kind) &&
                        (fact.period == card.year || fact.period == card.year - 1);
    if (!is_own && !is_opening_budget(fact)) return;
    document_.figures.push_back({.what = std::move(what),
                                 .fund = std::move(fund),
                                 .period = fact.period,
                                 .basis = fact.basis,
                                 .fact = fact,
                                 .change = {}});
  }

  /// 年初预算 in a final account. What it calls 预算 alone may be the adjusted budget.
  bool is_opening_budget(const Fact& fact) const {
    const DocumentCard& card = document_.card;
    if (card.kind != DocumentKind::kFinalAccount || fact.basis != Basis::kBudget ||
        fact.period != card.year)
      return false;
    std::string words = text::normalised(fact.evidence.quote);
    for (const std::string& header : fact.header) words += text::normalised(header);
    return rules_.words.opening_budget.matches(words);
  }

  void add_coded(const TableFigures& figures) {
    const patterns::CodedTables* tables = rules_.coded_tables(figures.table->kind);
    if (tables == nullptr) return;
    document_.funds_read.insert(tables->fund);
    for (const Fact* fact : figures.facts) {
      if (!fact->component || !rules_.components.contains(*fact->component)) continue;
      const bool is_total = fact->line_kind == LineKind::kTotal && !fact->code;
      if (!is_total && !fact->code) continue;
      add((is_total ? "row:total" : *fact->code) + " " + *fact->component, tables->fund, *fact);
    }
  }

  /// Items in columns are identified by their component, items in rows by their name.
  void add_three_public(const TableFigures& figures) {
    if (!is_of(figures.table->kind, TableSubject::kThreePublic)) return;
    const std::string fund = rules_.funds.of(text::normalised(figures.table->title)).value_or("");
    for (const Fact* fact : figures.facts) {
      const auto named = patterns_.concepts.of(bare_name(fact->subject));
      const std::string id = named.value_or("three_public." + fact->component.value_or(""));
      if (rules_.concepts.contains(id)) add(id, fund, *fact);
    }
  }

  void add_totals(const TableFigures& figures) {
    if (!is_of(figures.table->kind, TableSubject::kIncomeAndExpenditure)) return;
    for (const auto& [row, id] : {std::pair("income_total", "income.total"),
                                  std::pair("expenditure_total", "expenditure.total")})
      for (const Fact* fact : rows_named(figures, patterns_.checks.row(row))) add(id, "", *fact);
  }

  void add_prose() {
    const std::vector<Fact>& facts = extraction_.facts;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (facts[i].origin != Origin::kNarrative) continue;
      const std::string what = what_of(facts[i]);
      if (what.empty()) continue;
      add(what, fund_of(facts[i]), facts[i]);
      if (facts[i].measure == Measure::kChange) add_last_year(i, what);
    }
  }

  std::string what_of(const Fact& fact) const {
    if (fact.concept_id) return rules_.concepts.contains(*fact.concept_id) ? *fact.concept_id : "";
    if (!fact.code || !fact.code->starts_with("functional:")) return "";
    return *fact.code + " total";
  }

  /// The nearest words that say it: of the name, else of the headings from the inmost.
  std::string fund_of(const Fact& fact) const {
    auto fund = rules_.funds.of(text::normalised(fact.subject));
    for (int section = fact.section.value_or(-1); !fund && section >= 0;) {
      const Section& heading = extraction_.sections[static_cast<std::size_t>(section)];
      fund = rules_.funds.of(text::normalised(heading.title));
      section = heading.parent;
    }
    return fund.value_or("");
  }

  /// What the figure that changed was last year; nothing where last year's is printed with it.
  void add_last_year(std::size_t i, const std::string& what) {
    const Fact& change = extraction_.facts[i];
    const Basis own = own_basis(document_.card.kind);
    const int last_year = document_.card.year - 1;
    const bool is_of_year = change.relative_to == Base(last_year) &&
                            change.period == last_year + 1 && change.basis == own &&
                            change.relative_basis.value_or(own) == own &&
                            change.bound == Bound::kEqual && amount_of(change);
    if (!is_of_year) return;
    for (std::size_t k = i; k-- > 0 && i - k <= kFarthestBack;) {
      const Fact& before = extraction_.facts[k];
      if (before.section != change.section) return;
      if (before.measure != Measure::kLevel || !is_same_subject(before, change)) continue;
      const bool is_level = before.period == change.period && before.basis == own &&
                            before.bound == Bound::kEqual && before.amount_yuan;
      if (is_level)
        document_.figures.push_back({what, fund_of(before), last_year, own, before, change});
      return;
    }
  }

  const Extraction& extraction_;
  const patterns::Patterns& patterns_;
  const patterns::BetweenDocumentsRules& rules_ = patterns_.checks.between_documents;
  ComparableDocument& document_;
};

}  // namespace

std::optional<Amount> ComparableFigure::amount() const {
  const auto level = amount_of(fact);
  if (!level || !change) return level;
  const auto by = amount_like(*change, fact);
  const auto value = by ? level->value.minus(by->value) : std::nullopt;
  const auto step = by ? level->step.plus(by->step) : std::nullopt;
  if (!value || !step) return std::nullopt;
  return Amount{*value, *step};
}

DocumentCard document_card(const Extraction& extraction, const patterns::Patterns& patterns) {
  const patterns::BetweenDocumentsRules& rules = patterns.checks.between_documents;
  const Identity& identity = extraction.identity;
  DocumentCard card{.sha256 = extraction.source.sha256,
                    .body = body_named(identity.publisher.value_or(""), rules),
                    .kind = identity.kind,
                    .scope = identity.scope,
                    .year = identity.fiscal_year.value_or(0),
                    .units = units_listed(extraction, rules)};
  const bool is_head_office =
      rules.words.head_office.matches(text::normalised(identity.title.value_or(""))) ||
      rules.words.head_office.matches(text::normalised(identity.publisher.value_or("")));
  if (card.scope == Scope::kDepartment && is_head_office) card.scope = Scope::kUnit;
  return card;
}

ComparableDocument comparable(const Extraction& extraction, const patterns::Patterns& patterns) {
  ComparableDocument document{.card = document_card(extraction, patterns),
                              .source = extraction.source,
                              .identity = extraction.identity,
                              .funds_read = {},
                              .figures = {}};
  document.identity.evidence.clear();
  Figures(extraction, patterns, document).find();
  return document;
}

}  // namespace mingxi::audit
