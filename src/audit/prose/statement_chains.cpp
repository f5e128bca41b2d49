// A chain is what a sentence says of one subject: this year's figure, what it is compared with, the
// change, the rate. A link that is left out follows from the others: a base not printed is the
// figure less the change.

#include <algorithm>
#include <string>

#include "audit/core/stages.h"
#include "audit/prose/statement_figures.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kFarthestBack = 40;  // figures between a level and what is said of it

/// What is said of one subject, compared with one year.
struct Chain {
  const Fact* level = nullptr;
  const Fact* base = nullptr;
  const Fact* change = nullptr;
  const Fact* rate = nullptr;
};

class Chains {
 public:
  Chains(const Audited& audited, Ledger& ledger)
      : facts_(audited.extraction.facts), places_(audited.places), ledger_(ledger) {}

  void check() {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const Fact& fact = facts_[i];
      if (fact.measure == Measure::kChange && fact.bound == Bound::kEqual) {
        Chain chain = chain_of(i);
        chain.change = &fact;
        if (const Fact* rate = rate_after(i)) chain.rate = rate;
        check_change(chain);
        check_rate(chain);
      } else if (fact.measure == Measure::kChangeRate && !follows_its_change(i)) {
        Chain chain = chain_of(i);
        chain.rate = &fact;
        check_rate_alone(chain);
      }
    }
  }

 private:
  /// The level a change is of, and the base it is measured from: nearest before, in its section.
  Chain chain_of(std::size_t i) const {
    Chain chain;
    const Fact& fact = facts_[i];
    const std::size_t first = i > kFarthestBack ? i - kFarthestBack : 0;
    for (std::size_t k = i; k-- > first;) {
      const Fact& before = facts_[k];
      if (before.section != fact.section) break;
      if (before.measure != Measure::kLevel || before.bound != Bound::kEqual) continue;
      if (!is_same_subject(before, fact)) continue;
      const bool is_base = fact.relative_to == std::to_string(before.period) ||
                           (fact.relative_to == "budget" && before.basis == Basis::kBudget) ||
                           (fact.relative_to == "adjusted" && before.basis == Basis::kAdjusted);
      const bool is_level = before.period == fact.period && before.basis == fact.basis;
      if (is_level && chain.level == nullptr) {
        chain.level = &before;
      } else if (is_base && chain.base == nullptr) {
        chain.base = &before;
      }
      if (chain.level != nullptr && chain.base != nullptr) break;
    }
    return chain;
  }

  const Fact* rate_after(std::size_t i) const {
    for (std::size_t k = i + 1; k < places_.size() && k <= i + 2; ++k) {
      const Fact& next = facts_[k];
      if (places_[k].paragraph != places_[i].paragraph) return nullptr;
      if (next.measure == Measure::kChangeRate && next.relative_to == facts_[i].relative_to &&
          is_same_subject(next, facts_[i]) && next.bound == Bound::kEqual)
        return &next;
      if (next.measure == Measure::kLevel || next.measure == Measure::kChange) return nullptr;
    }
    return nullptr;
  }

  bool follows_its_change(std::size_t i) const {
    for (std::size_t k = i; k-- > 0 && k + 2 >= i;)
      if (facts_[k].measure == Measure::kChange && rate_after(k) == &facts_[i]) return true;
    return false;
  }

  void check_change(const Chain& chain) {
    if (chain.level == nullptr || chain.base == nullptr) return;
    const auto change = amount_of(*chain.change);
    const auto level = amount_of(*chain.level);
    const auto base = amount_like(*chain.base, *chain.level);
    if (!change || !level || !base) return;
    const Amount negated{base->value.negated(), base->step};
    const auto comparison = compare(*change, {*level, negated});
    if (!comparison) return;
    const bool wrong_way = comparison->agreement == Agreement::kInconsistent &&
                           comparison->expected == change->value.negated();
    ledger_.record({.check = wrong_way ? "direction" : "change",
                    .formula = chain.level->value.text() + " - " + chain.base->value.text() +
                               " = " + chain.change->value.text(),
                    .facts = {chain.change, chain.level, chain.base},
                    .about = chain.change->subject + "的增减额",
                    .about_en = "The change of " + chain.change->subject},
                   *comparison);
  }

  void check_rate(const Chain& chain) {
    if (chain.rate == nullptr) return;
    const auto change = amount_of(*chain.change);
    if (!change) return;
    std::optional<Amount> base;
    std::string printed_base;
    std::vector<const Fact*> facts = {chain.rate, chain.change};
    if (chain.base != nullptr && chain.level != nullptr) {
      base = amount_like(*chain.base, *chain.level);
      printed_base = chain.base->value.text();
      facts.push_back(chain.base);
    } else if (chain.level != nullptr) {
      const auto level = amount_of(*chain.level);
      const auto value = level ? level->value.minus(change->value) : std::nullopt;
      const auto step = level ? level->step.plus(change->step) : std::nullopt;
      if (value && step) base = Amount{*value, *step};
      const bool falls = chain.change->value.is_negative();
      printed_base = "(" + chain.level->value.text() + (falls ? " + " : " - ") +
                     unsigned_number(*chain.change) + ")";
      facts.push_back(chain.level);
    }
    if (!base) return;
    const std::string formula = unsigned_number(*chain.change) + " / " + printed_base + " = " +
                                unsigned_number(*chain.rate) + "%";
    if (base->value.is_zero()) {
      if (!change->value.is_zero()) find_zero_base(chain, formula, facts);
      return;
    }
    const auto comparison = compare_ratio(chain.rate->value, *change, *base);
    if (!comparison || says_nothing_of_the_rate(*comparison)) return;
    ledger_.record({.check = "rate",
                    .formula = formula,
                    .facts = facts,
                    .about = chain.rate->subject + "的增减幅度",
                    .about_en = "The rate of change of " + chain.rate->subject},
                   *comparison);
  }

  /// A change so small that its digits say nothing of the rate.
  static bool says_nothing_of_the_rate(const Comparison& comparison) {
    const Decimal wide(20, 0);
    return wide < comparison.tolerance;
  }

  void find_zero_base(const Chain& chain, const std::string& formula,
                      const std::vector<const Fact*>& facts) {
    ledger_.report({.check = "rate",
                    .severity = Severity::kError,
                    .state = FindingState::kInconsistent,
                    .message = chain.rate->subject + "由 0 增加 " + chain.change->value.text() +
                               chain.change->unit + "，增减幅度却写为 " + chain.rate->value.text() +
                               "%：基数为 0 时没有增减幅度，请核对原文。",
                    .message_en = chain.rate->subject + " grew by " + chain.change->value.text() +
                                  chain.change->unit + " from 0, yet the rate reads " +
                                  chain.rate->value.text() +
                                  "%: from 0 there is no rate; please check the original.",
                    .formula = formula},
                   facts);
  }

  void check_rate_alone(const Chain& chain) {
    if (chain.level == nullptr || chain.base == nullptr || chain.rate->bound != Bound::kEqual)
      return;
    const auto level = amount_of(*chain.level);
    const auto base = amount_like(*chain.base, *chain.level);
    if (!level || !base || base->value.is_zero()) return;
    const auto value = level->value.minus(base->value);
    const auto step = level->step.plus(base->step);
    if (!value || !step) return;
    const auto comparison = compare_ratio(chain.rate->value, {*value, *step}, *base);
    if (!comparison) return;
    const bool wrong_way = value->is_negative() != chain.rate->value.is_negative() &&
                           comparison->agreement == Agreement::kInconsistent;
    ledger_.record(
        {.check = wrong_way ? "direction" : "rate",
         .formula = "(" + chain.level->value.text() + " - " + chain.base->value.text() + ") / " +
                    chain.base->value.text() + " = " + chain.rate->value.text() + "%",
         .facts = {chain.rate, chain.level, chain.base},
         .about = chain.rate->subject + "的增减幅度",
         .about_en = "The rate of change of " + chain.rate->subject},
        *comparison);
  }

  const std::vector<Fact>& facts_;
  const std::vector<FactPlace>& places_;
  Ledger& ledger_;
};

}  // namespace

void check_chains(const Audited& audited, Ledger& ledger) { Chains(audited, ledger).check(); }

}  // namespace mingxi::audit
