#pragma once

#include <set>
#include <string>
#include <vector>

#include "audit/core/amount.h"
#include "messages/sentences.h"
#include "model/fact.h"

namespace mingxi::audit {

using messages::said;
using messages::Said;
using messages::Sentence;

/// How the figures of a check belong together: says in which words a difference is reported.
enum class Relation { kEqual, kSum, kChange, kRatio };

/// What makes it sure that the figures of a check belong together. Structure alone is a guess: a
/// sum that only the order of rows suggests may be no sum.
enum class Support { kFirm, kWeak };

/// One check that was made: what it is called, how it reads with its printed values, and the facts
/// it rests on.
struct CheckMade {
  CheckName check;
  std::string formula;             ///< "0.43 = 0 + 0.43"
  std::vector<const Fact*> facts;  ///< the figure that is checked first
  std::string about;               ///< what it is of, for the message: 社会保障和就业支出
  std::string about_en;
  Relation relation = Relation::kEqual;
  Support support = Support::kFirm;
  bool may_be_partial = false;   ///< a sum whose parts may not be all of them
  bool may_be_withheld = false;  ///< a sum of rows of which some may not be published
};

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
  void exonerate(const CheckMade& made, const std::string& reason, const std::string& reason_en);

  /// A finding that rests on these facts. Evidence and facts are added; id and key come later.
  void report(Finding finding, const std::vector<const Fact*>& facts);

  /// The same, and the cause of every check that fails with one of these facts.
  void explain(Finding finding, const std::vector<const Fact*>& facts);

  /// A finding without numbers, at places of the document.
  void report(Finding finding, std::vector<Evidence> places);

  /// A check that could not be made; listed once.
  void skip(CheckName check, Said reason);
  void skip(CheckName check, std::string reason, std::string reason_en);

  /// Makes findings of the checks that failed: one for all that have one cause. says_withheld: the
  /// document tells that some rows are not published.
  void conclude(bool says_withheld);

 private:
  /// A check that failed.
  struct Failure {
    CheckMade made;
    Comparison comparison;
  };
  using Failures = std::vector<const Failure*>;

  static bool have_one_cause(const Failure& a, const Failure& b);
  static bool are_withheld(const Failures& failures, bool says_withheld);
  std::vector<Failures> by_cause() const;
  void report_failures(const Failures& failures);
  void report_withheld(const Failures& failures);

  Extraction& extraction_;
  std::set<std::pair<CheckName, std::vector<const Fact*>>> made_;
  std::vector<Failure> failures_;
  std::set<const Fact*> explained_;
};

}  // namespace mingxi::audit
