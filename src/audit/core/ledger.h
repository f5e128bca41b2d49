#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "audit/core/amount.h"
#include "model/fact.h"

namespace mingxi::audit {

/// One check that was made: what it is called, how it reads with its printed values, and the facts
/// it rests on.
struct CheckMade {
  std::string check;               ///< "sum/class"
  std::string formula;             ///< "0.43 = 0 + 0.43"
  std::vector<const Fact*> facts;  ///< the figure that is checked first
  std::string about;               ///< what it is of, for the message: 社会保障和就业支出
  std::string about_en;
  bool may_be_partial = false;  ///< a sum whose parts may not be all of them
};

/// Keeps what was checked: proofs, findings, and what could not be checked. Every check leaves one
/// of the three.
class Ledger {
 public:
  explicit Ledger(Extraction& extraction) : extraction_(extraction) {}

  /// A check with numbers: a proof, or a finding where the numbers contradict each other. The same
  /// figures are not checked twice under one name.
  void record(const CheckMade& made, const Comparison& comparison);

  /// A finding that rests on these facts. Evidence and facts are added; id and key come later.
  void report(Finding finding, const std::vector<const Fact*>& facts);

  /// The same, and the cause of every check that fails with one of these facts.
  void explain(Finding finding, const std::vector<const Fact*>& facts);

  /// A finding without numbers, at places of the document.
  void report(Finding finding, std::vector<Evidence> places);

  /// A check that could not be made; told once.
  void skip(std::string check, std::string reason, std::string reason_en);

  /// Makes findings of the checks that failed: one for all that share a figure, since one wrong
  /// figure breaks several sums. And one for the sums of each table that hold within rounding.
  void conclude();

 private:
  /// A check that is not exact.
  struct Difference {
    CheckMade made;
    Comparison comparison;
  };
  Finding finding_of(const Difference& failure, std::size_t others) const;
  static Finding rounding_of(const Table& table, const std::vector<Difference>& all);
  void conclude_rounding();

  Extraction& extraction_;
  std::set<std::string> made_;
  std::vector<Difference> failures_;
  std::set<const Fact*> explained_;
  std::map<std::string, std::vector<Difference>> rounded_;  ///< by table; these did not fail
};

}  // namespace mingxi::audit
