// 决算数大于预算数 is said of the outcome and the budget before it in the paragraph. It contradicts
// only where no pair of them is as it says.

#include <string>

#include "audit/prose/statement_figures.h"

namespace mingxi::audit {
namespace {

enum class Order { kLarger, kSmaller, kEqual };

bool is_so(const Fact& actual, const Fact& budget, Order order) {
  const auto outcome = amount_like(actual, budget);
  const auto planned = amount_like(budget, actual);
  if (!outcome || !planned) return true;
  const int sign = outcome->value.compare(planned->value);
  if (order == Order::kEqual) return sign == 0;
  return order == Order::kLarger ? sign > 0 : sign < 0;
}

class Directions {
 public:
  Directions(const Audited& audited, Ledger& ledger) : audited_(audited), ledger_(ledger) {}

  void check() {
    for (std::size_t i = 0; i < audited_.places.size(); ++i) {
      const bool is_first =
          i == 0 || audited_.places[i].paragraph != audited_.places[i - 1].paragraph;
      if (is_first) check_paragraph(i);
    }
  }

 private:
  void check_paragraph(std::size_t first) {
    const std::size_t paragraph = audited_.places[first].paragraph;
    const std::string_view text = audited_.layout.paragraphs[paragraph].text.utf8();
    const patterns::ListPatterns& says = audited_.patterns.checks.lists;
    for (const auto& [pattern, order] : {std::pair(&says.says_larger, Order::kLarger),
                                         std::pair(&says.says_smaller, Order::kSmaller),
                                         std::pair(&says.says_equal, Order::kEqual)}) {
      std::size_t from = 0;
      while (const auto match = pattern->find(text, from)) {
        from = match->last();
        look_at(first, *match, order);
      }
    }
  }

  void look_at(std::size_t first, const patterns::Match& match, Order order) {
    const auto& facts = audited_.extraction.facts;
    const Fact* actual = nullptr;
    const Fact* budget = nullptr;
    for (std::size_t k = first; k < audited_.places.size(); ++k) {
      if (audited_.places[k].paragraph != audited_.places[first].paragraph ||
          audited_.places[k].last > match.first())
        break;
      const Fact& fact = facts[k];
      if (fact.measure != Measure::kLevel || fact.bound != Bound::kEqual || !fact.amount_yuan)
        continue;
      if (fact.basis == Basis::kBudget || fact.basis == Basis::kAdjusted) budget = &fact;
      if (fact.basis != Basis::kActual || budget == nullptr) continue;
      if (!is_same_subject(fact, *budget) || fact.period != budget->period) continue;
      actual = &fact;
      if (is_so(*actual, *budget, order)) return;
    }
    if (actual == nullptr || budget == nullptr || !is_same_subject(*actual, *budget)) return;
    const std::string printed = as_printed(*actual) + actual->unit;
    const std::string planned = as_printed(*budget) + budget->unit;
    const std::string_view words = match.group(0).value_or(std::string_view());
    Finding finding = finding_of(Check::kDirection, Severity::kError, FindingState::kInconsistent,
                                 said(Sentence::kSaidOtherWay, {{"subject", actual->subject},
                                                                {"budget", planned},
                                                                {"outcome", printed},
                                                                {"words", words}}));
    finding.formula = as_printed(*actual) + " - " + as_printed(*budget);
    ledger_.report(std::move(finding), std::vector<const Fact*>{actual, budget});
  }

  const Audited& audited_;
  Ledger& ledger_;
};

}  // namespace

void check_directions(const Audited& audited, Ledger& ledger) {
  Directions(audited, ledger).check();
}

}  // namespace mingxi::audit
