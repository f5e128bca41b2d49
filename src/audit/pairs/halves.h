#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "audit/core/amount.h"
#include "model/between_documents.h"
#include "patterns/patterns.h"

namespace mingxi::audit {

/// A document that has only the prose of a disclosure, or only its tables, with all that tells
/// where the rest is.
struct Half {
  enum class Has { kProse, kTables };

  Has has = Has::kProse;
  std::string sha256;
  std::vector<std::string> paths;  ///< where the document is, each as given
  std::string body;                ///< the publisher, normalised; empty: unknown
  DocumentKind kind = DocumentKind::kUnknown;
  int year = 0;
  std::vector<Amount> totals;        ///< of all income or expenditure of the year, but zero
  std::vector<Amount> three_public;  ///< all 三公 of the year, but zero
};

/// Nothing for a document that has both or neither.
std::optional<Half> half_of(const Extraction& extraction, const patterns::Patterns& patterns,
                            std::vector<std::string> paths);

/// Two documents by sha256, the first of which a manifest says belongs with the second.
using NamedPartners = std::pair<std::string, std::string>;

/// The halves that belong together, by the prose: those that a manifest names; those in one folder
/// whose names differ in 说明 and 表 alone and that print a total or 三公 alike; those whose total
/// and 三公 are the same and no other's. Halves that name different bodies, years or kinds are
/// never paired by name or figures.
std::vector<DocumentPair> pairs_of(const std::vector<Half>& halves,
                                   const std::vector<NamedPartners>& named,
                                   const patterns::Patterns& patterns);

}  // namespace mingxi::audit
