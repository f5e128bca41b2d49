#pragma once

#include <string>

#include "cli/texts.h"
#include "pipeline/assemble.h"

namespace mingxi {

/// Tells on standard error what is in a dataset and where it is.
void sum_up(const DatasetSummary& summary, const std::string& folder, Language language);

}  // namespace mingxi
