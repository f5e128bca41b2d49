#pragma once

#include <string>
#include <vector>

#include "rules/checks.h"
#include "rules/classification.h"
#include "rules/concepts.h"
#include "rules/embedded.h"
#include "rules/form.h"
#include "rules/identity.h"
#include "rules/places.h"
#include "rules/statements.h"
#include "rules/tables.h"
#include "rules/units.h"

namespace mingxi {

/// patterns/ in memory: everything the program knows about wording.
struct Pack {
  /// Throws Error(kPatterns), with file and JSON pointer, for a file that is missing, not known or
  /// malformed.
  explicit Pack(const std::vector<PatternFile>& files);

  Units units;
  Classification classification;
  Concepts concepts;
  StatementRules statements;
  IdentityRules identity;
  TableRules tables;
  CheckRules checks;
  FormRules form;
  Places places;
  std::string sha256;  ///< of all files; set by the loader
};

}  // namespace mingxi
