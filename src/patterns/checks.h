#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "patterns/between_documents.h"
#include "patterns/expression.h"
#include "patterns/strict_json.h"
#include "patterns/tables.h"

namespace mingxi::patterns {

/// Which of two lists side by side.
enum class ListSide { kIncome, kExpenditure };

/// Names of rows that identities speak of: 收入总计, 上年结转.
struct RowName {
  std::string id;
  ListSide side = ListSide::kIncome;
  Expression pattern;
  std::optional<Expression> unless;

  bool names(std::string_view row) const {
    return pattern.matches(row) && !(unless && unless->matches(row));
  }
};

/// Words by which lists of the prose are known: lead, nested, remainder.
struct ListWording {
  std::string id;
  Expression pattern;
};

/// Figures of a table of one of these kinds.
struct FigureSelector {
  std::vector<std::string> tables;
  std::vector<std::string> rows;  ///< ids of rows, the first that is there; none: the total row
  std::string component;          ///< empty: amount or total
  std::optional<ListSide> side;
};

/// Two tables print the same.
struct EqualIdentity {
  std::string id;
  FigureSelector left;
  FigureSelector right;
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

  /// The row name with this id. Requires a known one; the loader has seen to it.
  const RowName& row(std::string_view id) const;

  /// The words of lists with this id; likewise.
  const Expression& list_words(std::string_view id) const;

  std::vector<LabelExample> examples;
  std::vector<LabelExample> counterexamples;
  std::vector<RowName> rows;
  std::vector<ListWording> lists;
  std::vector<EqualIdentity> equal;
  std::vector<EqualIdentity> classes;
  std::vector<Partition> partitions;  ///< of one whole, the first whose parts are all stated holds
  BetweenDocumentsRules between_documents;
};

}  // namespace mingxi::patterns
