#pragma once

#include "model/fact.h"

namespace mingxi {

/// A department budget of 2026 with a sum that fails in 万元, a word of a form left in, and a page
/// that is a scan, in the order note, warning, error.
Extraction audited_extraction();

}  // namespace mingxi
