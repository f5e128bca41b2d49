// A share has a part, the level it is said of, and a whole. The whole is the figure that fits, or
// the one that the share names: in its section, else anywhere in the document, by its head noun
// (总量 and 总额 are one). A ratio that fails is looked at again with the other figures of its
// paragraph.

#include <algorithm>
#include <map>
#include <string>

#include "audit/core/table_figures.h"
#include "audit/prose/statement_figures.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

/// The whole that a share is of, as printed; empty where none is said.
std::string whole_of(const Fact& share) {
  const auto* whole = share.relative_to ? std::get_if<std::string>(&*share.relative_to) : nullptr;
  return whole != nullptr ? *whole : std::string();
}

constexpr std::size_t kMinShares = 2;

/// Whether the figure can be the whole or the budget of a ratio with this part.
bool can_be_base(const Fact& base, const Fact& part) {
  return base.measure == Measure::kLevel && base.bound == Bound::kEqual && &base != &part &&
         base.amount_yuan.has_value() == part.amount_yuan.has_value() &&
         (part.amount_yuan || base.unit == part.unit);
}

class Ratios {
 public:
  Ratios(const Audited& audited, Ledger& ledger)
      : facts_(audited.extraction.facts),
        places_(audited.places),
        paragraphs_(audited.layout.paragraphs),
        rules_(audited.patterns.checks),
        components_(audited.patterns.tables.components),
        ledger_(ledger) {}

  void check() {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (facts_[i].bound != Bound::kEqual) continue;
      if (facts_[i].measure == Measure::kShare) check_share(i);
      if (facts_[i].measure == Measure::kExecutionRate) check_execution(i);
    }
    check_hundred();
  }

 private:
  /// A part and its whole, or an outcome and its budget, with how the ratio agrees.
  struct Fit {
    const Fact* part = nullptr;
    const Fact* base = nullptr;
    std::optional<Comparison> comparison;

    bool holds() const { return comparison && comparison->agreement != Agreement::kInconsistent; }
  };

  static Fit fit_of(const Fact& ratio, const Fact& part, const Fact& base) {
    const auto amount = amount_of(part);
    const auto of = amount_of(base);
    if (!amount || !of) return {&part, &base, std::nullopt};
    return {&part, &base, compare_ratio(ratio.value, *amount, *of)};
  }

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

  /// The head noun of a name: 固定资产 of 固定资产总额, 支出 of 本年支出合计.
  std::string stem(std::string_view name) const {
    std::string bare = bare_name(name);
    const auto tail = rules_.lists.tail.find(bare);
    if (tail && tail->first() > 0) bare.resize(tail->first());
    const auto lead = rules_.lists.lead_of_name.find(bare);
    if (lead && lead->last() < bare.size()) bare.erase(0, lead->last());
    return bare;
  }

  void check_share(std::size_t i) {
    const Fact& share = facts_[i];
    const Fact* part = part_of(i);
    if (part == nullptr) return;
    const auto amount = amount_of(*part);
    if (!amount) return;
    Fit named;
    for (std::size_t k = i; k-- > 0 && facts_[k].section == share.section;) {
      const Fact& whole = facts_[k];
      if (!can_be_base(whole, *part) || whole.period != part->period) continue;
      const auto base = amount_of(whole);
      if (!base || base->value < amount->value) continue;
      const Fit fit = fit_of(share, *part, whole);
      if (fit.holds()) return record(Check::kShare, share, fit, Support::kFirm);
      const bool is_named =
          !whole_of(share).empty() && stem(whole.subject) == stem(whole_of(share));
      if (is_named && named.base == nullptr && fit.comparison) named = fit;
    }
    if (named.base == nullptr) {
      const auto fits = wholes_elsewhere(share, *part);
      const auto held =
          std::find_if(fits.begin(), fits.end(), [](const Fit& fit) { return fit.holds(); });
      if (held != fits.end()) return record(Check::kShare, share, *held, Support::kFirm);
      const bool is_one_value = std::all_of(fits.begin(), fits.end(), [&](const Fit& fit) {
        return fit.base->amount_yuan == fits.front().base->amount_yuan &&
               fit.base->value == fits.front().base->value;
      });
      if (fits.empty()) return check_wider_whole(share, *part);
      if (!is_one_value) return;
      named = fits.front();
    }
    if (!fits_another(i, named)) record(Check::kShare, share, named, Support::kFirm);
  }

  /// The figures of the document that a share names as its whole.
  std::vector<Fit> wholes_elsewhere(const Fact& share, const Fact& part) const {
    std::vector<Fit> same;
    const std::string name = stem(whole_of(share));
    // A whole that the words do not name was only inferred.
    const std::string words = text::normalised(share.evidence.quote);
    if (name.empty() || words.find(name) == std::string::npos) return same;
    for (std::size_t k = 0; k < places_.size(); ++k) {
      const Fact& whole = facts_[k];
      if (!can_be_base(whole, part) || whole.period != part.period || whole.basis != part.basis ||
          whole.value.is_zero())
        continue;
      if (stem(whole.subject) != name) continue;
      Fit fit = fit_of(share, part, whole);
      if (fit.comparison) same.push_back(std::move(fit));
    }
    return same;
  }

  /// Whether words before a name say of which money it is.
  bool is_money(std::string_view words) const {
    const auto component = components_.of(words);
    return component == "general_budget" || component == "gov_fund" ||
           component == "state_capital" || component == "appropriation";
  }

  /// 占一般公共预算项目支出总额的100%, where only 项目支出 is stated: of all money together, the
  /// whole cannot be less than a part of it.
  void check_wider_whole(const Fact& share, const Fact& part) {
    const std::string name = share.relative_to ? stem(text_of(*share.relative_to)) : std::string();
    for (std::size_t k = 0; k < places_.size(); ++k) {
      const Fact& whole = facts_[k];
      const std::string wider = stem(whole.subject);
      const bool is_wider = !wider.empty() && name.size() > wider.size() && name.ends_with(wider) &&
                            is_money(std::string_view(name).substr(0, name.size() - wider.size()));
      if (!is_wider || !can_be_base(whole, part) || whole.period != part.period ||
          whole.basis != part.basis || whole.value.is_zero())
        continue;
      const Fit fit = fit_of(share, part, whole);
      const auto amount = amount_of(part);
      const auto base = amount_of(whole);
      if (fit.comparison && !fit.holds() && amount && base && base->value < amount->value)
        record(Check::kShare, share, fit, Support::kWeak);
      return;
    }
  }

  /// The levels of the paragraph of a figure before it.
  std::vector<const Fact*> levels_before(std::size_t i) const {
    std::vector<const Fact*> levels;
    for (std::size_t k = i; k-- > 0 && places_[k].paragraph == places_[i].paragraph;)
      if (facts_[k].measure == Measure::kLevel && facts_[k].bound == Bound::kEqual)
        levels.push_back(&facts_[k]);
    return levels;
  }

  /// Whether a share that fails is that of another figure of its paragraph.
  bool fits_another(std::size_t i, const Fit& failed) {
    if (failed.holds()) return false;
    const Fact& share = facts_[i];
    for (const Fact* part : levels_before(i)) {
      if (part == failed.part || !can_be_base(*failed.base, *part)) continue;
      const Fit fit = fit_of(share, *part, *failed.base);
      if (!fit.holds()) continue;
      ledger_.exonerate(check_of(Check::kShare, share, failed),
                        said(Sentence::kFitsInParagraph, {{"name", part->subject}}));
      record(Check::kShare, share, fit, Support::kFirm);
      return true;
    }
    const auto base = sum_of_parts(i);
    const auto part = amount_of(*failed.part);
    const auto comparison = base && part ? compare_ratio(share.value, *part, *base) : std::nullopt;
    if (!comparison || comparison->agreement == Agreement::kInconsistent) return false;
    ledger_.exonerate(check_of(Check::kShare, share, failed), said(Sentence::kFitsSumOfParts));
    return true;
  }

  /// The sum of the parts that the shares of one whole are of, in the section of one of them.
  std::optional<Amount> sum_of_parts(std::size_t i) const {
    std::optional<Amount> sum;
    std::size_t count = 0;
    for (std::size_t k = 0; k < places_.size(); ++k) {
      const bool is_sister = facts_[k].measure == Measure::kShare &&
                             facts_[k].section == facts_[i].section &&
                             facts_[k].relative_to == facts_[i].relative_to;
      const Fact* part = is_sister ? part_of(k) : nullptr;
      const auto amount = part != nullptr ? amount_of(*part) : std::nullopt;
      if (!amount) continue;
      const auto value = sum ? sum->value.plus(amount->value) : amount->value;
      const auto step = sum ? sum->step.plus(amount->step) : amount->step;
      if (!value || !step) return std::nullopt;
      sum = Amount{*value, *step};
      ++count;
    }
    return count >= kMinShares ? sum : std::nullopt;
  }

  void check_execution(std::size_t i) {
    const Fact& rate = facts_[i];
    const std::vector<const Fact*> levels = levels_before(i);
    const auto nearest = [&](bool is_actual) {
      const auto found = std::find_if(levels.begin(), levels.end(), [&](const Fact* level) {
        const bool is_budget = level->basis == Basis::kBudget || level->basis == Basis::kAdjusted;
        return is_same_subject(*level, rate) && level->period == rate.period &&
               (is_actual ? level->basis == Basis::kActual : is_budget);
      });
      return found == levels.end() ? nullptr : *found;
    };
    const Fact* actual = nearest(true);
    const Fact* budget = nearest(false);
    if (actual != nullptr && budget != nullptr) {
      const Fit fit = fit_of(rate, *actual, *budget);
      if (budget->value.is_zero()) return check_zero_budget(rate, *actual, *budget);
      if (fit.holds()) return record(Check::kExecutionRate, rate, fit, Support::kFirm);
    }
    // Two other figures of the sentence, outcome and budget.
    for (const Fact* part : levels) {
      for (const Fact* base : levels) {
        if (part == base || !can_be_base(*base, *part) || base->period != part->period) continue;
        const Fit fit = fit_of(rate, *part, *base);
        if (!fit.holds()) continue;
        if (actual != nullptr && budget != nullptr)
          ledger_.exonerate(check_of(Check::kExecutionRate, rate, fit_of(rate, *actual, *budget)),
                            said(Sentence::kFitsInParagraph, {{"name", part->subject}}));
        return record(Check::kExecutionRate, rate, fit, Support::kFirm);
      }
    }
    if (actual != nullptr && budget != nullptr)
      record(Check::kExecutionRate, rate, fit_of(rate, *actual, *budget), Support::kFirm);
  }

  void check_zero_budget(const Fact& rate, const Fact& actual, const Fact& budget) {
    if (actual.value.is_zero()) return;
    const std::string outcome = as_printed(actual) + actual.unit;
    Finding finding = finding_of(
        Check::kExecutionRate, Severity::kError, FindingState::kInconsistent,
        said(Sentence::kRateOfNoBudget,
             {{"subject", rate.subject}, {"outcome", outcome}, {"rate", as_printed(rate)}}));
    finding.formula =
        as_printed(actual) + " / " + as_printed(budget) + " = " + as_printed(rate) + "%";
    ledger_.report(std::move(finding), std::vector<const Fact*>{&rate, &actual, &budget});
  }

  /// Shares of one whole, side by side, make up 100 %; more than that contradicts.
  void check_hundred() {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (facts_[i].measure != Measure::kShare) continue;
      std::vector<const Fact*> shares;
      std::size_t k = i;
      for (; k < places_.size() && places_[k].paragraph == places_[i].paragraph; ++k) {
        if (facts_[k].measure != Measure::kShare) continue;
        const bool is_repeated = std::any_of(shares.begin(), shares.end(), [&](const Fact* each) {
          return is_same_subject(*each, facts_[k]);
        });
        if (facts_[k].relative_to != facts_[i].relative_to || is_repeated) break;
        if (!shares.empty() && is_nested(shares.back(), k)) break;
        shares.push_back(&facts_[k]);
        if (are_all(shares)) {
          ++k;
          break;
        }
      }
      if (shares.size() >= kMinShares) add_up_to_hundred(shares);
      i = k - 1;
    }
  }

  /// Whether a list within the list begins between two figures.
  bool is_nested(const Fact* before, std::size_t k) const {
    const FactPlace& from = places_[static_cast<std::size_t>(before - facts_.data())];
    const std::string_view text = paragraphs_[from.paragraph].text.utf8();
    return rules_.lists.nested.matches(text.substr(from.last, places_[k].first - from.last));
  }

  /// Whether shares make up 100 %: what follows is another division of the same whole.
  static bool are_all(const std::vector<const Fact*>& shares) {
    std::vector<Amount> amounts;
    for (const Fact* share : shares)
      if (const auto amount = amount_of(*share)) amounts.push_back(*amount);
    const auto comparison = compare({Decimal(100, 0), Decimal()}, amounts);
    return shares.size() >= kMinShares && comparison &&
           comparison->agreement != Agreement::kInconsistent;
  }

  void add_up_to_hundred(const std::vector<const Fact*>& shares) {
    std::vector<Amount> amounts;
    std::string formula = "100% =";
    for (const Fact* share : shares) {
      const auto amount = amount_of(*share);
      if (!amount) return;
      amounts.push_back(*amount);
      formula += (share == shares.front() ? " " : " + ") + as_printed(*share) + "%";
    }
    const auto comparison = compare({Decimal(100, 0), Decimal()}, amounts);
    if (!comparison) return;
    const bool fails = comparison->agreement == Agreement::kInconsistent;
    if (fails && !comparison->difference.is_negative()) return;  // others may not be named
    ledger_.record({.check = {Check::kShare, "whole"},
                    .formula = formula,
                    .facts = shares,
                    .about = said(Sentence::kSharesOf, {{"subject", whole_of(*shares.front())}}),
                    .relation = Relation::kSum,
                    .support = Support::kWeak},
                   *comparison);
  }

  static CheckMade check_of(const CheckName& check, const Fact& ratio, const Fit& fit) {
    return {.check = check,
            .formula = as_printed(*fit.part) + " / " + as_printed(*fit.base) + " = " +
                       as_printed(ratio) + "%",
            .facts = {&ratio, fit.part, fit.base},
            .about = in_both(ratio.subject),
            .relation = Relation::kRatio};
  }

  void record(const CheckName& check, const Fact& ratio, const Fit& fit, Support support) {
    if (!fit.comparison) return;
    CheckMade made = check_of(check, ratio, fit);
    made.support = support;
    ledger_.record(made, *fit.comparison);
  }

  const std::vector<Fact>& facts_;
  const std::vector<FactPlace>& places_;
  const std::vector<Paragraph>& paragraphs_;
  const patterns::CheckRules& rules_;
  const patterns::Labels& components_;
  Ledger& ledger_;
};

}  // namespace

void check_shares(const Audited& audited, Ledger& ledger) { Ratios(audited, ledger).check(); }

}  // namespace mingxi::audit
