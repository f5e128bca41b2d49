#pragma once

#include <string>
#include <vector>

#include "facts/prose/statements.h"
#include "messages/sentences.h"
#include "patterns/patterns.h"

namespace mingxi::extract {

/// An example or counterexample of patterns/ that does not come out as written.
struct TrialFailure {
  std::string where;  ///< file and JSON pointer
  messages::Said what;
};

struct TrialResult {
  int rules = 0;
  int examples = 0;
  int counterexamples = 0;
  std::vector<TrialFailure> failures;
};

/// Runs every example and counterexample written in patterns/.
TrialResult try_patterns(const patterns::Patterns& patterns);

/// A text as a document of one page and one paragraph, for examples and tests.
Document document_of(const std::string& text);

/// What a text says, read as a disclosure of 2023 of this kind.
facts::Statements statements_of(const std::string& text, DocumentKind kind,
                                const patterns::Patterns& patterns);

/// The facts of a text read as a disclosure of 2023 of this kind.
std::vector<Fact> facts_of(const std::string& text, DocumentKind kind,
                           const patterns::Patterns& patterns);

}  // namespace mingxi::extract
