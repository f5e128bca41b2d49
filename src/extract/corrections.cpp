#include "extract/corrections.h"

#include <algorithm>
#include <map>

#include "messages/reading_sentences.h"
#include "output/document_json/decisions.h"
#include "model/error.h"
#include "model/key.h"
#include "model/money.h"
#include "read/bytes.h"
#include "text/utf8.h"

namespace mingxi::extract {

using messages::ReadingSentence;
using messages::said;
namespace {

constexpr std::size_t kLongestReason =
    300;  // bytes shown of a reason, so that a message stays short

Finding note_of(const Fact& fact, const Decimal& printed, const Correction& correction) {
  const std::string reason = correction.reason.substr(
      0, text::valid_utf8_prefix(correction.reason.substr(0, kLongestReason)));
  messages::Said words =
      said(ReadingSentence::kCorrected, {{"subject", fact.subject},
                                         {"from", printed.text() + fact.unit},
                                         {"to", correction.value.text() + fact.unit}});
  if (!reason.empty())
    words = joined(std::move(words), said(ReadingSentence::kReasonOfReview, {{"reason", reason}}));
  return {.check = Check::kCorrection,
          .severity = Severity::kInfo,
          .state = FindingState::kNoted,
          .message = words.chinese,
          .message_en = words.english,
          .printed = printed,
          .facts = {{.id = fact.id}},
          .evidence = {fact.evidence}};
}

Finding unmatched(const Correction& correction) {
  const messages::Said words =
      said(ReadingSentence::kCorrectionUnmatched, {{"key", correction.key}});
  return {.check = Check::kCorrection,
          .severity = Severity::kWarning,
          .state = FindingState::kNoted,
          .message = words.chinese,
          .message_en = words.english};
}

void correct(Fact& fact, const Decimal& value) {
  fact.value = value;
  fact.decimals = value.places();
  fact.value_state = value.is_zero() ? ValueState::kZero : ValueState::kNumber;
  if (fact.amount_yuan) fact.amount_yuan = value.scaled(exponent_of_money(fact.unit));
}

/// A key as decisions had it while keys could begin with a digit.
std::string with_a_letter(std::string key) {
  if (!key.empty() && key.front() >= '0' && key.front() <= '9')
    key.front() = static_cast<char>('g' + (key.front() - '0'));
  return key;
}

/// The figure that a decision of an earlier version means, whose key was of its rule, subject and
/// quote.
std::vector<Fact>::iterator find_by_former_key(std::vector<Fact>& facts, const std::string& key) {
  std::map<std::string, int> seen;
  return std::ranges::find_if(facts, [&](const Fact& fact) {
    const std::string name = fact.rule + "\n" + fact.subject + "\n" + fact.evidence.quote;
    return key_of(name + "\n" + std::to_string(++seen[name])) == with_a_letter(key);
  });
}

}  // namespace

Decisions load_decisions(const std::string& path) {
  if (path.empty()) return {};
  const std::string where = text::printable(path);
  try {
    return output::read_decisions(read::read_bytes(path, where));
  } catch (const Error& error) {
    const std::string place = error.where() == where ? where : where + error.where();
    throw Error(error.kind(), place, error.chinese(), error.english());
  }
}

void apply_corrections(const std::vector<Correction>& corrections, Extraction& extraction) {
  for (const Correction& correction : corrections) {
    auto fact = std::ranges::find(extraction.facts, correction.key, &Fact::key);
    if (fact == extraction.facts.end()) fact = find_by_former_key(extraction.facts, correction.key);
    if (fact == extraction.facts.end()) {
      extraction.findings.push_back(unmatched(correction));
      continue;
    }
    const Decimal printed = fact->value;
    correct(*fact, correction.value);
    extraction.findings.push_back(note_of(*fact, printed, correction));
  }
}

int take_out_false_alarms(const std::vector<FindingDecision>& decisions, Extraction& extraction) {
  return static_cast<int>(std::erase_if(extraction.findings, [&](const Finding& finding) {
    const auto decision = std::ranges::find_if(decisions, [&](const FindingDecision& each) {
      return with_a_letter(each.key) == finding.key;
    });
    return decision != decisions.end() && decision->mark == Mark::kFalseAlarm;
  }));
}

}  // namespace mingxi::extract
