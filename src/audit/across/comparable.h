#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "audit/core/amount.h"
#include "model/fact.h"
#include "patterns/patterns.h"

namespace mingxi::audit {

/// Whose document it is: all that is needed to decide which documents belong together.
struct DocumentCard {
  std::string sha256;
  std::string body;  ///< the publisher or its head office, normalised; empty: unknown
  DocumentKind kind = DocumentKind::kUnknown;
  Scope scope = Scope::kUnknown;  ///< kUnit for a head office (本级) too
  int year = 0;
  std::vector<std::string> units;  ///< bodies that its tables list, each once

  bool operator==(const DocumentCard&) const = default;
};

DocumentCard document_card(const Extraction& extraction, const patterns::Patterns& patterns);

/// A figure that another document may print too.
struct ComparableFigure {
  std::string what;  ///< a concept, or a code with its column: "functional:2010301 total"
  std::string fund;  ///< where the money comes from (checks.json); "all", or empty: not said
  int period = 0;
  Basis basis = Basis::kBudget;
  Fact fact;
  std::optional<Fact> change;  ///< the figure is the fact less this change

  std::optional<Amount> amount() const;
};

/// A document with its figures that others may print too; what is left of an extraction when many
/// documents are compared.
struct ComparableDocument {
  DocumentCard card;
  Source source;
  Identity identity;
  std::set<std::string> funds_read;  ///< of the tables with codes that were read
  std::vector<ComparableFigure> figures;
};

ComparableDocument comparable(const Extraction& extraction, const patterns::Patterns& patterns);

/// The basis of a document's own amounts.
inline Basis own_basis(DocumentKind kind) {
  return kind == DocumentKind::kFinalAccount ? Basis::kActual : Basis::kBudget;
}

}  // namespace mingxi::audit
