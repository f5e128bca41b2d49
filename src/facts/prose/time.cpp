#include "facts/prose/time.h"

#include <charconv>

#include "text/numerals.h"

namespace mingxi::facts {
namespace {

int year_at(std::string_view text) {
  int year = 0;
  std::from_chars(text.data(), text.data() + 4, year);
  return year;
}

/// The last match in the text; nothing if there is none.
std::optional<patterns::Match> last_match(const patterns::Expression& expression,
                                          std::string_view text) {
  std::optional<patterns::Match> result;
  std::size_t from = 0;
  while (auto match = expression.find(text, from)) {
    from = match->last() > match->first() ? match->last() : match->last() + 1;
    result = match;
    if (from >= text.size()) break;
  }
  return result;
}

}  // namespace

std::optional<int> Comparison::year() const {
  const int* year = relative_to ? std::get_if<int>(&*relative_to) : nullptr;
  return year != nullptr ? std::optional(*year) : std::nullopt;
}

Time::Time(const Identity& identity, const patterns::StatementRules& rules)
    : rules_(rules),
      fiscal_year_(identity.fiscal_year.value_or(0)),
      is_final_account_(identity.kind == DocumentKind::kFinalAccount) {}

std::optional<Basis> Time::basis(std::string_view text) const {
  for (const patterns::BasisRule& rule : rules_.bases) {
    if (rule.pattern.matches(text)) {
      return is_final_account_ ? rule.in_final_account : rule.in_budget;
    }
  }
  return std::nullopt;
}

std::optional<Comparison> Time::comparison(std::string_view text) const {
  const patterns::StatementExpressions::Compare& compare = rules_.expressions.compare;
  const auto match = last_match(compare.pattern, text);
  if (!match) return std::nullopt;
  Comparison result{.first = match->first(), .last = match->last()};
  if (match->group(compare.same_time)) {
    result.relative_to = base_of(last_year());
    result.same_time = true;
    return result;
  }
  if (const auto period = match->group(compare.period)) {
    const bool is_year = period->front() == '2';
    result.relative_to = base_of(is_year ? year_at(*period) : last_year());
    if (const auto basis_word = match->group(compare.basis)) {
      result.basis = basis(*basis_word).value_or(Basis::kBudget);
    }
    return result;
  }
  const auto basis_word = match->group(compare.basis_only).value_or(std::string_view());
  const Basis named = basis(basis_word).value_or(Basis::kBudget);
  if (is_final_account_) {
    result.relative_to = named == Basis::kAdjusted ? Basis::kAdjusted : Basis::kBudget;
  } else {
    result.relative_to = base_of(last_year());
    result.basis = named;
  }
  return result;
}

std::optional<int> Time::period(std::string_view text) const {
  const patterns::StatementExpressions& expressions = rules_.expressions;
  const auto match = last_match(expressions.period.pattern, text);
  if (!match) return std::nullopt;
  // 上年结转 is a name.
  if (expressions.keep_carry_over.matches(text.substr(match->last()))) return std::nullopt;
  if (const auto year = match->group(expressions.period.group)) return year_at(*year);
  return last_year();
}

std::optional<int> Time::end_of_plan(std::string_view text) const {
  constexpr int kEndOfPlanBeforeFirst = 1950;  // the plans are of five years, the 14th to 2025
  constexpr int kYearsOfPlan = 5;
  const std::string_view number = rules_.expressions.end_of_plan.in(text);
  const auto plan = number.empty() ? std::nullopt : text::read_words(number, 0);
  if (!plan) return std::nullopt;
  return kEndOfPlanBeforeFirst + kYearsOfPlan +
         kYearsOfPlan * static_cast<int>(plan->value.digits());
}

std::optional<int> Time::as_of(std::string_view text) const {
  const patterns::StatementExpressions::AsOf& as_of = rules_.expressions.as_of;
  const auto match = last_match(as_of.pattern, text);
  if (!match) return std::nullopt;
  for (const int group : {as_of.year, as_of.year_end}) {
    if (const auto year = match->group(group)) return year_at(*year);
  }
  return last_year();
}

}  // namespace mingxi::facts
