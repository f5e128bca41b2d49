#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/tables/table_columns.h"
#include "model/table_view.h"
#include "patterns/patterns.h"

namespace mingxi::facts {

/// One row of one list of a table: what its amounts are of.
struct TableLine {
  int row = 0;
  int side = 0;
  std::string subject;              ///< as printed, without its code
  std::string name;                 ///< the same, normalised
  std::optional<std::string> code;  ///< "functional:2010601"
  std::optional<LineKind> kind;
};

/// The rows with a name, list by list. Codes split over columns are joined; names without codes in
/// tables of one list are looked up under the 类 and 款 above them.
std::vector<TableLine> lines_of(const Table& table, const TableView& view,
                                const std::vector<Column>& columns,
                                const patterns::Patterns& patterns);

}  // namespace mingxi::facts
