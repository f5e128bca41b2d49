#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/tables/times.h"
#include "model/table_view.h"
#include "patterns/tables.h"

namespace mingxi::facts {

enum class ColumnRole {
  kCode,      ///< digits of a classification, whole or split over columns (类, 款, 项)
  kBodyCode,  ///< numbers of units
  kName,      ///< names of items; units can be among them
  kBody,      ///< names of units alone
  kTime,      ///< years, 预算数, 增减 …: the time of the row
  kAmount,
  kOther
};

/// What a column of a table is.
struct Column {
  ColumnRole role = ColumnRole::kOther;
  int side = 0;  ///< number of the list it belongs to, in tables that set lists side by side
  std::vector<int> cells;           ///< the cells of its header, top to bottom
  std::vector<std::string> header;  ///< their texts as printed
  std::vector<std::string> path;    ///< the same, normalised
  bool may_name_bodies = false;     ///< of names: the header says that units are among them

  std::vector<std::string> components;  ///< of amounts; see Fact::components
  std::string component;                ///< of amounts; see Fact::component
  std::string item;  ///< of amounts: the nearest header that names what is counted, as printed
  TimeWords time;    ///< of amounts: what the header says of time
  std::string unit;  ///< of amounts: that of the column alone, such as 元 or %
};

/// The columns of a table, left to right: what they hold decides first, their header second.
std::vector<Column> columns_of(const Table& table, const TableView& view, const Identity& identity,
                               const patterns::TableRules& rules);

/// Sets component, components and item of the amounts of each list: the meanings of the header
/// cells over a column, from outer to inner, that are not over all amounts of one list and
/// one time (预算数, 支出, 一般公共预算支出 name the whole).
void read_components(const TableView& view, const Identity& identity,
                     const patterns::TableRules& rules, std::vector<Column>& columns);

bool is_header_row(const Table& table, int row);

}  // namespace mingxi::facts
