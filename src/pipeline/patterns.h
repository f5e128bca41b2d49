#pragma once

#include <string>

#include "rules/pack.h"

namespace mingxi {

/// The patterns in a directory, or those compiled into the program where `directory` is empty.
/// Throws Error(kPatterns).
Pack load_patterns(const std::string& directory);

}  // namespace mingxi
