#pragma once

#include <vector>

#include "output/document_json/json_place.h"
#include "model/fact.h"

namespace mingxi::output {

/// Every item of a list as read gives it.
template <typename T>
std::vector<T> read_all(const JsonPlace& list, T (*read)(const JsonPlace&)) {
  std::vector<T> result;
  const std::vector<JsonPlace> items = list.items();
  result.reserve(items.size());
  for (const JsonPlace& item : items) result.push_back(read(item));
  return result;
}

Box read_box(const JsonPlace& place);

/// The check of this name.
CheckName read_check(const JsonPlace& place);

/// What append_table and append_checks write. Throw Error(kCorrupt).
Table read_table(const JsonPlace& place);
Checks read_checks(const JsonPlace& place);

}  // namespace mingxi::output
