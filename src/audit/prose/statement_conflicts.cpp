#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "audit/prose/statement_figures.h"
#include "audit/core/table_figures.h"

namespace mingxi::audit {
namespace {

bool is_budget_level(const Fact& fact) {
  return fact.measure == Measure::kLevel && fact.bound == Bound::kEqual && fact.amount_yuan &&
         !fact.value.is_zero();
}

constexpr std::size_t kMinAlike = 3;  // items that two sections print alike

std::string told(const Fact& fact) { return as_printed(fact) + fact.unit; }

/// Two figures that are perhaps of the same.
void report_two(const Fact& one, const Fact& other, Ledger& ledger) {
  Finding finding = finding_of(Check::kConflict, Severity::kInfo, FindingState::kInconsistent,
                               said(Sentence::kPerhapsOneFigure, {{"subject", one.subject},
                                                                  {"value", told(one)},
                                                                  {"other", other.subject},
                                                                  {"other_value", told(other)}}));
  finding.formula = told(one) + " = " + told(other);
  ledger.report(std::move(finding), std::vector<const Fact*>{&one, &other});
}

/// One item with two values in one paragraph.
void check_items(const Audited& audited, Ledger& ledger) {
  const auto& facts = audited.extraction.facts;
  const auto& places = audited.places;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!is_budget_level(facts[i]) || digits_of(facts[i]).size() < 7) continue;
    for (std::size_t k = i + 1; k < places.size(); ++k) {
      if (places[k].paragraph != places[i].paragraph) break;
      const Fact& other = facts[k];
      if (!is_budget_level(other) || other.code != facts[i].code ||
          time_of(other) != time_of(facts[i]))
        continue;
      const auto a = amount_of(facts[i]);
      const auto b = amount_of(other);
      const auto comparison = a && b ? compare(*a, {*b}) : std::nullopt;
      if (!comparison) break;
      ledger.record({.check = Check::kConflict,
                     .formula = told(facts[i]) + " = " + told(other),
                     .facts = {&facts[i], &other},
                     .about = said(Sentence::kTwoValuesInItem, {{"subject", facts[i].subject}})},
                    *comparison);
      break;
    }
  }
}

/// The items of one section by code.
using Items = std::map<std::string, const Fact*>;

/// One item with two values in two sections that agree in all others they share.
void check_items_of_sections(const Audited& audited, Ledger& ledger) {
  std::map<std::tuple<int, int, Basis>, Items> sections;  // period and basis first
  for (std::size_t i = 0; i < audited.places.size(); ++i) {
    const Fact& fact = audited.extraction.facts[i];
    if (!is_budget_level(fact) || digits_of(fact).size() < 7) continue;
    Items& items = sections[{fact.section.value_or(-1), fact.period, fact.basis}];
    // An item with two values in its section is a finding of its own.
    items.emplace(*fact.code, &fact);
  }
  for (auto one = sections.begin(); one != sections.end(); ++one) {
    for (auto other = std::next(one); other != sections.end(); ++other) {
      const auto& [section, period, basis] = one->first;
      const auto& [other_section, other_period, other_basis] = other->first;
      if (period != other_period || basis != other_basis) continue;
      std::vector<std::pair<const Fact*, const Fact*>> differing;
      std::size_t agreeing = 0;
      for (const auto& [code, fact] : one->second) {
        const auto found = other->second.find(code);
        if (found == other->second.end()) continue;
        const auto a = amount_of(*fact);
        const auto b = amount_of(*found->second);
        const auto comparison = a && b ? compare(*a, {*b}) : std::nullopt;
        if (!comparison) continue;
        if (comparison->agreement == Agreement::kInconsistent)
          differing.emplace_back(fact, found->second);
        else
          ++agreeing;
      }
      // With nothing else in common the two are the whole of both sections.
      const bool are_alone = one->second.size() == 1 && other->second.size() == 1;
      if (differing.size() != 1 || (agreeing < kMinAlike && !are_alone)) continue;
      const auto [fact, again] = differing.front();
      const auto comparison = compare(*amount_of(*fact), {*amount_of(*again)});
      ledger.record({.check = Check::kConflict,
                     .formula = told(*fact) + " = " + told(*again),
                     .facts = {fact, again},
                     .about = said(Sentence::kTwoValuesInSections, {{"subject", fact->subject}}),
                     .support = Support::kWeak},
                    *comparison);
    }
  }
}

/// What is held, counted in one place and in another.
void check_counts_of_vehicles(const Audited& audited, Ledger& ledger) {
  const Fact* kept = nullptr;
  const Fact* all = nullptr;
  for (std::size_t i = 0; i < audited.places.size(); ++i) {
    const Fact& fact = audited.extraction.facts[i];
    if (!is_level(fact) || fact.amount_yuan) continue;
    if (fact.concept_id == "vehicles.kept" && kept == nullptr) kept = &fact;
    if (audited.patterns.checks.lists.all_vehicles.matches(bare_name(fact.subject)) &&
        all == nullptr)
      all = &fact;
  }
  if (kept == nullptr || all == nullptr || kept->value == all->value) return;
  if (kept->period != all->period || kept->unit != all->unit) return;
  report_two(*kept, *all, ledger);
}

/// The same number of projects with two amounts in one paragraph.
void check_counts_with_amounts(const Audited& audited, Ledger& ledger) {
  const auto& facts = audited.extraction.facts;
  const auto& places = audited.places;
  const patterns::Pattern& unit_of_a_list = audited.patterns.checks.words.unit_of_a_list;
  const auto is_pair = [&](std::size_t i) {
    return i + 1 < places.size() && places[i].paragraph == places[i + 1].paragraph &&
           is_level(facts[i]) && unit_of_a_list.matches(facts[i].unit) &&
           is_budget_level(facts[i + 1]);
  };
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!is_pair(i)) continue;
    for (std::size_t k = i + 2; k < places.size(); ++k) {
      if (places[k].paragraph != places[i].paragraph) break;
      const bool is_again = is_pair(k) && facts[k].value == facts[i].value &&
                            facts[k + 1].subject == facts[i + 1].subject &&
                            facts[k + 1].period == facts[i + 1].period &&
                            !(facts[k + 1].value == facts[i + 1].value);
      if (is_again) report_two(facts[i + 1], facts[k + 1], ledger);
    }
  }
}

/// What a level was the year before: the level, the base, the change.
struct Growth {
  const Fact* level;
  const Fact* base;
  const Fact* change;
};

std::vector<Growth> growths_of(const Audited& audited) {
  const auto& facts = audited.extraction.facts;
  std::vector<Growth> growths;
  for (std::size_t i = 2; i < audited.places.size(); ++i) {
    const Fact& change = facts[i];
    const Fact& base = facts[i - 1];
    const Fact& level = facts[i - 2];
    const bool is_growth = change.measure == Measure::kChange && base.measure == Measure::kLevel &&
                           is_budget_level(level) && is_same_subject(level, base) &&
                           is_same_subject(level, change) && level.period == change.period &&
                           change.relative_to == Base(base.period);
    if (is_growth) growths.push_back({&level, &base, &change});
  }
  return growths;
}

/// Two expenditures of one section that are the same this year but were not last year.
void check_last_years(const Audited& audited, Ledger& ledger) {
  const auto names_all = [](const Fact& fact) { return fact.concept_id == "expenditure.total"; };
  const std::vector<Growth> growths = growths_of(audited);
  for (std::size_t i = 0; i < growths.size(); ++i) {
    for (std::size_t k = i + 1; k < growths.size(); ++k) {
      const Growth& a = growths[i];
      const Growth& b = growths[k];
      const bool is_same_now = a.level->section == b.level->section && names_all(*a.level) &&
                               names_all(*b.level) && time_of(*a.level) == time_of(*b.level) &&
                               *a.level->amount_yuan == *b.level->amount_yuan;
      if (!is_same_now || a.base->value == b.base->value) continue;
      Finding finding =
          finding_of(Check::kConflict, Severity::kError, FindingState::kInconsistent,
                     said(Sentence::kSameOnlyThisYear, {{"subject", a.level->subject},
                                                        {"other", b.level->subject},
                                                        {"value", told(*a.level)},
                                                        {"base", told(*a.base)},
                                                        {"other_base", told(*b.base)},
                                                        {"change", told(*a.change)},
                                                        {"other_change", told(*b.change)}}));
      finding.formula = a.base->value.text() + " = " + b.base->value.text();
      ledger.explain(std::move(finding), {a.base, b.base, a.change, b.change});
    }
  }
}

}  // namespace

void check_conflicts(const Audited& audited, Ledger& ledger) {
  check_items(audited, ledger);
  check_items_of_sections(audited, ledger);
  check_counts_of_vehicles(audited, ledger);
  check_counts_with_amounts(audited, ledger);
  check_last_years(audited, ledger);
}

}  // namespace mingxi::audit
