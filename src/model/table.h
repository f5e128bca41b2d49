#pragma once

#include <string>
#include <vector>

#include "model/geometry.h"
#include "model/table_kind.h"

namespace mingxi {

/// One cell as printed. A merged cell is one cell with its spans at its top left place.
struct Cell {
  int row = 0;  ///< from 0, running on through joined pages
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  int page = 1;
  std::string text;  ///< as printed, white space aside; blank cells have none
  Box box;
  bool continues = false;  ///< it goes on with a cell begun on the page before

  bool operator==(const Cell&) const = default;
};

/// Where the unit of a table is printed.
enum class UnitFrom { kTable, kPage, kDocument, kNone };

/// Whether a table holds figures; empty, it may say so or not.
enum class TableState { kData, kEmptyDeclared, kEmptyUndeclared };

/// Why a part of a table on another page belongs to it.
struct TableJoin {
  int page = 1;        ///< the page of the later part
  std::string reason;  ///< repeated_title, repeated_header, same_columns or open_row

  bool operator==(const TableJoin&) const = default;
};

/// A ruled table, joined over its pages, every cell as printed. The fields are those of the
/// document JSON, in its order.
struct Table {
  std::string id;  ///< "t1", "t2" … in reading order
  TableKind kind = TableKind::kOther;
  std::string title;  ///< as printed; empty if there is none
  std::string unit;   ///< 元, 万元 …; empty if not known
  UnitFrom unit_from = UnitFrom::kNone;
  std::string prepared_by;  ///< what is after 编制单位：; empty if nothing does
  std::vector<int> pages;
  int rows = 0;
  int columns = 0;
  std::vector<int> header_rows;  ///< row numbers, repeated ones too
  TableState state = TableState::kData;
  std::vector<TableJoin> joins;
  std::vector<Cell> cells;  ///< by row, then column

  bool operator==(const Table&) const = default;
};

}  // namespace mingxi
