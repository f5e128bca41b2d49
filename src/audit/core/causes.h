#pragma once

#include <string>
#include <vector>

#include "audit/core/amount.h"
#include "messages/sentences.h"
#include "model/fact.h"

namespace mingxi::audit {

using messages::in_both;
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
  Said about;                      ///< what it is of, for the message: 社会保障和就业支出
  Relation relation = Relation::kEqual;
  Support support = Support::kFirm;
  bool may_be_partial = false;   ///< a sum whose parts may not be all of them
  bool may_be_withheld = false;  ///< a sum of rows of which some may not be published
};

/// A check that failed.
struct Failure {
  CheckMade made;
  Comparison comparison;
};

/// Failures that one misprint explains.
using Failures = std::vector<const Failure*>;

/// The failures by their causes, in their order.
std::vector<Failures> by_cause(const std::vector<Failure>& failures);

/// The value that a figure is compared by: in 元, or in its unit.
Decimal printed_value(const Fact& fact);

}  // namespace mingxi::audit
