// Figures of different names that are of one payment: contributions and allowances have an item in
// the functional and one in the economic classification, 机关运行经费 is 公用经费 of administrative
// bodies, and the goals of all projects are set for what the project table comes to.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "audit/core/stages.h"
#include "audit/tables/table_names.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kClassDigits = 3;
constexpr std::size_t kMaxNamed = 3;

using Facts = std::vector<const Fact*>;

bool is_near(const Fact& a, const Fact& b) {
  const auto one = amount_of(a);
  const auto other = amount_of(b);
  const auto comparison = one && other ? compare(*one, {*other}) : std::nullopt;
  return comparison && comparison->agreement != Agreement::kInconsistent;
}

bool is_amount(const Fact& fact) {
  return fact.measure == Measure::kLevel && fact.bound == Bound::kEqual && fact.amount_yuan;
}

std::string with_unit(const Fact& fact) { return as_printed(fact) + fact.unit; }

class RelatedAmounts {
 public:
  RelatedAmounts(const Audited& audited, Ledger& ledger) : audited_(audited), ledger_(ledger) {
    year_ = audited.extraction.identity.fiscal_year.value_or(0);
  }

  void check() {
    check_payments();
    check_operating_cost();
    check_goals();
  }

 private:
  /// The figures of basic expenditure of a scheme of codes, in tables of the general budget.
  Facts basic_figures(std::string_view scheme) const {
    Facts facts;
    const auto& words = audited_.patterns.checks.between_documents.words;
    for (const TableFigures& figures : audited_.tables) {
      const std::string title = text::normalised(figures.table->title);
      const bool is_basic_only = words.basic_only.matches(title);
      const bool has_basic =
          std::any_of(figures.facts.begin(), figures.facts.end(),
                      [](const Fact* fact) { return fact->component == "basic"; });
      for (const Fact* fact : figures.facts) {
        const bool is_wanted = is_amount(*fact) && fact->period == year_ && fact->code &&
                               fact->code->starts_with(scheme);
        if (!is_wanted || !fact->component) continue;
        const bool is_whole = *fact->component == "total" || *fact->component == "amount";
        if (is_basic_only ? is_whole : has_basic && *fact->component == "basic")
          facts.push_back(fact);
      }
    }
    return facts;
  }

  static Facts with_codes(const Facts& facts, const std::vector<std::string>& codes) {
    Facts result;
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(result), [&](const Fact* fact) {
      return std::find(codes.begin(), codes.end(), digits_of(*fact)) != codes.end();
    });
    return result;
  }

  /// A payment that both classifications have, and what they print for it: one figure or several
  /// of one table, of its units or of administrative bodies and institutions, which add up.
  struct Payment {
    Facts functional;
    Facts economic;
    bool agree;

    bool is_plain() const { return functional.size() == 1 && economic.size() == 1; }
  };

  void check_payments() {
    const Facts functional = basic_figures("functional:");
    const Facts economic = basic_figures("economic:");
    std::vector<Payment> payments;
    Facts without_class;
    for (const patterns::SharedPayment& shared : audited_.patterns.checks.payments) {
      const Facts left = with_codes(functional, shared.functional);
      const Facts right = with_codes(economic, shared.economic);
      if (left.empty() && !right.empty() && !functional.empty() &&
          !has_class(functional, shared.functional.front()) && !right.front()->value.is_zero())
        without_class.push_back(right.front());
      if (left.empty() || right.empty()) continue;
      payments.push_back(paired(left, right));
    }
    const auto agreed = std::count_if(payments.begin(), payments.end(),
                                      [](const Payment& payment) { return payment.agree; });
    const auto failed = static_cast<std::ptrdiff_t>(payments.size()) - agreed;
    for (const Payment& payment : payments) {
      if (payment.agree) {
        prove(payment);
      } else if (agreed < failed || !payment.is_plain()) {
        // Where most differ, or figures are of several bodies, the tables count differently.
        ledger_.skip({Check::kCrossTable, "payments"},
                     said(Sentence::kPaymentsCountedOtherwise,
                          {{"name", payment.economic.front()->subject}}));
      } else {
        report(payment, static_cast<std::size_t>(agreed));
      }
    }
    if (!without_class.empty()) report_without_class(without_class);
  }

  static bool has_class(const Facts& facts, const std::string& code) {
    return std::any_of(facts.begin(), facts.end(), [&](const Fact* fact) {
      return digits_of(*fact).starts_with(code.substr(0, kClassDigits)) && !fact->value.is_zero();
    });
  }

  /// Each figure alone, and all those of a table together.
  static std::vector<Facts> choices_of(const Facts& facts) {
    std::vector<Facts> choices;
    std::map<std::string, Facts> of_table;
    for (const Fact* fact : facts) {
      choices.push_back({fact});
      of_table[fact->table.value_or("")].push_back(fact);
    }
    for (const auto& [table, all] : of_table)
      if (all.size() > 1) choices.push_back(all);
    return choices;
  }

  static std::optional<Amount> sum_of(const Facts& facts) {
    std::optional<Amount> sum = amount_of(*facts.front());
    for (std::size_t i = 1; sum && i < facts.size(); ++i) {
      const auto part = amount_of(*facts[i]);
      const auto value = part ? sum->value.plus(part->value) : std::nullopt;
      const auto step = part ? sum->step.plus(part->step) : std::nullopt;
      sum = value && step ? std::optional(Amount{*value, *step}) : std::nullopt;
    }
    return sum;
  }

  static std::optional<Comparison> compared(const Facts& a, const Facts& b) {
    const auto one = sum_of(a);
    const auto other = sum_of(b);
    return one && other ? compare(*one, {*other}) : std::nullopt;
  }

  static Payment paired(const Facts& left, const Facts& right) {
    const std::vector<Facts> others = choices_of(right);
    for (const Facts& a : choices_of(left))
      for (const Facts& b : others) {
        const auto comparison = compared(a, b);
        if (comparison && comparison->agreement != Agreement::kInconsistent) return {a, b, true};
      }
    return {left, right, false};
  }

  void report(const Payment& payment, std::size_t agreed) {
    const Fact& a = *payment.functional.front();
    const Fact& b = *payment.economic.front();
    report({Check::kCrossTable, "payments"}, Severity::kInfo,
           said(Sentence::kPaymentsDiffer, {{"first", a.subject},
                                            {"a", with_unit(a)},
                                            {"second", b.subject},
                                            {"b", with_unit(b)},
                                            {"count", std::to_string(agreed)}}),
           {&a, &b});
  }

  void prove(const Payment& payment) {
    const auto comparison = compared(payment.functional, payment.economic);
    if (!comparison) return;
    Facts facts = payment.functional;
    facts.insert(facts.end(), payment.economic.begin(), payment.economic.end());
    const Said about = said(Sentence::kTwoPlaces, {{"first", payment.functional.front()->subject},
                                                   {"second", payment.economic.front()->subject}});
    ledger_.record(
        {.check = Check::kCrossTable,
         .formula = printed_sum(payment.functional) + " = " + printed_sum(payment.economic),
         .facts = facts,
         .about = about.chinese,
         .about_en = about.english},
        *comparison);
  }

  static std::string printed_sum(const Facts& facts) {
    std::string sum;
    for (const Fact* fact : facts) sum += (sum.empty() ? "" : " + ") + with_unit(*fact);
    return sum;
  }

  void report_without_class(const Facts& facts) {
    std::string items;
    for (std::size_t i = 0; i < std::min(facts.size(), kMaxNamed); ++i)
      items += (i > 0 ? " + " : "") + facts[i]->subject + " " + with_unit(*facts[i]);
    report({Check::kCrossTable, "payments"}, Severity::kInfo,
           said(Sentence::kNoSuchClass, {{"items", items}}), facts);
  }

  void report(const CheckName& check, Severity severity, Said words, const Facts& facts) {
    ledger_.report(
        {.check = check,
         .severity = severity,
         .state = severity == Severity::kInfo ? FindingState::kNoted : FindingState::kInconsistent,
         .message = std::move(words.chinese),
         .message_en = std::move(words.english)},
        facts);
  }

  /// 公用经费 of the year: totals, the rows of administrative bodies, and what the prose calls so.
  Facts running_costs() const {
    Facts facts;
    const patterns::Pattern& operation = audited_.patterns.checks.words.administrative_operation;
    for (const TableFigures& figures : audited_.tables)
      for (const Fact* fact : figures.facts) {
        const bool is_wanted = is_amount(*fact) && fact->period == year_ &&
                               fact->component == "basic_public" && !fact->value.is_zero();
        if (is_wanted && (fact->line_kind == LineKind::kTotal ||
                          operation.matches(text::normalised(fact->subject))))
          facts.push_back(fact);
      }
    for (std::size_t i = 0; i < audited_.places.size(); ++i) {
      const Fact& fact = audited_.extraction.facts[i];
      if (is_amount(fact) && fact.period == year_ && fact.concept_id == "expenditure.public")
        facts.push_back(&fact);
    }
    return facts;
  }

  /// What the bodies of a department run on is 公用经费 of those that are administrative: no more
  /// than all of it, and no less than that of 行政运行.
  void check_operating_cost() {
    const Facts costs = running_costs();
    if (costs.empty()) return;
    for (std::size_t i = 0; i < audited_.places.size(); ++i) {
      const Fact& fact = audited_.extraction.facts[i];
      const bool is_wanted = is_amount(fact) && fact.period == year_ &&
                             fact.concept_id == "operating_cost" && !fact.value.is_zero();
      if (!is_wanted) continue;
      const auto same = std::find_if(costs.begin(), costs.end(),
                                     [&](const Fact* cost) { return is_near(fact, *cost); });
      if (same != costs.end()) {
        prove({{&fact}, {*same}, true});
        return;
      }
      const auto by_amount = [](const Fact* a, const Fact* b) {
        return *a->amount_yuan < *b->amount_yuan;
      };
      const auto [least, most] = std::minmax_element(costs.begin(), costs.end(), by_amount);
      const bool is_more = *(*most)->amount_yuan < *fact.amount_yuan;
      const bool is_less = *fact.amount_yuan < *(*least)->amount_yuan;
      if (!is_more && !is_less) return;
      const Fact& cost = is_more ? **most : **least;
      report(
          {Check::kCrossTable, "operating_cost"}, Severity::kInfo,
          said(is_more ? Sentence::kRunsOnMore : Sentence::kRunsOnLess,
               {{"printed", with_unit(fact)}, {"cost", with_unit(cost)}, {"name", cost.subject}}),
          {&fact, &cost});
      return;
    }
  }

  /// The projects of a list, and what they come to.
  struct ProjectList {
    const Fact* total = nullptr;
    std::size_t projects = 0;
  };

  ProjectList project_list() const {
    ProjectList list;
    for (const TableFigures& figures : audited_.tables) {
      if (!is_of(figures.table->kind, TableSubject::kProjects)) continue;
      if (list.total != nullptr) return {};
      for (const Fact* fact : figures.facts) {
        if (!is_amount(*fact) || fact->component != "total") continue;
        if (fact->line_kind == LineKind::kTotal && list.total == nullptr) list.total = fact;
        if (fact->line_kind == LineKind::kLeaf) ++list.projects;
      }
    }
    return list;
  }

  bool is_printed_in_tables(const Fact& amount) const {
    for (const TableFigures& figures : audited_.tables)
      for (const Fact* fact : figures.facts)
        if (is_amount(*fact) && is_near(amount, *fact)) return true;
    return false;
  }

  /// 涉及项目10个、资金933万元: as many projects as the table lists have what it comes to.
  void check_goals() {
    const ProjectList list = project_list();
    if (list.total == nullptr || list.projects == 0) return;
    const auto& words = audited_.patterns.checks.words;
    const auto& facts = audited_.extraction.facts;
    for (std::size_t i = 0; i + 1 < audited_.places.size(); ++i) {
      const Fact& count = facts[i];
      const Fact& amount = facts[i + 1];
      const bool follow = audited_.places[i].paragraph == audited_.places[i + 1].paragraph &&
                          is_amount(amount) && amount.period == year_ && count.section;
      if (!follow || !words.projects.matches(text::normalised(count.subject)) ||
          !words.unit_of_a_list.matches(count.unit))
        continue;
      const std::string title = text::normalised(
          audited_.extraction.sections[static_cast<std::size_t>(*count.section)].title);
      if (!words.performance_title.matches(title)) continue;
      const bool are_all = count.value == Decimal(static_cast<std::int64_t>(list.projects), 0);
      const auto comparison = compare(*amount_of(amount), {*amount_of(*list.total)});
      if (!comparison) continue;
      const bool holds = comparison->agreement != Agreement::kInconsistent;
      if (!holds && (!are_all || is_printed_in_tables(amount))) {
        ledger_.skip(Check::kTextTable,
                     said(Sentence::kPerhapsOtherProjects, {{"amount", with_unit(amount)}}));
        continue;
      }
      const Said about = said(Sentence::kGoalsOfProjects, {{"count", as_printed(count)}});
      ledger_.record({.check = Check::kTextTable,
                      .formula = with_unit(amount) + " = " + with_unit(*list.total),
                      .facts = {&amount, list.total, &count},
                      .about = about.chinese,
                      .about_en = about.english},
                     *comparison);
    }
  }

  const Audited& audited_;
  Ledger& ledger_;
  int year_ = 0;
};

}  // namespace

void check_related_amounts(const Audited& audited, Ledger& ledger) {
  RelatedAmounts(audited, ledger).check();
}

}  // namespace mingxi::audit
