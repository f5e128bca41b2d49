#include "facts/tables/times.h"

#include <algorithm>
#include <string>

namespace mingxi::facts {
namespace {

std::optional<int> year_in(std::string_view text, const patterns::TableRules& rules) {
  const auto match = rules.times.find("year", text);
  if (!match) return std::nullopt;
  return std::stoi(std::string(rules.times.group("year", *match, "year")));
}

std::optional<Basis> basis_in(std::string_view text, const patterns::TableRules& rules) {
  constexpr std::pair<const char*, Basis> kBases[] = {{"estimated", Basis::kEstimated},
                                                      {"actual", Basis::kActual},
                                                      {"adjusted", Basis::kAdjusted},
                                                      {"budget", Basis::kBudget}};
  for (const auto& [label, basis] : kBases)
    if (rules.times.is(label, text)) return basis;
  return std::nullopt;
}

std::optional<Measure> measure_in(std::string_view text, const patterns::TableRules& rules) {
  constexpr std::pair<const char*, Measure> kMeasures[] = {
      {"change_rate", Measure::kChangeRate},
      {"share", Measure::kShare},
      {"execution_rate", Measure::kExecutionRate},
      {"change", Measure::kChange}};
  for (const auto& [label, measure] : kMeasures)
    if (rules.times.is(label, text)) return measure;
  return std::nullopt;
}

}  // namespace

void add_time(std::string_view text, const patterns::TableRules& rules, TimeWords& to) {
  if (const auto measure = measure_in(text, rules)) to.measure = measure;
  // 2026年预算数比2025年执行数增减: what follows the word of comparison is the base.
  std::string_view base;
  if (const auto compares = rules.times.find("compares", text)) {
    const std::string_view word = rules.times.group("compares", *compares, "word");
    const auto at = static_cast<std::size_t>(word.data() - text.data());
    base = text.substr(at + word.size());
    text = text.substr(0, at);
    to.base_year = year_in(base, rules);
    to.base_basis = basis_in(base, rules);
  }
  if (const auto year = year_in(text, rules)) to.year = year;
  if (rules.times.is("last_year", text)) to.is_last_year = true;
  if (const auto basis = basis_in(text, rules)) to.basis = basis;
}

bool is_time_alone(std::string_view text, const patterns::TableRules& rules) {
  return rules.times.is("alone", text);
}

void set_time(const TimeWords& column, const TimeWords& row, const Identity& identity, Fact& fact) {
  const bool is_account = identity.kind == DocumentKind::kFinalAccount;
  const int year = identity.fiscal_year.value_or(0);
  const auto said = [](const auto& first, const auto& second) { return first ? first : second; };
  fact.measure = said(row.measure, column.measure).value_or(Measure::kLevel);
  const Basis own = is_account ? Basis::kActual : Basis::kBudget;
  Basis basis = said(row.basis, column.basis).value_or(own);
  // The outturn of a budget's last year is not final yet; that of a final account is.
  if (basis == Basis::kEstimated && is_account) basis = Basis::kActual;
  fact.basis = basis;
  const bool is_last = (row.is_last_year || column.is_last_year) && year > 0;
  fact.period = said(row.year, column.year).value_or(is_last ? year - 1 : year);
  switch (fact.measure) {
    case Measure::kChange:
    case Measure::kChangeRate: {
      // The figure that changes is the document's own, whatever it is compared with.
      fact.period = std::max(fact.period, year);
      const auto base_basis = said(row.base_basis, column.base_basis);
      const auto base_year = said(row.base_year, column.base_year);
      if (is_account && base_basis && !base_year &&
          (*base_basis == Basis::kBudget || *base_basis == Basis::kAdjusted)) {
        fact.relative_to = *base_basis;
      } else {
        fact.relative_to = base_year.value_or(fact.period - 1);
        fact.relative_basis = base_basis;
      }
      if (basis == Basis::kEstimated) {
        fact.basis = own;
        if (!fact.relative_basis) fact.relative_basis = Basis::kEstimated;
      }
      break;
    }
    case Measure::kExecutionRate:
      fact.basis = Basis::kActual;
      break;
    case Measure::kLevel:
    case Measure::kShare:
      break;
  }
}

}  // namespace mingxi::facts
