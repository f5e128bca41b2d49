// Figures are found by what they are. A figure that agrees with any of its like in the other
// document is proven; one that agrees with none contradicts only where those that are about the
// same money all print one value.
#include "audit/across/compared_figures.h"

#include <algorithm>
#include <map>
#include <set>

namespace mingxi::audit {
namespace {

using Figures = std::vector<const ComparableFigure*>;
using FiguresByName = std::map<std::pair<std::string, std::string>, Figures>;  // what, fund

/// The figures of a year and basis.
FiguresByName figures_of(const ComparableDocument& document, int period, Basis basis) {
  FiguresByName figures;
  for (const ComparableFigure& figure : document.figures)
    if (figure.period == period && figure.basis == basis)
      figures[{figure.what, figure.fund}].push_back(&figure);
  return figures;
}

/// Whether one may have been cut off where the other was rounded.
bool differ_in_the_last_digit(const Amount& a, const Amount& b, const Comparison& comparison) {
  const auto half_a_step = std::max(a.step, b.step).times(Decimal(5, 1));
  const auto most = half_a_step ? comparison.tolerance.plus(*half_a_step) : std::nullopt;
  const Decimal& difference = comparison.difference;
  return most && (difference.is_negative() ? difference.negated() : difference) < *most;
}

std::optional<Comparison> compare_two(const ComparableFigure& a, const ComparableFigure& b) {
  const auto left = a.amount();
  const auto right = b.amount();
  auto comparison = left && right ? compare(*left, {*right}) : std::nullopt;
  if (comparison && comparison->agreement == Agreement::kInconsistent)
    comparison->is_last_digit = differ_in_the_last_digit(*left, *right, *comparison);
  return comparison;
}

bool agree(const ComparableFigure& a, const ComparableFigure& b) {
  const auto comparison = compare_two(a, b);
  return comparison && comparison->agreement != Agreement::kInconsistent;
}

bool all_agree(const Figures& figures) {
  return std::all_of(figures.begin(), figures.end(),
                     [&](const auto* each) { return agree(*each, *figures.front()); });
}

/// Those of the figures with its name in another document that are surely about the same money:
/// what an item costs does not depend on the fund where all funds print one value.
Figures of_the_same_money(const ComparableFigure& figure, const Figures& candidates) {
  const bool is_item = figure.what.starts_with("functional:");
  Figures same;
  std::set<std::string> funds;
  for (const ComparableFigure* candidate : candidates) {
    funds.insert(candidate->fund);
    if (candidate->fund == figure.fund) same.push_back(candidate);
  }
  if (!same.empty() && !(is_item && figure.fund.empty())) return same;
  return is_item && funds.size() > 1 ? candidates : Figures();
}

/// Whether a figure agrees with any of its like; the first pair that does is recorded.
bool prove(const CheckName& check, const ComparableDocument& document, const Figures& figures,
           const ComparableDocument& other, const Figures& candidates, BetweenLedger& ledger) {
  for (const ComparableFigure* figure : figures) {
    for (const ComparableFigure* candidate : candidates) {
      if (!agree(*figure, *candidate)) continue;
      ledger.record(check, {&document, figure}, {{&other, candidate}},
                    *compare_two(*figure, *candidate));
      return true;
    }
  }
  return false;
}

/// A document's own figures in its tables.
FiguresByName tabled(const ComparableDocument& document) {
  FiguresByName figures = figures_of(document, document.card.year, own_basis(document.card.kind));
  for (auto& [name, each] : figures)
    std::erase_if(each, [](const auto* figure) { return figure->fact.origin != Origin::kTable; });
  std::erase_if(figures, [](const auto& each) { return each.second.empty(); });
  return figures;
}

/// A unit with the figures of its tables.
struct Unit {
  const ComparableDocument* document;
  FiguresByName figures;
};

/// What each unit prints under a name; nothing where that is not certain. A unit without a row of
/// the code spends nothing on it, if its table was read.
std::optional<std::vector<FigureOf>> parts_of(const FiguresByName::value_type& whole,
                                              const std::vector<Unit>& units) {
  const auto& [name, figures] = whole;
  std::vector<FigureOf> parts;
  for (const auto& [document, known] : units) {
    const auto found = known.find(name);
    if (found != known.end()) {
      if (!all_agree(found->second)) return std::nullopt;
      parts.push_back({document, found->second.front()});
    } else if (!figures.front()->fact.code || !document->funds_read.contains(name.second)) {
      return std::nullopt;
    }
  }
  return parts;
}

std::optional<Comparison> compare_with_sum(const ComparableFigure& whole,
                                           const std::vector<FigureOf>& parts) {
  std::vector<Amount> amounts;
  for (const FigureOf& part : parts) {
    const auto amount = part.figure->amount();
    if (!amount) return std::nullopt;
    amounts.push_back(*amount);
  }
  const auto amount = whole.amount();
  return amount && !parts.empty() ? compare(*amount, amounts) : std::nullopt;
}

}  // namespace

void compare_figures(const CheckName& check, const ComparableDocument& document,
                     const ComparableDocument& other, BetweenLedger& ledger) {
  ledger.use(document);
  ledger.use(other);
  const Basis basis = own_basis(other.card.kind);
  std::map<std::string, Figures> known;
  for (const ComparableFigure& figure : other.figures)
    if (figure.period == other.card.year && figure.basis == basis)
      known[figure.what].push_back(&figure);
  std::vector<Disagreement> disagreements;
  std::vector<std::string> unclear;
  std::size_t compared = 0;
  for (const auto& [name, figures] : figures_of(document, other.card.year, basis)) {
    const auto found = known.find(name.first);
    if (found == known.end()) continue;
    const Figures& candidates = found->second;
    ++compared;
    if (prove(check, document, figures, other, candidates, ledger)) continue;
    const ComparableFigure& figure = *figures.front();
    const Figures like = of_the_same_money(figure, candidates);
    if (like.empty() || !all_agree(figures) || !all_agree(like)) {
      unclear.push_back(figure.fact.subject);
      --compared;
      continue;
    }
    disagreements.push_back(
        {{&document, &figure}, {{&other, like.front()}}, *compare_two(figure, *like.front())});
  }
  if (!unclear.empty())
    ledger.skip(check, said(Sentence::kSeveralScopes, {{"body", document.card.body},
                                                       {"name", unclear.front()},
                                                       {"count", std::to_string(unclear.size())}}));
  if (compared == 0 && unclear.empty())
    ledger.skip(check,
                said(Sentence::kNothingCompared,
                     {{"body", document.card.body}, {"year", std::to_string(other.card.year)}}));
  ledger.conclude(check, disagreements, compared);
}

void compare_sums(const CheckName& check, const ComparableDocument& department,
                  const std::vector<const ComparableDocument*>& units, BetweenLedger& ledger) {
  ledger.use(department);
  std::vector<Unit> with_figures;
  for (const ComparableDocument* unit : units) {
    ledger.use(*unit);
    with_figures.push_back({unit, tabled(*unit)});
  }
  std::vector<Disagreement> disagreements;
  std::size_t compared = 0;
  for (const auto& whole : tabled(department)) {
    if (!all_agree(whole.second)) continue;
    const auto parts = parts_of(whole, with_figures);
    const auto comparison = parts ? compare_with_sum(*whole.second.front(), *parts) : std::nullopt;
    if (!comparison) continue;
    ++compared;
    const FigureOf checked{&department, whole.second.front()};
    if (comparison->agreement == Agreement::kInconsistent)
      disagreements.push_back({checked, *parts, *comparison});
    else
      ledger.record(check, checked, *parts, *comparison);
  }
  ledger.conclude(check, disagreements, compared);
}

}  // namespace mingxi::audit
