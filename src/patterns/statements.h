#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/fact.h"
#include "model/quantity.h"
#include "patterns/entries/pattern.h"
#include "patterns/statement_expressions.h"

namespace mingxi::patterns {

/// What a figure is beyond its measure.
enum class StatementRole {
  kFigure,
  kBase,         ///< it is of the year, or the basis, that is compared with
  kTargetBound,  ///< in a target it is a lower bound
  kScore,        ///< it needs no unit
};

/// How the words around a figure say what it is.
struct StatementRule {
  std::string id;  ///< "statements/change"
  Measure measure = Measure::kLevel;
  std::vector<UnitKind> kinds;
  StatementRole role = StatementRole::kFigure;
  Expression before;                 ///< on the words before the figure
  std::optional<Expression> after;   ///< on the words after it
  std::optional<Expression> unless;  ///< on the words before: then the rule does not apply
  int up = -1;                       ///< numbers of named groups of `before`; -1: it has none
  int down = -1;
  int either = -1;
  int whole = -1;
  int basis = -1;
};

/// What a clause rule says of one of its figures.
struct ClauseRole {
  int figure = -1;  ///< number of the group that takes it
  Measure measure = Measure::kLevel;
  StatementRole role = StatementRole::kFigure;
  bool has_subject_of_last = false;  ///< it is of what the figure before it is of
  int name = -1;  ///< number of the group that names it; -1: named before the clause
};

/// A clause that binds several figures: 完成预算8.00万元的70%. It is matched against the text with
/// its figures and opaque names masked.
struct ClauseRule {
  std::string id;  ///< "clauses/from_to"
  Expression pattern;
  std::vector<ClauseRole> roles;
  int down = -1;  ///< numbers of named groups; -1: it has none
  int basis = -1;
};

/// Words that name where money comes from.
struct FundingRule {
  std::string id;  ///< "general_budget", as in the facts
  Expression pattern;
};

/// A word that names a basis; what it means depends on the kind of document.
struct BasisRule {
  std::string id;
  Expression pattern;
  Basis in_budget = Basis::kBudget;
  Basis in_final_account = Basis::kActual;
};

/// Everything in patterns/statements.json: how the prose of a disclosure binds its figures.
struct StatementRules {
  std::vector<StatementRule> rules;  ///< the first that applies reads the figure
  std::vector<ClauseRule> clauses;   ///< read before them; of two the earlier has a figure
  std::string no_change_id;          ///< the rule that reads 与上年持平
  std::vector<BasisRule> bases;
  std::vector<FundingRule> fundings;  ///< the first that a name matches is its funding
  Expression leading;                 ///< words taken off the start of a name
  Expression trailing;                ///< words taken off its end
  StatementExpressions expressions;
  Expression missing_number;   ///< a unit or classifier that is printed where a number should be
  std::vector<Entry> entries;  ///< of the expressions
  std::vector<Entry>
      rule_entries;  ///< of the rules; their examples give facts and may give the kind of document
  std::vector<Entry> missing_entries;  ///< of missing_number; their examples give quotes
};

/// Reads patterns/statements.json. Throws Error(kPatterns) for what is malformed or not used.
StatementRules statement_rules_from(const StrictJson& json);

}  // namespace mingxi::patterns
