#pragma once

#include <string>

#include "audit/core/ledger.h"
#include "model/fact.h"

namespace mingxi::audit {

/// The title of a table, or its kind where it has none.
inline std::string title_of(const Table& table) {
  return table.title.empty() ? std::string(name_of(table.kind)) : table.title;
}

/// The header over a figure, from top to bottom: 基本支出/人员经费.
inline std::string header_of(const Fact& fact) {
  std::string header;
  for (const std::string& each : fact.header) header += (header.empty() ? "" : "/") + each;
  return header;
}

/// 《支出总表》公安（合计）: what a figure of a table is of, for people.
inline std::string place_name(const Table& table, const Fact& fact) {
  const std::string column = header_of(fact);
  const Sentence id = column.empty() ? Sentence::kPlace : Sentence::kPlaceInColumn;
  return said(id, {{"table", title_of(table)}, {"row", fact.subject}, {"column", column}}).chinese;
}

inline Said two_places(const std::string& first, const std::string& second) {
  return said(Sentence::kTwoPlaces, {{"first", first}, {"second", second}});
}

}  // namespace mingxi::audit
