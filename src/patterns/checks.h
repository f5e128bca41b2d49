#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/table_kind.h"
#include "patterns/pattern_names.h"
#include "patterns/between_documents.h"
#include "patterns/entries/pattern.h"

namespace mingxi::patterns {

/// Which of two lists side by side.
enum class ListSide { kIncome, kExpenditure };

/// Names of rows that identities are about: 收入总计, 上年结转.
struct RowName {
  std::string id;
  ListSide side = ListSide::kIncome;
  Pattern pattern;
};

/// Items of both classifications that one payment is under: 2210201 and 30113.
struct SharedPayment {
  std::vector<std::string> functional;
  std::vector<std::string> economic;
};

/// A concept of the prose that others make up: 政府采购 of goods, works and services.
struct Partition {
  std::string id;
  std::string whole;                  ///< ids of concepts
  std::vector<std::string> parts;     ///< must all be stated
  std::vector<std::string> optional;  ///< nothing where not stated
};

/// patterns/checks.json: identities between the figures of tables, and between those of the prose.
struct CheckRules {
  explicit CheckRules(const StrictJson& json);

  /// The row name with this id. Requires a known one.
  const RowName& row(std::string_view id) const;

  std::vector<Entry> entries;
  std::vector<RowName> rows;
  ListPatterns lists;  ///< words by which lists of the prose are known
  CheckPatterns words;
  std::vector<Partition> partitions;  ///< of one whole, the first whose parts are all stated holds
  std::vector<SharedPayment> payments;
  BetweenDocumentsRules between_documents;
};

}  // namespace mingxi::patterns
