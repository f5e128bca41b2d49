// Of failures with one cause the surest check is reported, the others counted.

#include "audit/core/ledger.h"

#include <algorithm>

#include "audit/core/places.h"
#include "model/money.h"

namespace mingxi::audit {
namespace {

using messages::joined;

// Characters in a message, which has room for 300; the formula field has all of it.
constexpr int kLongestName = 53;
constexpr int kLongestFormula = 130;

/// What is wrong: 合计数比各项之和少 50.60万元.
Said difference_words(const CheckMade& made, const Comparison& comparison) {
  const Fact& checked = *made.facts.front();
  const bool is_less = comparison.difference.is_negative();
  const Decimal off = size_of(comparison.difference);
  const std::string size = in_unit_of(checked, off);
  switch (made.relation) {
    case Relation::kSum:
      return said(is_less ? Sentence::kTotalIsLess : Sentence::kTotalIsMore, {{"size", size}});
    case Relation::kEqual:
      return said(is_less ? Sentence::kFirstIsLess : Sentence::kFirstIsMore, {{"size", size}});
    case Relation::kChange:
      return said(Sentence::kAmountsGive,
                  {{"expected", in_unit_of(checked, comparison.expected)}, {"size", size}});
    case Relation::kRatio:
      return said(Sentence::kRatesGive,
                  {{"expected", comparison.expected.text()}, {"size", off.text()}});
  }
  return {};
}

/// The name of what was checked, for a sentence.
Said about(const CheckMade& made) {
  return {shortened(made.about.chinese, kLongestName), shortened(made.about.english, kLongestName)};
}

/// Puts words into a finding.
void word(Finding& finding, Said words) {
  finding.message = std::move(words.chinese);
  finding.message_en = std::move(words.english);
}

std::size_t rank_of(const CheckMade& made) {
  if (made.may_be_partial || made.support == Support::kWeak) return 3;
  if (made.relation == Relation::kRatio) return 2;
  return made.relation == Relation::kSum ? 0 : 1;
}

/// The formula of a check that holds. A sum that holds within rounding says what its parts come to:
/// 5,417.80 ≈ 2,830.73 + 2,587.06 = 5417.79.
std::string proven_formula(const CheckMade& made, const Comparison& comparison) {
  const bool is_rounded = comparison.agreement == Agreement::kWithinRounding;
  const std::size_t sign = made.formula.find(" = ");
  if (!is_rounded || made.relation != Relation::kSum || sign == std::string::npos)
    return made.formula;
  const Fact& whole = *made.facts.front();
  const auto sum = whole.amount_yuan ? comparison.expected.scaled(-exponent_of_money(whole.unit))
                                     : std::optional(comparison.expected);
  if (!sum) return made.formula;
  std::string formula = made.formula;
  formula.replace(sign, 3, " ≈ ");
  return formula + " = " + sum->text();
}

}  // namespace

Finding finding_of(CheckName check, Severity severity, FindingState state, Said words) {
  Finding finding{.check = std::move(check), .severity = severity, .state = state};
  word(finding, std::move(words));
  return finding;
}

void Ledger::record(const CheckMade& made, const Comparison& comparison) {
  if (!made_.emplace(made.check, made.facts).second) return;
  Checks& checks = extraction_.checks;
  if (comparison.agreement == Agreement::kInconsistent) {
    ++checks.failed;
    failures_.push_back({made, comparison});
    return;
  }
  ++(comparison.agreement == Agreement::kExact ? checks.held : checks.held_within_rounding);
  Proof proof{.check = made.check, .formula = proven_formula(made, comparison), .facts = {}};
  for (const Fact* fact : made.facts)
    if (!fact->id.empty()) proof.facts.push_back(fact->id);
  checks.proofs.push_back(std::move(proof));
}

void Ledger::exonerate(const CheckMade& made, const Said& reason) {
  skip(made.check,
       said(Sentence::kFitsAfterAll, {{"about", about(made)},
                                      {"formula", shortened(made.formula, kLongestFormula)},
                                      {"reason", reason}}));
}

/// Rows that add up to less than their whole, where the document says that it withholds some, or
/// where what is missing is much and is missing in several places alike.
bool Ledger::are_withheld(const Failures& failures, bool says_withheld) {
  std::size_t places = 0;
  for (const Failure* failure : failures) {
    if (!failure->made.may_be_withheld) continue;
    if (failure->comparison.difference.is_negative()) return false;
    ++places;
  }
  if (places == 0 || (places < failures.size() && !says_withheld)) return false;
  const Failure& first = *failures.front();
  const auto tenfold = first.comparison.difference.times(Decimal(10, 0));
  const bool is_much = tenfold && !(*tenfold < printed_value(*first.made.facts.front()));
  return says_withheld || (is_much && places > 1);
}

void Ledger::report_withheld(const Failures& failures) {
  const Failure& first = *failures.front();
  const std::string missing = in_unit_of(*first.made.facts.front(), first.comparison.difference);
  Finding finding{.check = Check::kWithheld,
                  .severity = Severity::kInfo,
                  .state = FindingState::kNoted,
                  .formula = first.made.formula,
                  .expected = first.comparison.expected,
                  .printed = printed_value(*first.made.facts.front()),
                  .difference = first.comparison.difference,
                  .tolerance = first.comparison.tolerance};
  word(finding,
       said(Sentence::kRowsWithheld, {{"about", about(first.made)},
                                      {"formula", shortened(first.made.formula, kLongestFormula)},
                                      {"missing", missing}}));
  std::vector<const Fact*> wholes;
  for (const Failure* failure : failures) wholes.push_back(failure->made.facts.front());
  report(std::move(finding), wholes);
}

void Ledger::report_failures(const Failures& failures) {
  const Failure& told = **std::min_element(
      failures.begin(), failures.end(),
      [](const auto* a, const auto* b) { return rank_of(a->made) < rank_of(b->made); });
  const CheckMade& made = told.made;
  const Comparison& comparison = told.comparison;
  const Fact& checked = *made.facts.front();
  const bool is_clean = were_read_cleanly(made.facts);
  const std::string formula = shortened(made.formula, kLongestFormula);
  Said words = comparison.is_last_digit
                   ? said(Sentence::kLastDigit, {{"about", about(made)}, {"formula", formula}})
                   : said(Sentence::kFails, {{"about", about(made)},
                                             {"formula", formula},
                                             {"difference", difference_words(made, comparison)}});
  if (failures.size() > 1) {
    const std::string others = std::to_string(failures.size() - 1);
    words = joined(std::move(words), said(Sentence::kSameCause, {{"count", others}}));
  }
  if (made.may_be_partial) words = joined(std::move(words), said(Sentence::kPerhapsPartial));
  if (!is_clean) words = joined(std::move(words), said(Sentence::kUncertainReading));
  const bool is_soft = made.may_be_partial || made.support == Support::kWeak;
  Finding finding{.check = made.check,
                  .severity = !is_clean || comparison.is_last_digit ? Severity::kInfo
                              : is_soft                             ? Severity::kWarning
                                                                    : Severity::kError,
                  .state = !is_clean                  ? FindingState::kUnverified
                           : comparison.is_last_digit ? FindingState::kNoted
                                                      : FindingState::kInconsistent,
                  .formula = made.formula,
                  .expected = comparison.expected,
                  .printed = printed_value(checked),
                  .difference = comparison.difference,
                  .tolerance = comparison.tolerance};
  word(finding, std::move(words));
  std::vector<const Fact*> facts = made.facts;
  for (const Failure* failure : failures)
    for (const Fact* fact : failure->made.facts)
      if (std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
  report(std::move(finding), facts);
}

void Ledger::conclude(bool says_withheld) {
  std::erase_if(failures_, [this](const Failure& failure) {
    return std::any_of(failure.made.facts.begin(), failure.made.facts.end(),
                       [this](const Fact* fact) { return explained_.contains(fact); });
  });
  for (const Failures& failures : by_cause(failures_)) {
    if (are_withheld(failures, says_withheld)) {
      report_withheld(failures);
    } else {
      report_failures(failures);
    }
  }
  failures_.clear();
}

void Ledger::explain(Finding finding, const std::vector<const Fact*>& facts) {
  report(std::move(finding), facts);
  explained_.insert(facts.begin(), facts.end());
}

void Ledger::report(Finding finding, const std::vector<const Fact*>& facts) {
  for (const Fact* fact : facts) {
    if (!fact->id.empty()) finding.facts.push_back({fact->id, std::nullopt});
    finding.evidence.push_back(fact->evidence);
  }
  extraction_.findings.push_back(std::move(finding));
}

void Ledger::note(const CheckName& check, Said words, const std::vector<const Fact*>& facts) {
  Finding finding{.check = check, .severity = Severity::kInfo, .state = FindingState::kNoted};
  word(finding, std::move(words));
  report(std::move(finding), facts);
}

/// Whether a sentence was reported to break off at the end of a place.
bool Ledger::breaks_off_at(const Evidence& place) const {
  if (place.boxes.empty()) return false;
  const PlacedBox& end = place.boxes.back();
  const auto ends_there = [&](const Evidence& other) {
    return !other.boxes.empty() && other.boxes.back().page == end.page &&
           other.boxes.back().box.right == end.box.right &&
           other.boxes.back().box.top == end.box.top;
  };
  return std::any_of(
      extraction_.findings.begin(), extraction_.findings.end(), [&](const Finding& finding) {
        return finding.check == Check::kTruncated &&
               std::any_of(finding.evidence.begin(), finding.evidence.end(), ends_there);
      });
}

void Ledger::report(Finding finding, std::vector<Evidence> places) {
  if (places.size() == 1 && breaks_off_at(places.front())) return;
  finding.evidence = std::move(places);
  extraction_.findings.push_back(std::move(finding));
}

void Ledger::skip(CheckName check, Said reason) {
  auto& all = extraction_.checks.not_possible;
  ImpossibleCheck impossible{std::move(check), std::move(reason.chinese),
                             std::move(reason.english)};
  if (std::find(all.begin(), all.end(), impossible) == all.end())
    all.push_back(std::move(impossible));
}

}  // namespace mingxi::audit
