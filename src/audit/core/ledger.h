#pragma once

#include <set>
#include <string>
#include <vector>

#include "audit/core/causes.h"
#include "model/fact.h"

namespace mingxi::audit {

/// A finding in these words, without numbers.
Finding finding_of(CheckName check, Severity severity, FindingState state, Said words);

/// Keeps what was checked: proofs, findings, and what could not be checked. Every check leaves one
/// of the three.
class Ledger {
 public:
  explicit Ledger(Extraction& extraction) : extraction_(extraction) {}

  /// A check with numbers: a proof, or a finding where the numbers contradict each other. The same
  /// figures are not checked twice under one name.
  void record(const CheckMade& made, const Comparison& comparison);

  /// A check that fails only because its figures were not understood: something printed makes it
  /// right. Listed with what that is, never a finding.
  void exonerate(const CheckMade& made, const Said& reason);

  /// A finding that rests on these facts. Evidence and facts are added; id and key come later.
  void report(Finding finding, const std::vector<const Fact*>& facts);

  /// A remark on these facts, for completeness.
  void note(const CheckName& check, Said words, const std::vector<const Fact*>& facts);

  /// A finding that rests on facts, and the cause of every check that fails with one of these
  /// facts.
  void explain(Finding finding, const std::vector<const Fact*>& facts);

  /// A finding without numbers, at places of the document. Nothing where its one place is the end
  /// of a sentence that breaks off, which is a finding already.
  void report(Finding finding, std::vector<Evidence> places);

  /// A check that could not be made; listed once.
  void skip(CheckName check, Said reason);

  /// Makes findings of the checks that failed: one for all that have one cause. says_withheld: the
  /// document says that some rows are not published.
  void conclude(bool says_withheld);

 private:
  bool breaks_off_at(const Evidence& place) const;
  static bool are_withheld(const Failures& failures, bool says_withheld);
  void report_failures(const Failures& failures);
  void report_withheld(const Failures& failures);

  Extraction& extraction_;
  std::set<std::pair<CheckName, std::vector<const Fact*>>> made_;
  std::vector<Failure> failures_;
  std::set<const Fact*> explained_;
};

}  // namespace mingxi::audit
