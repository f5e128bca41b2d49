#pragma once

#include <string>

#include "model/fact.h"

namespace mingxi::audit {

/// 《支出总表》公安（合计）: what a figure of a table is of, for people.
inline std::string place_name(const Table& table, const Fact& fact) {
  const std::string title = table.title.empty() ? table.kind : table.title;
  std::string header;
  for (const std::string& each : fact.header) header += (header.empty() ? "" : "/") + each;
  return "《" + title + "》" + fact.subject + (header.empty() ? "" : "（" + header + "）");
}

}  // namespace mingxi::audit
