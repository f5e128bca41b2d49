#pragma once

#include <map>
#include <string>
#include <vector>

#include "audit/across/disagreements.h"
#include "audit/core/ledger.h"
#include "model/between_documents.h"

namespace mingxi::audit {

/// Keeps what was checked between documents, as Ledger does for one.
class BetweenLedger {
 public:
  /// A document that takes part.
  void use(const ComparableDocument& document);

  /// A check that holds.
  void record(const CheckName& check, const FigureOf& checked, const std::vector<FigureOf>& others,
              const Comparison& comparison);

  /// Those of a check of one document that do not hold, and how many figures were compared.
  void conclude(const CheckName& check, const std::vector<Disagreement>& disagreements,
                std::size_t compared);

  /// A check that could not be made; reported once.
  void skip(const CheckName& check, Said reason);

  /// All of it: findings by severity, document and page, with ids and keys, and the figures that
  /// they rest on.
  BetweenDocuments result();

 private:
  std::map<std::string, const ComparableDocument*> used_;  // by sha256
  BetweenDocuments result_;
};

}  // namespace mingxi::audit
