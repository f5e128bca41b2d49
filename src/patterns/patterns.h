#pragma once

#include <string>
#include <vector>

#include "patterns/checks.h"
#include "patterns/classification.h"
#include "patterns/concepts.h"
#include "patterns/embedded.h"
#include "patterns/form.h"
#include "patterns/identity.h"
#include "patterns/layout.h"
#include "patterns/places.h"
#include "patterns/statements.h"
#include "patterns/tables.h"
#include "patterns/units.h"

namespace mingxi::patterns {

/// patterns/ in memory: everything the program knows about wording.
struct Patterns {
  /// Throws Error(kPatterns), with file and JSON pointer, for a file that is missing, not known or
  /// malformed.
  explicit Patterns(const std::vector<PatternFile>& files,
                    Compiling compiling = Compiling::kAtOnce);

  Units units;
  Classification classification;
  Concepts concepts;
  StatementRules statements;
  IdentityRules identity;
  TableRules tables;
  CheckRules checks;
  FormRules form;
  LayoutPatterns layout;
  Places places;
  std::string sha256;  ///< of all files; set by the loader
};

}  // namespace mingxi::patterns
