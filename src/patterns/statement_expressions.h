#pragma once

#include <string_view>

#include "patterns/entries/pattern.h"
#include "patterns/entries/strict_json.h"

namespace mingxi::patterns {

/// The expressions of patterns/statements.json that the linker asks for, with the numbers of their
/// groups. They are in the file by the names they have here.
struct StatementExpressions {
  /// An expression with one group that is asked for.
  struct Part {
    Expression pattern;
    int group = 0;

    /// What the group takes in a text; empty if the expression does not match.
    std::string_view in(std::string_view text) const;
  };
  /// X(类)Y(款)Z(项), and what begins with 款 or 项; -1 for the groups that a form lacks.
  struct Path {
    Expression pattern;
    int class_name, class_code, group, group_code, item, item_code, item_only, item_only_code;
  };
  struct Coded {
    Expression pattern;
    int name, code;
  };
  struct Compare {
    Expression pattern;
    int period, basis, basis_only, same_time;
  };
  struct AsOf {
    Expression pattern;
    int year, year_end;
  };

  // Names.
  Expression opaque, bare, generic, verb, hollow, no_head, short_noun, score_tail, unit_name;
  Part attributive, listed_name, side, funded_before, funded_inside, budgeted_item;
  Expression publisher_tail, involved, keep_carry_over, carry_over_year, title_tail, number_or_note,
      budget_tail, no_name, fund_of_same_name, funding_tail, numbering;
  Path path, path_below;
  Coded code_after, code_before;
  // Time.
  Compare compare;
  AsOf as_of;
  Part period, end_of_plan, horizon;
  // Paragraphs.
  Expression report_title, target_title, planned_thing, existing, evenly;
  Expression no_change, planned, stock, target_label, functional_context, economic_context,
      whole_marker, clause_of_reason, not_noun, attribute, attributive_clause, planned_now, aside,
      people, change_printed;
  Part noun, not_used, place_clause;
};

/// Makes the object "expressions" a StatementExpressions. Throws Error(kPatterns) for an expression
/// or a group that is missing, and for an expression that nothing asks for.
StatementExpressions statement_expressions_from(const StrictJson& json, Definitions& definitions,
                                                std::vector<Entry>& entries);

}  // namespace mingxi::patterns
