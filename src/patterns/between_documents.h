#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "patterns/pattern_names.h"
#include "patterns/tables.h"

namespace mingxi::patterns {

/// Tables of one kind of money whose rows have codes.
struct CodedTables {
  std::vector<TableKind> kinds;
  std::string fund;  ///< "all", or a name of funds
};

/// checks.json, between_documents: what a document prints that another one prints too.
struct BetweenDocumentsRules {
  explicit BetweenDocumentsRules(const StrictJson& json);

  /// The tables of this kind; nullptr where their rows are not compared.
  const CodedTables* coded_tables(TableKind kind) const;

  std::vector<Entry> entries;
  Labels funds;  ///< what a title, a heading or a name says that money comes from
  BetweenDocumentsPatterns words;
  std::vector<CodedTables> tables;
  std::set<std::string, std::less<>> components;  ///< columns of them
  std::set<std::string, std::less<>> concepts;
};

}  // namespace mingxi::patterns
