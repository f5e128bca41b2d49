#include "audit/core/ledger.h"

#include <algorithm>
#include <map>

#include "audit/core/places.h"
#include "model/disjoint_sets.h"

namespace mingxi::audit {
namespace {

// Characters in a message, which has room for 300; the formula field has all of it.
constexpr int kLongestName = 53;
constexpr int kLongestFormula = 160;

}  // namespace

void Ledger::record(const CheckMade& made, const Comparison& comparison) {
  std::string name = made.check;
  for (const Fact* fact : made.facts) name += "|" + fact->id;
  if (!made_.insert(std::move(name)).second) return;
  Checks& checks = extraction_.checks;
  if (comparison.agreement == Agreement::kInconsistent) {
    ++checks.failed;
    failures_.push_back({made, comparison});
    return;
  }
  const std::optional<std::string>& table = made.facts.front()->table;
  if (comparison.agreement == Agreement::kWithinRounding && table)
    rounded_[*table].push_back({made, comparison});
  ++(comparison.agreement == Agreement::kExact ? checks.held : checks.held_within_rounding);
  Proof proof{.check = made.check, .formula = made.formula, .facts = {}};
  for (const Fact* fact : made.facts) proof.facts.push_back(fact->id);
  checks.proofs.push_back(std::move(proof));
}

Finding Ledger::finding_of(const Difference& failure, std::size_t others) const {
  const CheckMade& made = failure.made;
  const Comparison& comparison = failure.comparison;
  const Fact& checked = *made.facts.front();
  const bool is_clean = were_read_cleanly(made.facts);
  const std::string difference = in_unit_of(checked, comparison.difference);
  const std::string formula = shortened(made.formula, kLongestFormula);
  const std::string about = shortened(made.about, kLongestName);
  const std::string about_en = shortened(made.about_en, kLongestName);
  std::string message = about + "：" + formula + " 不成立，相差 " + difference + "，请核对原文。";
  std::string english = about_en + ": " + formula + " does not hold, off by " + difference +
                        "; please check the original.";
  if (comparison.is_last_digit) {
    message = about + "：" + formula + " 末位相差 1 个单位，可能是凑整或截尾。";
    english = about_en + ": " + formula +
              " is off by one in the last digit, perhaps cut off or made to add up.";
  }
  if (others > 0) {
    message += "同一数字还涉及另外 " + std::to_string(others) + " 项核对。";
    english += " The same figure takes part in " + std::to_string(others) + " more checks.";
  }
  if (made.may_be_partial) {
    message += "如所列并非全部，可不必理会。";
    english += " If the list is not meant to be whole, never mind.";
  }
  if (!is_clean) {
    message += "（识别存疑）";
    english += " (uncertain reading)";
  }
  return {.check = made.check,
          .severity = !is_clean || comparison.is_last_digit ? Severity::kInfo
                      : made.may_be_partial                 ? Severity::kWarning
                                                            : Severity::kError,
          .state = !is_clean                  ? FindingState::kUnverified
                   : comparison.is_last_digit ? FindingState::kNoted
                                              : FindingState::kInconsistent,
          .message = std::move(message),
          .message_en = std::move(english),
          .formula = made.formula,
          .expected = comparison.expected,
          .printed = checked.amount_yuan ? *checked.amount_yuan : checked.value,
          .difference = comparison.difference,
          .tolerance = comparison.tolerance};
}

void Ledger::explain(Finding finding, const std::vector<const Fact*>& facts) {
  report(std::move(finding), facts);
  explained_.insert(facts.begin(), facts.end());
}

void Ledger::conclude() {
  std::erase_if(failures_, [this](const Difference& failure) {
    return std::any_of(failure.made.facts.begin(), failure.made.facts.end(),
                       [this](const Fact* fact) { return explained_.contains(fact); });
  });
  DisjointSets sets(failures_.size());
  std::map<const Fact*, std::size_t> first_with;
  std::map<std::pair<std::string, int>, std::size_t> first_in_row;
  for (std::size_t i = 0; i < failures_.size(); ++i) {
    for (const Fact* fact : failures_[i].made.facts) {
      const auto [known, is_new] = first_with.emplace(fact, i);
      if (!is_new) sets.join(i, known->second);
    }
    // One row that fails in several columns has one cause.
    const Fact& checked = *failures_[i].made.facts.front();
    if (!checked.table) continue;
    const auto [known, is_new] = first_in_row.emplace(std::pair(*checked.table, *checked.row), i);
    if (!is_new) sets.join(i, known->second);
  }
  std::map<std::size_t, std::vector<std::size_t>> clusters;  // first failure → all
  std::map<std::size_t, std::size_t> first_of;
  for (std::size_t i = 0; i < failures_.size(); ++i) {
    const auto [first, is_new] = first_of.emplace(sets.root(i), i);
    clusters[first->second].push_back(i);
  }
  for (const auto& [first, members] : clusters) {
    std::vector<const Fact*> facts;
    for (const std::size_t member : members)
      for (const Fact* fact : failures_[member].made.facts)
        if (std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
    report(finding_of(failures_[first], members.size() - 1), facts);
  }
  failures_.clear();
  conclude_rounding();
}

Finding Ledger::rounding_of(const Table& table, const std::vector<Difference>& all) {
  const auto size_of = [](const Difference& each) {
    const Decimal& off = each.comparison.difference;
    return off.is_negative() ? off.negated() : off;
  };
  const Difference& largest = *std::max_element(
      all.begin(), all.end(),
      [&](const Difference& a, const Difference& b) { return size_of(a) < size_of(b); });
  const Fact& printed = *largest.made.facts.front();
  const std::string name =
      "《" + shortened(table.title.empty() ? table.kind : table.title, kLongestName) + "》";
  const std::string count = std::to_string(all.size());
  const std::string most = in_unit_of(printed, size_of(largest));
  return {
      .check = "sum/rounding",
      .severity = Severity::kInfo,
      .state = FindingState::kWithinRounding,
      .message = name + "有 " + count + " 处核对的差额在四舍五入误差内，最大相差 " + most + "。",
      .message_en =
          name + ": " + count + " checks are off within rounding, by " + most + " at most.",
      .formula = largest.made.formula,
      .expected = largest.comparison.expected,
      .printed = printed.amount_yuan ? *printed.amount_yuan : printed.value,
      .difference = largest.comparison.difference,
      .tolerance = largest.comparison.tolerance};
}

void Ledger::conclude_rounding() {
  for (const Table& table : extraction_.tables) {
    const auto found = rounded_.find(table.id);
    if (found == rounded_.end()) continue;
    std::vector<const Fact*> facts;
    for (const Difference& each : found->second)
      if (std::find(facts.begin(), facts.end(), each.made.facts.front()) == facts.end())
        facts.push_back(each.made.facts.front());
    report(rounding_of(table, found->second), facts);
  }
  rounded_.clear();
}

void Ledger::report(Finding finding, const std::vector<const Fact*>& facts) {
  for (const Fact* fact : facts) {
    finding.facts.push_back({fact->id, std::nullopt});
    finding.evidence.push_back(fact->evidence);
  }
  extraction_.findings.push_back(std::move(finding));
}

void Ledger::report(Finding finding, std::vector<Evidence> places) {
  finding.evidence = std::move(places);
  extraction_.findings.push_back(std::move(finding));
}

void Ledger::skip(std::string check, std::string reason, std::string reason_en) {
  auto& all = extraction_.checks.not_possible;
  ImpossibleCheck impossible{std::move(check), std::move(reason), std::move(reason_en)};
  if (std::find(all.begin(), all.end(), impossible) == all.end())
    all.push_back(std::move(impossible));
}

}  // namespace mingxi::audit
