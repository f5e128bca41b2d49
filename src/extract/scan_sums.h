#pragma once

#include <vector>

#include "extract/scans.h"
#include "patterns/patterns.h"

namespace mingxi::extract {

/// Prints what was read on the pages of its document, and lets sums decide between the readings of
/// a number: the one with which a sum holds is verified and comes first.
void choose_by_sums(std::vector<Scan>& scans, Document& document,
                    const patterns::Patterns& patterns);

}  // namespace mingxi::extract
