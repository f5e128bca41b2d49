#include <algorithm>
#include <string>

#include "audit/prose/statement_figures.h"
#include "audit/core/table_figures.h"

namespace mingxi::audit {
namespace {

bool is_budget_level(const Fact& fact) {
  return fact.measure == Measure::kLevel && fact.bound == Bound::kEqual && fact.amount_yuan &&
         !fact.value.is_zero();
}

std::string told(const Fact& fact) { return fact.value.text() + fact.unit; }

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
      ledger.record({.check = "conflict",
                     .formula = told(facts[i]) + " = " + told(other),
                     .facts = {&facts[i], &other},
                     .about = "同一项内" + facts[i].subject + "写了两个数",
                     .about_en = facts[i].subject + " has two values in one item"},
                    *comparison);
      break;
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
                           change.relative_to == std::to_string(base.period);
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
      ledger.report(
          {.check = "conflict",
           .severity = Severity::kError,
           .state = FindingState::kInconsistent,
           .message = a.level->subject + "与" + b.level->subject + "本年同为 " + told(*a.level) +
                      "，上年数却为 " + told(*a.base) + " 和 " + told(*b.base) + "，增减额为 " +
                      told(*a.change) + " 和 " + told(*b.change) + "，请核对原文。",
           .message_en = a.level->subject + " and " + b.level->subject + " are both " +
                         told(*a.level) + " this year, but " + told(*a.base) + " and " +
                         told(*b.base) + " the year before, changed by " + told(*a.change) +
                         " and " + told(*b.change) + "; please check the original.",
           .formula = a.base->value.text() + " = " + b.base->value.text()},
          {a.base, b.base, a.change, b.change, a.level, b.level});
    }
  }
}

}  // namespace

void check_conflicts(const Audited& audited, Ledger& ledger) {
  check_items(audited, ledger);
  check_last_years(audited, ledger);
}

}  // namespace mingxi::audit
