// Contributions and allowances have an item in the functional and one in the economic
// classification: two figures of one payment.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "audit/between/named_figures.h"
#include "audit/core/stages.h"
#include "audit/core/sums.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kClassDigits = 3;
constexpr std::size_t kMaxNamed = 3;

class Payments {
 public:
  Payments(const Audited& audited, Ledger& ledger) : audited_(audited), ledger_(ledger) {
    year_ = audited.extraction.identity.fiscal_year.value_or(0);
  }

  void check() {
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

  static std::optional<Comparison> compared(const Facts& a, const Facts& b) {
    const auto one = sum_of(a);
    const auto other = sum_of(b);
    return one && other ? compare(*one, {*other}) : std::nullopt;
  }

  /// Figures that several tables print alike, once.
  static Facts each_once(const Facts& facts) {
    Facts once;
    for (const Fact* fact : facts)
      if (std::none_of(once.begin(), once.end(),
                       [&](const Fact* other) { return is_near(*fact, *other); }))
        once.push_back(fact);
    return once;
  }

  static Payment paired(const Facts& left, const Facts& right) {
    const std::vector<Facts> others = choices_of(right);
    for (const Facts& a : choices_of(left))
      for (const Facts& b : others) {
        const auto comparison = compared(a, b);
        if (comparison && comparison->agreement != Agreement::kInconsistent) return {a, b, true};
      }
    return {each_once(left), each_once(right), false};
  }

  void report(const Payment& payment, std::size_t agreed) {
    const Fact& a = *payment.functional.front();
    const Fact& b = *payment.economic.front();
    ledger_.note({Check::kCrossTable, "payments"},
                 said(Sentence::kPaymentsDiffer, {{"first", a.subject},
                                                  {"a", with_unit(a)},
                                                  {"second", b.subject},
                                                  {"b", with_unit(b)},
                                                  {"count", std::to_string(agreed)}}),
                 {&a, &b});
  }

  void prove(const Payment& payment) {
    const bool is_sum = payment.functional.size() == 1 || payment.economic.size() > 1;
    const Facts& whole = is_sum ? payment.functional : payment.economic;
    const Facts& parts = is_sum ? payment.economic : payment.functional;
    const auto comparison = compared(whole, parts);
    if (!comparison) return;
    Facts facts = whole;
    facts.insert(facts.end(), parts.begin(), parts.end());
    const Said about = said(Sentence::kTwoPlaces, {{"first", whole.front()->subject},
                                                   {"second", parts.front()->subject}});
    ledger_.record({.check = Check::kCrossTable,
                    .formula = printed_sum(whole) + " = " + printed_sum(parts),
                    .facts = facts,
                    .about = about,
                    .relation = parts.size() > 1 ? Relation::kSum : Relation::kEqual},
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
    ledger_.note({Check::kCrossTable, "payments"}, said(Sentence::kNoSuchClass, {{"items", items}}),
                 facts);
  }

  const Audited& audited_;
  Ledger& ledger_;
  int year_ = 0;
};

}  // namespace

void check_payments(const Audited& audited, Ledger& ledger) { Payments(audited, ledger).check(); }

}  // namespace mingxi::audit
