// A chain is what a sentence says of one subject: this year's figure, what it is compared with, the
// change, the rate. A link that is left out follows from the others: a base not printed is the
// figure less the change.

#include <algorithm>
#include <string>

#include "audit/core/stages.h"
#include "audit/prose/statement_figures.h"
#include "text/normalise.h"

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
      : facts_(audited.extraction.facts),
        places_(audited.places),
        patterns_(audited.patterns),
        ledger_(ledger) {}

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
      const bool is_base =
          fact.relative_to == Base(before.period) || fact.relative_to == Base(before.basis);
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
    const auto comparison = compare_change(*chain.change, *chain.level, *chain.base);
    if (!change || !comparison) return;
    const bool wrong_way = comparison->agreement == Agreement::kInconsistent &&
                           comparison->expected == change->value.negated();
    const CheckMade made{.check = wrong_way ? Check::kDirection : Check::kChange,
                         .formula = as_printed(*chain.level) + " - " + as_printed(*chain.base) +
                                    " = " + as_printed(*chain.change),
                         .facts = {chain.change, chain.level, chain.base},
                         .about = said(Sentence::kChangeOf, {{"subject", chain.change->subject}}),
                         .relation = Relation::kChange};
    if (comparison->agreement == Agreement::kInconsistent && !wrong_way &&
        is_of_other_figures(*chain.change, made))
      return;
    ledger_.record(made, *comparison);
  }

  static std::optional<Comparison> compare_change(const Fact& change, const Fact& level,
                                                  const Fact& base) {
    const auto printed = amount_like(change, level);
    const auto now = amount_like(level, base);
    const auto before = amount_like(base, level);
    if (!printed || !now || !before) return std::nullopt;
    return compare(*printed, {*now, {before->value.negated(), before->step}});
  }

  /// The levels of the paragraph of a figure, in order.
  std::vector<const Fact*> levels_beside(const Fact& fact) const {
    const auto at = static_cast<std::size_t>(&fact - facts_.data());
    std::size_t first = at;
    while (first > 0 && places_[first - 1].paragraph == places_[at].paragraph) --first;
    std::vector<const Fact*> levels;
    for (std::size_t k = first; k < places_.size(); ++k) {
      if (places_[k].paragraph != places_[at].paragraph) break;
      if (facts_[k].measure == Measure::kLevel && facts_[k].bound == Bound::kEqual)
        levels.push_back(&facts_[k]);
    }
    return levels;
  }

  /// Whether the change is that between two other figures of its paragraph.
  bool is_of_other_figures(const Fact& change, const CheckMade& made) {
    const std::vector<const Fact*> levels = levels_beside(change);
    for (const Fact* level : levels) {
      for (const Fact* base : levels) {
        if (level == base || level->period == base->period) continue;
        const auto comparison = compare_change(change, *level, *base);
        if (!comparison || comparison->agreement != Agreement::kExact) continue;
        ledger_.exonerate(made, said(Sentence::kFitsInParagraph, {{"name", level->subject}}));
        return true;
      }
    }
    return false;
  }

  void check_rate(const Chain& chain) {
    if (chain.rate == nullptr || is_left_open(*chain.rate)) return;
    const auto change = amount_of(*chain.change);
    if (!change) return;
    std::optional<Amount> base;
    std::string printed_base;
    std::vector<const Fact*> facts = {chain.rate, chain.change};
    if (chain.base != nullptr && chain.level != nullptr) {
      base = amount_like(*chain.base, *chain.level);
      printed_base = as_printed(*chain.base);
      facts.push_back(chain.base);
    } else if (chain.level != nullptr) {
      base = base_of(*chain.level, *chain.change);
      printed_base = base_formula(*chain.level, *chain.change);
      facts.push_back(chain.level);
    }
    if (!base) return;
    const CheckMade made{.check = Check::kRate,
                         .formula = rate_formula(*chain.change, printed_base, *chain.rate),
                         .facts = facts,
                         .about = said(Sentence::kRateOf, {{"subject", chain.rate->subject}}),
                         .relation = Relation::kRatio};
    const bool fails_from_zero = base->value.is_zero() && !change->value.is_zero();
    const auto comparison = compare_ratio(chain.rate->value, *change, *base);
    const bool fails =
        fails_from_zero || (comparison && comparison->agreement == Agreement::kInconsistent);
    if (fails && is_rate_of_another(chain, made)) return;
    if (fails_from_zero) {
      report_zero_base(chain, made);
    } else if (base->value.is_zero() && !chain.rate->value.is_zero()) {
      report_rate_of_nothing(chain, made);
    } else if (comparison && !says_nothing_of_the_rate(*comparison)) {
      ledger_.record(made, *comparison);
    }
  }

  /// 下降(增长)20%: the form is reported, not the sign it has by chance.
  bool is_left_open(const Fact& rate) const {
    const std::string quote = text::normalised(rate.evidence.quote);
    const auto rules = patterns_.form.rules_of(patterns::Meaning::kOpenDirection);
    return std::any_of(rules.begin(), rules.end(), [&](const patterns::TextRule* rule) {
      return rule->wording.pattern.matches(quote);
    });
  }

  static std::optional<Amount> base_of(const Fact& level, const Fact& change) {
    const auto now = amount_like(level, change);
    const auto by = amount_like(change, level);
    const auto value = now && by ? now->value.minus(by->value) : std::nullopt;
    const auto step = now && by ? now->step.plus(by->step) : std::nullopt;
    return value && step ? std::optional(Amount{*value, *step}) : std::nullopt;
  }

  static std::string base_formula(const Fact& level, const Fact& change) {
    return "(" + as_printed(level) + (change.value.is_negative() ? " + " : " - ") +
           unsigned_print(change) + ")";
  }

  static std::string rate_formula(const Fact& change, const std::string& base, const Fact& rate) {
    return unsigned_print(change) + " / " + base + " = " + unsigned_print(rate) + "%";
  }

  /// Whether change and rate are those of another figure of the paragraph:
  /// 预算收入1,000万元，其中： 甲800万元、乙200万元，较上年增加100万元，增长11.11%. Then that is
  /// proven.
  bool is_rate_of_another(const Chain& chain, const CheckMade& made) {
    const auto change = amount_of(*chain.change);
    for (const Fact* level : levels_beside(*chain.rate)) {
      if (level == chain.level || level > chain.rate) continue;
      const auto base = base_of(*level, *chain.change);
      if (!base || base->value.is_zero()) continue;
      const auto comparison = compare_ratio(chain.rate->value, *change, *base);
      if (!comparison || comparison->agreement == Agreement::kInconsistent) continue;
      ledger_.exonerate(made, said(Sentence::kFitsInParagraph, {{"name", level->subject}}));
      ledger_.record(
          {.check = Check::kRate,
           .formula = rate_formula(*chain.change, base_formula(*level, *chain.change), *chain.rate),
           .facts = {chain.rate, chain.change, level},
           .about = in_both(level->subject),
           .relation = Relation::kRatio},
          *comparison);
      return true;
    }
    return false;
  }

  /// A change so small that its digits say nothing of the rate.
  static bool says_nothing_of_the_rate(const Comparison& comparison) {
    const Decimal wide(20, 0);
    return wide < comparison.tolerance;
  }

  /// From nothing there is no rate. Many write 100 %; anything else contradicts.
  void report_zero_base(const Chain& chain, const CheckMade& made) {
    const bool is_habit = size_of(chain.rate->value) == Decimal(100, 0);
    report_rate(made, is_habit ? Severity::kInfo : Severity::kError,
                said(is_habit ? Sentence::kNoRateFromZero : Sentence::kWrongRateFromZero,
                     {{"subject", chain.rate->subject},
                      {"change", as_printed(*chain.change) + chain.change->unit},
                      {"rate", as_printed(*chain.rate) + "%"}}));
  }

  void report_rate_of_nothing(const Chain& chain, const CheckMade& made) {
    report_rate(made, Severity::kError,
                said(Sentence::kRateOfNothing,
                     {{"subject", chain.rate->subject}, {"rate", as_printed(*chain.rate) + "%"}}));
  }

  void report_rate(const CheckMade& made, Severity severity, Said words) {
    const bool is_error = severity == Severity::kError;
    Finding finding =
        finding_of(Check::kRate, severity,
                   is_error ? FindingState::kInconsistent : FindingState::kNoted, std::move(words));
    finding.formula = made.formula;
    ledger_.report(std::move(finding), made.facts);
  }

  void check_rate_alone(const Chain& chain) {
    if (chain.level == nullptr || chain.base == nullptr || chain.rate->bound != Bound::kEqual ||
        is_left_open(*chain.rate))
      return;
    const auto level = amount_like(*chain.level, *chain.base);
    const auto base = amount_like(*chain.base, *chain.level);
    if (!level || !base || base->value.is_zero()) return;
    const auto value = level->value.minus(base->value);
    const auto step = level->step.plus(base->step);
    if (!value || !step) return;
    const auto comparison = compare_ratio(chain.rate->value, {*value, *step}, *base);
    if (!comparison) return;
    const bool fails = comparison->agreement == Agreement::kInconsistent;
    const bool wrong_way = value->is_negative() != chain.rate->value.is_negative() && fails;
    const CheckMade made{.check = wrong_way ? Check::kDirection : Check::kRate,
                         .formula = "(" + as_printed(*chain.level) + " - " +
                                    as_printed(*chain.base) + ") / " + as_printed(*chain.base) +
                                    " = " + as_printed(*chain.rate) + "%",
                         .facts = {chain.rate, chain.level, chain.base},
                         .about = said(Sentence::kRateOf, {{"subject", chain.rate->subject}}),
                         .relation = Relation::kRatio};
    if (fails && base_is_the_change(chain, made)) return;
    ledger_.record(made, *comparison);
  }

  /// 比上年1.43万元，增加0.68%: what seems to be the base is the change.
  bool base_is_the_change(const Chain& chain, const CheckMade& made) {
    const auto change = amount_like(*chain.base, *chain.level);
    const auto level = amount_like(*chain.level, *chain.base);
    const bool falls = chain.rate->value.is_negative();
    const auto by = falls ? change->value.negated() : change->value;
    const auto value = level->value.minus(by);
    const auto step = level->step.plus(change->step);
    if (!value || !step || value->is_zero()) return false;
    const auto comparison = compare_ratio(chain.rate->value, {by, change->step}, {*value, *step});
    if (!comparison || comparison->agreement == Agreement::kInconsistent) return false;
    ledger_.exonerate(made, said(Sentence::kIsTheChange, {{"figure", as_printed(*chain.base)}}));
    return true;
  }

  const std::vector<Fact>& facts_;
  const std::vector<FactPlace>& places_;
  const patterns::Patterns& patterns_;
  Ledger& ledger_;
};

}  // namespace

void check_chains(const Audited& audited, Ledger& ledger) { Chains(audited, ledger).check(); }

}  // namespace mingxi::audit
