#include <algorithm>
#include <string>

#include "audit/prose/statement_figures.h"
#include "audit/core/table_figures.h"

namespace mingxi::audit {
namespace {

/// Whether the figure can be the whole or the budget of a ratio with this part.
bool can_be_base(const Fact& base, const Fact& part) {
  return base.measure == Measure::kLevel && base.bound == Bound::kEqual && &base != &part &&
         base.amount_yuan.has_value() == part.amount_yuan.has_value() &&
         (part.amount_yuan || base.unit == part.unit);
}

class Ratios {
 public:
  Ratios(const Audited& audited, Ledger& ledger)
      : facts_(audited.extraction.facts), places_(audited.places), ledger_(ledger) {}

  void check() {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (facts_[i].bound != Bound::kEqual) continue;
      if (facts_[i].measure == Measure::kShare) check_share(i);
      if (facts_[i].measure == Measure::kExecutionRate) check_execution(i);
    }
  }

 private:
  /// The level of the same subject, nearest before.
  const Fact* part_of(std::size_t i) const {
    for (std::size_t k = i; k-- > 0 && facts_[k].section == facts_[i].section;) {
      const Fact& before = facts_[k];
      if (before.measure == Measure::kLevel && before.bound == Bound::kEqual &&
          is_same_subject(before, facts_[i]))
        return &before;
    }
    return nullptr;
  }

  bool is_whole_of(const Fact& whole, const Fact& share) const {
    const std::string name = share.relative_to.value_or("");
    return !name.empty() && (bare_name(whole.subject) == bare_name(name));
  }

  void check_share(std::size_t i) {
    const Fact& share = facts_[i];
    const Fact* part = part_of(i);
    if (part == nullptr) return;
    const auto amount = amount_of(*part);
    if (!amount) return;
    // Any figure before it that fits; else the named whole, which does not.
    const Fact* named = nullptr;
    for (std::size_t k = i; k-- > 0 && facts_[k].section == share.section;) {
      const Fact& whole = facts_[k];
      if (!can_be_base(whole, *part) || whole.period != part->period) continue;
      const auto base = amount_of(whole);
      if (!base || base->value < amount->value) continue;
      const auto comparison = compare_ratio(share.value, *amount, *base);
      if (!comparison) continue;
      if (comparison->agreement != Agreement::kInconsistent) {
        record("share", share, *part, whole, *comparison);
        return;
      }
      if (named == nullptr && is_whole_of(whole, share)) named = &whole;
    }
    if (named == nullptr) return;
    const auto base = amount_of(*named);
    const auto comparison = base ? compare_ratio(share.value, *amount, *base) : std::nullopt;
    if (comparison) record("share", share, *part, *named, *comparison);
  }

  void check_execution(std::size_t i) {
    const Fact& rate = facts_[i];
    const Fact* actual = nullptr;
    const Fact* budget = nullptr;
    for (std::size_t k = i; k-- > 0 && places_[k].paragraph == places_[i].paragraph;) {
      const Fact& before = facts_[k];
      if (before.measure != Measure::kLevel || !is_same_subject(before, rate)) continue;
      if (before.period != rate.period) continue;
      if (before.basis == Basis::kActual && actual == nullptr) actual = &before;
      const bool is_budget = before.basis == Basis::kBudget || before.basis == Basis::kAdjusted;
      if (is_budget && budget == nullptr) budget = &before;
      if (actual != nullptr && budget != nullptr) break;
    }
    if (actual == nullptr || budget == nullptr) return;
    const auto part = amount_of(*actual);
    const auto base = amount_of(*budget);
    if (!part || !base) return;
    const auto comparison = compare_ratio(rate.value, *part, *base);
    if (comparison) record("execution_rate", rate, *actual, *budget, *comparison);
  }

  void record(const char* check, const Fact& ratio, const Fact& part, const Fact& base,
              const Comparison& comparison) {
    ledger_.record({.check = check,
                    .formula = part.value.text() + " / " + base.value.text() + " = " +
                               ratio.value.text() + "%",
                    .facts = {&ratio, &part, &base},
                    .about = ratio.subject,
                    .about_en = ratio.subject},
                   comparison);
  }

  const std::vector<Fact>& facts_;
  const std::vector<FactPlace>& places_;
  Ledger& ledger_;
};

}  // namespace

void check_shares(const Audited& audited, Ledger& ledger) { Ratios(audited, ledger).check(); }

}  // namespace mingxi::audit
