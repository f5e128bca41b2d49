#include "audit/tables/list_rows.h"

#include <algorithm>

#include "text/normalise.h"

namespace mingxi::audit {

std::vector<const Fact*> list_figures(const TableFigures& figures, patterns::ListSide side,
                                      std::string_view component) {
  // Columns of amounts or totals, left to right, are one list each.
  std::vector<int> columns;
  for (const Fact* fact : figures.facts) {
    const bool heads_a_list = fact->component == "amount" || fact->component == "total";
    if (heads_a_list && std::find(columns.begin(), columns.end(), *fact->column) == columns.end())
      columns.push_back(*fact->column);
  }
  std::sort(columns.begin(), columns.end());
  if (columns.size() < 2) return {};
  std::vector<const Fact*> result;
  for (const Fact* fact : figures.facts) {
    if (fact->measure != Measure::kLevel) continue;
    const bool is_first_list = *fact->column < columns[1];
    const bool is_second_list =
        *fact->column >= columns[1] && (columns.size() < 3 || *fact->column < columns[2]);
    if (side == patterns::ListSide::kIncome ? !is_first_list : !is_second_list) continue;
    const bool is_wanted = component.empty()
                               ? fact->component == "amount" || fact->component == "total"
                               : fact->component == component;
    if (is_wanted) result.push_back(fact);
  }
  return result;
}

std::vector<const Fact*> rows_named(const TableFigures& figures, const patterns::RowName& name,
                                    std::string_view component) {
  std::vector<const Fact*> result;
  for (const Fact* fact : list_figures(figures, name.side, component)) {
    if (name.pattern.matches(text::normalised(fact->subject))) result.push_back(fact);
  }
  return result;
}

}  // namespace mingxi::audit
