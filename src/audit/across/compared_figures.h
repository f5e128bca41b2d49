#pragma once

#include <string>
#include <vector>

#include "audit/across/between_ledger.h"

namespace mingxi::audit {

/// What a document says of the year and basis of another, figure by figure.
void compare_figures(const CheckName& check, const ComparableDocument& document,
                     const ComparableDocument& other, BetweenLedger& ledger);

/// The tables of a department, figure by figure, against the sum of all of its units.
void compare_sums(const CheckName& check, const ComparableDocument& department,
                  const std::vector<const ComparableDocument*>& units, BetweenLedger& ledger);

}  // namespace mingxi::audit
