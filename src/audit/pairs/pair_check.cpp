// The facts of both, named by document, are made one extraction, which the checks of one document
// look at. What rests on one of the files alone was checked when that was read.
#include "audit/pairs/pair_check.h"

#include <algorithm>
#include <map>
#include <set>

#include "audit/core/stages.h"
#include "audit/tables/forms.h"
#include "messages/checks.h"
#include "model/key.h"

namespace mingxi::audit {
namespace {

using messages::joined;

/// "<sha256>/f12".
std::string name_of(const std::string& sha256, const std::string& id) { return sha256 + "/" + id; }

Fact named(const Fact& fact, const std::string& sha256) {
  Fact result = fact;
  result.id = name_of(sha256, fact.id);
  result.evidence.document = sha256;
  return result;
}

/// Both as one: the facts of the prose come first, as in any document.
Extraction united(const Extraction& prose, const Extraction& tables) {
  Extraction both;
  both.source = prose.source;
  both.identity = prose.identity;
  if (!both.identity.fiscal_year) both.identity.fiscal_year = tables.identity.fiscal_year;
  both.sections = prose.sections;
  both.tables = tables.tables;
  for (const Fact& fact : prose.facts)
    if (fact.origin == Origin::kNarrative) both.facts.push_back(named(fact, prose.source.sha256));
  for (const Fact& fact : tables.facts) {
    if (fact.origin != Origin::kTable) continue;
    both.facts.push_back(named(fact, tables.source.sha256));
    // Tables that say no year are of that of the prose.
    if (fact.period == 0) both.facts.back().period = both.identity.fiscal_year.value_or(0);
  }
  return both;
}

/// The proofs of the prose, by the facts as they are named in both.
std::vector<Proof> proofs_of(const Extraction& prose) {
  std::vector<Proof> proofs = prose.checks.proofs;
  std::erase_if(proofs, [&](const Proof& proof) {
    return std::ranges::any_of(proof.facts, [&](const std::string& id) {
      const auto fact = std::ranges::find(prose.facts, id, &Fact::id);
      return fact == prose.facts.end() || fact->origin != Origin::kNarrative;
    });
  });
  for (Proof& proof : proofs)
    for (std::string& id : proof.facts) id = name_of(prose.source.sha256, id);
  return proofs;
}

/// Names the document of each place and fact; evaluation forms give no facts that are named.
void name_documents(Finding& finding, const std::string& tables) {
  for (Evidence& evidence : finding.evidence)
    if (!evidence.document) evidence.document = tables;
  for (FactReference& fact : finding.facts) {
    const std::size_t joint = fact.id.find('/');
    fact.document = fact.id.substr(0, joint);
    fact.id.erase(0, joint + 1);
  }
}

bool is_of_both(const Finding& finding) {
  return std::ranges::any_of(finding.evidence, [&](const Evidence& evidence) {
    return evidence.document != finding.evidence.front().document;
  });
}

/// The facts of a document that findings rest on.
std::vector<Fact> facts_in(const Extraction& extraction, const std::vector<Finding>& findings) {
  std::set<std::string> wanted;
  for (const Finding& finding : findings)
    for (const FactReference& fact : finding.facts)
      if (fact.document == extraction.source.sha256) wanted.insert(fact.id);
  std::vector<Fact> facts;
  for (const Fact& fact : extraction.facts)
    if (wanted.contains(fact.id)) facts.push_back(fact);
  return facts;
}

/// Orders findings, numbers them by document, and adds to each why the documents are a pair.
void number_with_reason(std::vector<Finding>& findings, const Said& reason) {
  std::ranges::stable_sort(findings, {}, [](const Finding& finding) {
    return std::pair(finding.severity, finding.evidence.front().page);
  });
  std::map<std::string, int> numbers;
  std::map<std::string, int> seen;
  for (Finding& finding : findings) {
    const std::string& document = document_of(finding);
    const std::string words = messages::name_of(finding.check) + ":" + finding.message;
    finding.id = "p" + std::to_string(++numbers[document]);
    finding.key = key_of(words + ":" + std::to_string(++seen[document + words]));
    Said said = joined({finding.message, finding.message_en}, reason);
    finding.message = std::move(said.chinese);
    finding.message_en = std::move(said.english);
  }
}

}  // namespace

BetweenDocuments check_pair(const DocumentPair& pair, const Extraction& prose,
                            const Extraction& tables, const patterns::Patterns& patterns) {
  Extraction both = united(prose, tables);
  both.checks.proofs = proofs_of(prose);
  const std::size_t known = both.checks.proofs.size();
  const auto is_prose = [](const Fact& fact) { return fact.origin == Origin::kNarrative; };
  const std::vector<FactPlace> places(
      static_cast<std::size_t>(std::ranges::count_if(both.facts, is_prose)));
  const std::vector<TableFigures> figures = figures_by_table(both);
  const Document none;
  const Layout no_layout;
  const std::vector<UnreadCell> all_read;
  const Audited audited{none, no_layout, places, all_read, both, figures, patterns};
  Ledger ledger(both);
  check_project_texts(audited, Forms(both.tables, patterns.checks.words), ledger);
  check_operating_cost(audited, ledger);
  check_statements_against_tables(audited, ledger);
  ledger.conclude(false);

  BetweenDocuments result{
      .checks = both.checks, .findings = std::move(both.findings), .pairs = {pair}};
  std::vector<Proof>& proofs = result.checks.proofs;
  proofs.erase(proofs.begin(), proofs.begin() + static_cast<std::ptrdiff_t>(known));
  for (Finding& finding : result.findings) name_documents(finding, pair.tables);
  std::erase_if(result.findings, [](const Finding& finding) { return !is_of_both(finding); });
  number_with_reason(result.findings, messages::reason_of(pair.by));
  for (const Extraction* each : {&prose, &tables})
    result.documents.push_back({each->source, each->identity, facts_in(*each, result.findings)});
  std::ranges::sort(result.documents, {}, [](const auto& each) { return each.source.sha256; });
  return result;
}

}  // namespace mingxi::audit
