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

}  // namespace mingxi::patterns
