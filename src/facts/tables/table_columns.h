#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/fact.h"
#include "model/table_view.h"
#include "patterns/tables.h"

namespace mingxi::facts {

enum class ColumnRole { kCode, kName, kUnitName, kAmount, kOther };

/// What a column of a table is.
struct Column {
  ColumnRole role = ColumnRole::kOther;
  bool is_of_government_scheme = false;  ///< 政府预算支出经济分类
  int side = 0;  ///< number of the list it belongs to, in tables that set lists side by side
  std::vector<std::string> header;  ///< as printed, top to bottom
  std::vector<std::string> path;    ///< the same, normalised
  std::string component;            ///< of amounts; see Fact::component
  std::string item;  ///< of amounts: the nearest header that names what is counted, as printed
  Measure measure = Measure::kLevel;
  int period = 0;
  Basis basis = Basis::kBudget;
  std::string unit_sign;  ///< "%" of rates
};

/// Whether a cell holds only a dash, printed where there is no amount.
bool is_dash(std::string_view text);

/// The columns of a table, left to right. period and basis are those of the document where the
/// header does not say otherwise.
std::vector<Column> columns_of(const Table& table, const TableView& view, const Identity& identity,
                               const patterns::TableRules& rules);

}  // namespace mingxi::facts
