#pragma once

#include <string>

#include "messages/texts.h"
#include "build/assemble.h"

namespace mingxi::cli {

/// Prints on standard error what is in a dataset and where it is.
void sum_up(const build::DatasetSummary& summary, const std::string& folder,
            messages::Language language);

}  // namespace mingxi::cli
