#pragma once

#include <vector>

#include "link/reading.h"
#include "model/fact.h"
#include "rules/statements.h"

namespace mingxi {

/// Slips in the words of a figure that was read: no unit, wording of the form left in.
void find_slips(const Reading& reading, const Match& match, const StatementRule& rule,
                const Paragraph& paragraph, const Document& document, std::vector<Finding>& into);

/// Units and classifiers that stand in the prose where a number should be: 减少万元.
///
/// Where many are missing, and more than figures were read, the form is blank: then one finding
/// says so.
std::vector<Finding> find_missing_numbers(const Document& document, const Layout& layout,
                                          const StatementRules& rules, std::size_t figures);

}  // namespace mingxi
