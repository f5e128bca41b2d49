#pragma once

#include <vector>

#include "model/table_view.h"
#include "patterns/tables.h"

namespace mingxi::facts {

/// The rows of a table that are header, numbering (栏次, 1 2 3), its title or its unit: no data.
/// first_rows: the first row of each of its parts, page by page; repeated headers are found there.
std::vector<int> header_rows(const TableView& view, const std::vector<int>& first_rows,
                             const patterns::TableRules& rules);

}  // namespace mingxi::facts
