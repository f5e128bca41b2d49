// Failures have one cause where one misprint would explain both: they share a figure, or a table
// and row, and are off by the same amount.

#include "audit/core/causes.h"

#include <algorithm>
#include <map>

#include "model/disjoint_sets.h"

namespace mingxi::audit {
namespace {

constexpr int kMinSteps = 20;  // of the last digit: smaller differences meet by chance

bool are_about_one_row(const CheckMade& a, const CheckMade& b) {
  const Fact& one = *a.facts.front();
  const Fact& other = *b.facts.front();
  return one.table && one.table == other.table && one.row == other.row;
}

bool share_a_figure(const CheckMade& a, const CheckMade& b) {
  return std::any_of(a.facts.begin(), a.facts.end(), [&](const Fact* fact) {
    return !fact->value.is_zero() &&
           std::find(b.facts.begin(), b.facts.end(), fact) != b.facts.end();
  });
}

/// Whether two sums are across the same columns, and one is of the total row: it is off by what the
/// rows are off.
bool is_sum_of_sums(const CheckMade& a, const CheckMade& b) {
  const auto are_in_one_column = [](const Fact* one, const Fact* other) {
    return one->table && one->table == other->table && one->column == other->column;
  };
  const bool has_total = a.facts.front()->line_kind == LineKind::kTotal ||
                         b.facts.front()->line_kind == LineKind::kTotal;
  const bool is_across = a.facts.front()->row == a.facts.back()->row;
  return has_total && is_across && a.relation == Relation::kSum &&
         std::equal(a.facts.begin(), a.facts.end(), b.facts.begin(), b.facts.end(),
                    are_in_one_column);
}

/// Whether the figures of a ratio are the rate, the part and the base.
bool can_be_filled_in(const CheckMade& ratio) {
  return ratio.facts.size() == 3 &&
         (ratio.check.id == Check::kExecutionRate || ratio.check.id == Check::kShare);
}

/// Whether a ratio holds once a figure of it is replaced by what it should be equal to.
bool is_explained(const CheckMade& ratio, const CheckMade& equal) {
  if (equal.facts.size() != 2) return false;
  for (std::size_t i = 1; i < ratio.facts.size(); ++i) {
    for (std::size_t k = 0; k < equal.facts.size(); ++k) {
      if (ratio.facts[i] != equal.facts[k]) continue;
      std::vector<const Fact*> figures = ratio.facts;
      figures[i] = equal.facts[1 - k];
      const auto part = amount_of(*figures[1]);
      const auto base = amount_of(*figures[2]);
      const auto comparison =
          part && base ? compare_ratio(figures[0]->value, *part, *base) : std::nullopt;
      if (comparison && comparison->agreement != Agreement::kInconsistent) return true;
    }
  }
  return false;
}

/// Differences of one size, as far as rounding shows.
bool are_of_one_size(const Comparison& a, const Comparison& b) {
  const auto off = size_of(a.difference).minus(size_of(b.difference));
  const auto slack = a.tolerance.plus(b.tolerance);
  return off && slack && !(*slack < size_of(*off));
}

/// A difference that two checks hardly have by chance.
bool is_significant(const CheckMade& made, const Comparison& comparison) {
  const auto step = amount_of(*made.facts.front());
  const auto least = step ? step->step.times(Decimal(kMinSteps, 0)) : std::nullopt;
  return least && *least < size_of(comparison.difference);
}

bool have_one_value(const Comparison& a, const Decimal& printed_a, const Comparison& b,
                    const Decimal& printed_b) {
  return a.expected == b.expected && printed_a == printed_b;
}

bool have_one_cause(const Failure& a, const Failure& b) {
  const bool is_ratio = a.made.relation == Relation::kRatio;
  if (is_ratio || b.made.relation == Relation::kRatio) {
    // A figure that is printed otherwise elsewhere explains a ratio that fits what is printed
    // there.
    if (a.made.relation == Relation::kEqual && can_be_filled_in(b.made))
      return is_explained(b.made, a.made);
    if (b.made.relation == Relation::kEqual && can_be_filled_in(a.made))
      return is_explained(a.made, b.made);
    const bool are_last_digits = a.comparison.is_last_digit && b.comparison.is_last_digit;
    const bool are_alike = have_one_value(a.comparison, printed_value(*a.made.facts.front()),
                                          b.comparison, printed_value(*b.made.facts.front()));
    return ((are_last_digits || are_alike) && a.made.check == b.made.check) ||
           share_a_figure(a.made, b.made);
  }
  if (!are_of_one_size(a.comparison, b.comparison)) return is_sum_of_sums(a.made, b.made);
  if (share_a_figure(a.made, b.made) || are_about_one_row(a.made, b.made)) return true;
  if (have_one_value(a.comparison, printed_value(*a.made.facts.front()), b.comparison,
                     printed_value(*b.made.facts.front())))
    return true;
  return is_significant(a.made, a.comparison) && is_significant(b.made, b.comparison);
}

}  // namespace

Decimal printed_value(const Fact& fact) {
  return fact.amount_yuan ? *fact.amount_yuan : fact.value;
}

std::vector<Failures> by_cause(const std::vector<Failure>& failures) {
  DisjointSets sets(failures.size());
  for (std::size_t i = 0; i < failures.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (have_one_cause(failures[i], failures[k])) sets.join(i, k);
  std::vector<Failures> causes;
  std::map<std::size_t, std::size_t> places;
  for (std::size_t i = 0; i < failures.size(); ++i) {
    const auto [place, is_new] = places.emplace(sets.root(i), causes.size());
    if (is_new) causes.emplace_back();
    causes[place->second].push_back(&failures[i]);
  }
  return causes;
}

}  // namespace mingxi::audit
