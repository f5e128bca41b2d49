#pragma once

#include "audit/stages.h"

namespace mingxi {

/// Marks set twice, quotes and brackets without their other half, sentences without their 。.
void check_punctuation(const Audited& audited, Ledger& ledger);

}  // namespace mingxi
