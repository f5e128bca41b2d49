#include "audit/across/between_ledger.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "messages/checks.h"
#include "model/key.h"

namespace mingxi::audit {
namespace {

/// The figures of a document that findings rest on.
std::vector<Fact> facts_of(const ComparableDocument& document,
                           const std::vector<Finding>& findings) {
  std::set<std::string> wanted;
  for (const Finding& finding : findings)
    for (const FactReference& fact : finding.facts)
      if (fact.document == document.card.sha256) wanted.insert(fact.id);
  std::vector<Fact> facts;
  const auto add = [&](const Fact& fact) {
    if (wanted.erase(fact.id) > 0) facts.push_back(fact);
  };
  for (const ComparableFigure& figure : document.figures) {
    add(figure.fact);
    if (figure.change) add(*figure.change);
  }
  return facts;
}

}  // namespace

void BetweenLedger::use(const ComparableDocument& document) {
  used_.emplace(document.card.sha256, &document);
}

void BetweenLedger::record(const CheckName& check, const FigureOf& checked,
                           const std::vector<FigureOf>& others, const Comparison& comparison) {
  Checks& checks = result_.checks;
  ++(comparison.agreement == Agreement::kExact ? checks.held : checks.held_within_rounding);
  Proof proof{.check = check, .formula = formula_of(checked, others), .facts = {}};
  const auto add = [&proof](const FigureOf& of, const Fact& fact) {
    proof.facts.push_back(of.document->card.sha256 + "/" + fact.id);
  };
  add(checked, checked.figure->fact);
  if (checked.figure->change) add(checked, *checked.figure->change);
  for (const FigureOf& other : others) add(other, other.figure->fact);
  checks.proofs.push_back(std::move(proof));
}

void BetweenLedger::conclude(const CheckName& check, const std::vector<Disagreement>& disagreements,
                             std::size_t compared) {
  result_.checks.failed += static_cast<int>(disagreements.size());
  for (Finding& finding : findings_of(check, disagreements, compared))
    result_.findings.push_back(std::move(finding));
}

void BetweenLedger::skip(const CheckName& check, messages::Said reason) {
  ImpossibleCheck impossible{check, std::move(reason.chinese), std::move(reason.english)};
  auto& all = result_.checks.not_possible;
  if (std::find(all.begin(), all.end(), impossible) == all.end())
    all.push_back(std::move(impossible));
}

BetweenDocuments BetweenLedger::result() {
  const auto place = [](const Finding& finding) {
    return std::tuple(finding.severity, document_of(finding), finding.evidence.front().page);
  };
  std::ranges::stable_sort(result_.findings, {}, place);
  std::map<std::string, int> numbers;
  std::map<std::string, int> seen;
  for (Finding& finding : result_.findings) {
    finding.id = "x" + std::to_string(++numbers[document_of(finding)]);
    const std::string name = messages::name_of(finding.check) + ":" + finding.message;
    finding.key = key_of(name + ":" + std::to_string(++seen[document_of(finding) + name]));
  }
  for (const auto& [sha256, document] : used_)
    result_.documents.push_back(
        {document->source, document->identity, facts_of(*document, result_.findings)});
  return std::move(result_);
}

}  // namespace mingxi::audit
