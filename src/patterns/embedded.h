#pragma once

#include <string>
#include <vector>

namespace mingxi::patterns {

/// One file of patterns/.
struct PatternFile {
  std::string name;  ///< "units.json"
  std::string text;
};

/// The patterns compiled into the program, by name.
std::vector<PatternFile> embedded_patterns();

/// The digest of their names and texts, which the build computes.
std::string embedded_patterns_sha256();

}  // namespace mingxi::patterns
