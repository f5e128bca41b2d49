#pragma once

#include <string>

#include "patterns/patterns.h"

namespace mingxi::extract {

/// The patterns in a directory, or those compiled into the program where `directory` is empty.
/// Throws Error(kPatterns).
patterns::Patterns load_patterns(const std::string& directory);

}  // namespace mingxi::extract
