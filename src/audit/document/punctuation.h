#pragma once

#include "audit/core/stages.h"

namespace mingxi::audit {

/// Marks set twice, quotes and brackets without their other half, sentences without their 。.
void check_punctuation(const Audited& audited, Ledger& ledger);

}  // namespace mingxi::audit
