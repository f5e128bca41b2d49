#pragma once

#include <string>

#include "patterns/patterns.h"

namespace mingxi::extract {

/// The patterns in a directory, all of whose expressions are compiled; or those of the program
/// where `directory` is empty: they were compiled when it was tested. Throws Error(kPatterns).
patterns::Patterns load_patterns(const std::string& directory,
                                 patterns::Compiling of_program = patterns::Compiling::kWhenAsked);

}  // namespace mingxi::extract
