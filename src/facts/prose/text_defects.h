#pragma once

#include <vector>

#include "facts/prose/statement_draft.h"
#include "model/fact.h"
#include "patterns/statements.h"

namespace mingxi::facts {

/// Defects in the words of a figure that was read: no unit, wording of the form left in.
void find_text_defects(const StatementDraft& draft, const patterns::Match& match,
                       const patterns::StatementRule& rule, const Paragraph& paragraph,
                       const Document& document, std::vector<Finding>& into);

/// Units and classifiers that are in the prose where a number should be: 减少万元.
///
/// Where many are missing, and more than figures were read, the form is blank: then one finding
/// says so.
std::vector<Finding> find_missing_numbers(const Document& document, const Layout& layout,
                                          const patterns::StatementRules& rules,
                                          std::size_t figures);

}  // namespace mingxi::facts
