#include "audit/across/disagreements.h"

#include <algorithm>
#include <map>

#include "audit/core/ledger.h"
#include "audit/core/places.h"
#include "model/disjoint_sets.h"

namespace mingxi::audit {
namespace {

using messages::joined;

constexpr std::size_t kMinDiffering = 4;  // fewer are no sign of another way of drawing up
constexpr int kLongestName = 40;          // characters in a message
constexpr std::size_t kMaxFacts = 40;     // of one finding

std::string value_and_unit(const Fact& fact) { return fact.value.text() + fact.unit; }

/// 2026年预算.
Said name_of(const ComparableDocument& document) {
  const bool is_account = document.card.kind == DocumentKind::kFinalAccount;
  return said(is_account ? Sentence::kAccountOfYear : Sentence::kBudgetOfYear,
              {{"year", std::to_string(document.card.year)}});
}

/// What the checked document says, and what the others make of it.
Said statement_of(const Disagreement& one) {
  const ComparableFigure& figure = *one.checked.figure;
  const FigureOf& other = one.others.front();
  const Said document = name_of(*one.checked.document);
  const std::string subject = shortened(figure.fact.subject, kLongestName);
  const std::string value = value_and_unit(figure.fact);
  if (one.checked.document->card.scope != other.document->card.scope) {
    return said(Sentence::kUnitsGive, {{"document", document},
                                       {"subject", subject},
                                       {"value", value},
                                       {"sum", in_unit_of(figure.fact, one.comparison.expected)}});
  }
  const std::string year = std::to_string(figure.period);
  const Said against = name_of(*other.document);
  const std::string printed = value_and_unit(other.figure->fact);
  if (figure.change) {
    return said(Sentence::kChangeImplies,
                {{"document", document},
                 {"subject", subject},
                 {"value", value},
                 {"change", figure.change->value.text() + figure.fact.unit},
                 {"base", in_unit_of(figure.fact, figure.amount()->value)},
                 {"year", year},
                 {"against", against},
                 {"printed", printed}});
  }
  const bool is_opening = figure.basis != own_basis(one.checked.document->card.kind);
  return said(is_opening ? Sentence::kPrintsOpening : Sentence::kPrintsLastYear,
              {{"document", document},
               {"subject", subject},
               {"value", value},
               {"year", year},
               {"against", against},
               {"printed", printed}});
}

/// Both print last year's, or the opening budget, in so many words.
bool is_plain(const CheckName& check, const ComparableFigure& figure) {
  return check == CheckName(Check::kCrossDocument, "opening_budget") ||
         (check == CheckName(Check::kCrossDocument, "last_year") &&
          figure.fact.origin == Origin::kTable);
}

bool is_clean(const Disagreement& one) {
  std::vector<const Fact*> facts{&one.checked.figure->fact};
  if (one.checked.figure->change) facts.push_back(&*one.checked.figure->change);
  for (const FigureOf& other : one.others) facts.push_back(&other.figure->fact);
  return were_read_cleanly(facts);
}

void add_fact(Finding& finding, const FigureOf& of, const Fact& fact) {
  const FactReference reference{fact.id, of.document->card.sha256};
  if (finding.facts.size() >= kMaxFacts ||
      std::find(finding.facts.begin(), finding.facts.end(), reference) != finding.facts.end())
    return;
  finding.facts.push_back(reference);
  finding.evidence.push_back(fact.evidence);
  finding.evidence.back().document = of.document->card.sha256;
}

void add_facts(Finding& finding, const Disagreement& one) {
  add_fact(finding, one.checked, one.checked.figure->fact);
  if (one.checked.figure->change) add_fact(finding, one.checked, *one.checked.figure->change);
  for (const FigureOf& other : one.others) add_fact(finding, other, other.figure->fact);
}

Finding finding_of(const CheckName& check, const std::vector<const Disagreement*>& cluster) {
  const Disagreement& first = *cluster.front();
  const Fact& fact = first.checked.figure->fact;
  const std::string body = first.checked.document->card.body;
  Said words = said(Sentence::kDocumentsDisagree,
                    {{"body", body},
                     {"statement", statement_of(first)},
                     {"difference", in_unit_of(fact, first.comparison.difference)}});
  Finding finding{
      .check = check,
      .severity = is_plain(check, *first.checked.figure) ? Severity::kError : Severity::kWarning,
      .state = FindingState::kInconsistent,
      .formula = formula_of(first.checked, first.others),
      .expected = first.comparison.expected,
      .printed = first.checked.figure->amount()->value,
      .difference = first.comparison.difference,
      .tolerance = first.comparison.tolerance};
  if (cluster.size() > 1) {
    const std::string more = std::to_string(cluster.size() - 1);
    words = joined(std::move(words), said(Sentence::kMoreDisagree, {{"count", more}}));
  }
  const auto is_doubtful = [](const Disagreement* one) { return !is_clean(*one); };
  if (std::any_of(cluster.begin(), cluster.end(), is_doubtful)) {
    finding.severity = Severity::kInfo;
    finding.state = FindingState::kUnverified;
    words = joined(std::move(words), said(Sentence::kUncertainReading));
  } else if (first.comparison.is_last_digit) {
    finding.severity = Severity::kInfo;
    finding.state = FindingState::kNoted;
    words = joined(std::move(words), said(Sentence::kLastDigitBetween));
  }
  finding.message = std::move(words.chinese);
  finding.message_en = std::move(words.english);
  for (const Disagreement* one : cluster) add_facts(finding, *one);
  return finding;
}

/// functional:2080505 of "functional:2080505 total"; "" without a code.
std::string_view code_in(const ComparableFigure& figure) {
  const std::string_view what = figure.what;
  return figure.fact.code ? what.substr(0, what.find(' ')) : std::string_view();
}

bool have_one_cause(const Disagreement& a, const Disagreement& b) {
  const auto size = [](const Decimal& value) {
    return value.is_negative() ? value.negated() : value;
  };
  if (a.comparison.is_last_digit || b.comparison.is_last_digit)
    return a.comparison.is_last_digit && b.comparison.is_last_digit;
  if (size(a.comparison.difference) == size(b.comparison.difference)) return true;
  const std::string_view one = code_in(*a.checked.figure);
  const std::string_view other = code_in(*b.checked.figure);
  return !one.empty() && !other.empty() && (one.starts_with(other) || other.starts_with(one));
}

}  // namespace

std::string formula_of(const FigureOf& checked, const std::vector<FigureOf>& others) {
  std::string formula = value_and_unit(checked.figure->fact);
  if (const auto& change = checked.figure->change)
    formula += (change->value.is_negative() ? " + " : " - ") + unsigned_number(*change) +
               checked.figure->fact.unit;
  for (std::size_t i = 0; i < others.size(); ++i)
    formula += (i == 0 ? " = " : " + ") + value_and_unit(others[i].figure->fact);
  return formula;
}

std::vector<Finding> findings_of(const CheckName& check, const std::vector<Disagreement>& all,
                                 std::size_t compared) {
  DisjointSets sets(all.size());
  const auto plain = std::count_if(all.begin(), all.end(), [](const Disagreement& one) {
    return !one.comparison.is_last_digit;
  });
  const auto differing = static_cast<std::size_t>(plain);
  const bool are_drawn_up_otherwise = differing >= kMinDiffering && differing * 2 > compared;
  const auto is_so = [&](const Disagreement& one) {
    return are_drawn_up_otherwise && !one.comparison.is_last_digit;
  };
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if ((is_so(all[i]) && is_so(all[k])) || have_one_cause(all[i], all[k])) sets.join(i, k);
  std::map<std::size_t, std::vector<const Disagreement*>> clusters;
  for (std::size_t i = 0; i < all.size(); ++i) clusters[sets.root(i)].push_back(&all[i]);
  std::vector<Finding> findings;
  for (const auto& [root, cluster] : clusters) {
    findings.push_back(finding_of(check, cluster));
    if (!is_so(*cluster.front())) continue;
    findings.back().severity = std::max(findings.back().severity, Severity::kWarning);
    const Said more = said(Sentence::kDrawnUpOtherwise, {{"compared", std::to_string(compared)},
                                                         {"differing", std::to_string(differing)}});
    findings.back().message += more.chinese;
    findings.back().message_en += " " + more.english;
  }
  return findings;
}

}  // namespace mingxi::audit
