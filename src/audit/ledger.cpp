#include "audit/ledger.h"

#include <algorithm>

namespace mingxi {
namespace {

/// A difference in the unit of the fact it is of, with its sign.
std::string with_unit(const Decimal& value, const Fact& fact) {
  if (!fact.amount_yuan) return value.text() + fact.unit;
  const int exponent = fact.unit.starts_with("万") ? -4 : fact.unit.starts_with("亿") ? -8 : 0;
  const auto scaled = value.scaled(exponent);
  return (scaled ? *scaled : value).text() + fact.unit;
}

bool was_read_cleanly(const std::vector<const Fact*>& facts) {
  return std::all_of(facts.begin(), facts.end(), [](const Fact* fact) {
    return fact->confidence >= 1 && fact->alternatives.empty();
  });
}

constexpr std::size_t kLongestFormula = 160;  // bytes in a message; the formula field has it whole

std::string shortened(const std::string& text) {
  if (text.size() <= kLongestFormula) return text;
  std::size_t end = kLongestFormula;
  while (end > 0 && (text[end] & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

void Ledger::record(const CheckMade& made, const Comparison& comparison) {
  std::string name = made.check + "|" + made.formula;
  for (const Fact* fact : made.facts) name += "|" + fact->id;
  if (!made_.emplace(name, true).second) return;
  Checks& checks = extraction_.checks;
  if (comparison.agreement == Agreement::kExact ||
      comparison.agreement == Agreement::kWithinRounding) {
    ++(comparison.agreement == Agreement::kExact ? checks.held : checks.held_within_rounding);
    Proof proof{.check = made.check, .formula = made.formula, .facts = {}};
    for (const Fact* fact : made.facts) proof.facts.push_back(fact->id);
    checks.proofs.push_back(std::move(proof));
    return;
  }
  ++checks.failed;
  const Fact& checked = *made.facts.front();
  const bool is_clean = was_read_cleanly(made.facts);
  const std::string difference = with_unit(comparison.difference, checked);
  Finding finding{.check = made.check,
                  .severity = is_clean ? Severity::kError : Severity::kInfo,
                  .state = is_clean ? FindingState::kInconsistent : FindingState::kUnverified,
                  .message = made.about + "：" + shortened(made.formula) + " 不成立，相差 " +
                             difference + "，请核对原文。" + (is_clean ? "" : "（识别存疑）"),
                  .message_en = made.about_en + ": " + shortened(made.formula) +
                                " does not hold, off by " + difference +
                                "; please check the original." +
                                (is_clean ? "" : " (uncertain reading)"),
                  .formula = made.formula,
                  .expected = comparison.expected,
                  .printed = checked.amount_yuan ? *checked.amount_yuan : checked.value,
                  .difference = comparison.difference,
                  .tolerance = comparison.tolerance};
  find(std::move(finding), made.facts);
}

void Ledger::find(Finding finding, const std::vector<const Fact*>& facts) {
  for (const Fact* fact : facts) {
    finding.facts.push_back({fact->id, std::nullopt});
    finding.evidence.push_back(fact->evidence);
  }
  extraction_.findings.push_back(std::move(finding));
}

void Ledger::find(Finding finding, std::vector<Evidence> places) {
  finding.evidence = std::move(places);
  extraction_.findings.push_back(std::move(finding));
}

void Ledger::cannot(std::string check, std::string reason) {
  extraction_.checks.not_possible.push_back({std::move(check), std::move(reason)});
}

}  // namespace mingxi
