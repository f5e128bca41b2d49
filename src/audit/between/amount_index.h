#pragma once

#include <compare>
#include <map>
#include <string>
#include <vector>

#include "audit/between/named_figures.h"
#include "audit/core/stages.h"

namespace mingxi::audit {

/// What an amount of a table is of. Two amounts of one key are one amount, where their tables are
/// of the same money.
struct AmountKey {
  bool is_income = false;  ///< of a table of income alone
  std::string row;         ///< "functional:208", or a name where there are no codes
  std::string column;  ///< "total", "basic"; of what a table of 基本支出 alone prints, "basic …"
  int period = 0;
  Basis basis = Basis::kBudget;

  auto operator<=>(const AmountKey&) const = default;
};

/// The rows that an amount is printed in.
struct AmountRows {
  Facts facts;
  bool are_all = true;  ///< no row of it can be missing: the table has no other, or adds up
};

/// The amounts of one table by what they are of. A class is its row, or else all rows under it;
/// rows of one code, such as those of several bodies, add up.
struct TableAmounts {
  const TableFigures* figures = nullptr;
  bool is_income = false;       ///< of income alone
  std::string part;             ///< basic or project, of a table of that alone; else empty
  std::string whole = "total";  ///< the column that its total is of: basic in a table of 基本支出
  std::string fund;             ///< of the money that the whole table is of; empty: not said
  std::map<AmountKey, AmountRows> amounts;
  std::map<AmountKey, Facts> above;  ///< bodies above their projects, in a list of these
  std::map<AmountKey, Facts> totals;  ///< row is empty; each is a total: 本年收入合计, 收入总计
};

/// The index of a document's tables.
std::vector<TableAmounts> amounts_by_table(const Audited& audited);

}  // namespace mingxi::audit
