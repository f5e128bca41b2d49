// An item of the functional classification that a table prints several times, with other amounts
// each time, is of several bodies. Where no row and no column says which, that is told.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "audit/core/stages.h"
#include "audit/tables/table_names.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kFewestCodes = 2;

/// The rows of each item in the columns of totals; empty where a row says whose it is.
std::map<std::string, std::vector<const Fact*>> rows_of_items(const TableFigures& figures) {
  std::map<std::string, std::vector<const Fact*>> rows;
  for (const Fact* fact : figures.facts) {
    if (fact->body || fact->codes.size() > 1) return {};
    const bool is_whole = fact->measure == Measure::kLevel && fact->line_kind == LineKind::kLeaf &&
                          (fact->component == "total" || fact->component == "amount");
    if (is_whole && fact->code && fact->code->starts_with("functional:"))
      rows[*fact->code].push_back(fact);
  }
  return rows;
}

bool have_one_time(const std::vector<const Fact*>& rows) {
  return std::all_of(rows.begin(), rows.end(), [&](const Fact* row) {
    return time_of(*row) == time_of(*rows.front()) && row->column == rows.front()->column;
  });
}

bool is_repeated(const std::vector<const Fact*>& rows) {
  return rows.size() > 1 && have_one_time(rows) && !(rows[0]->value == rows[1]->value);
}

}  // namespace

void check_repeated_codes(const TableFigures& figures, Ledger& ledger) {
  std::vector<const Fact*> first;
  std::size_t codes = 0;
  for (const auto& [code, rows] : rows_of_items(figures)) {
    if (!is_repeated(rows)) continue;
    ++codes;
    if (first.empty()) first = rows;
  }
  if (codes < kFewestCodes) return;
  ledger.note("repeat",
              said(Sentence::kCodesRepeated, {{"table", title_of(*figures.table)},
                                              {"count", std::to_string(codes)},
                                              {"name", first[0]->subject},
                                              {"a", as_printed(*first[0])},
                                              {"b", as_printed(*first[1])}}),
              first);
}

}  // namespace mingxi::audit
