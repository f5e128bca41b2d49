// A table can list one item several times, as the blocks of units do that it does not name. Such
// rows print the same words and are under no row of their own; only their amounts differ. One
// finding a table says so: nothing that is read of them distinguishes them.

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "audit/core/places.h"
#include "audit/core/stages.h"
#include "audit/tables/table_names.h"
#include "model/decimal.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

using Place = std::pair<int, int>;  // column and row

constexpr int kLongestName = 53;  // characters in a message

/// The whole numbers in the cells of a table.
std::map<Place, std::int64_t> whole_numbers(const Table& table) {
  std::map<Place, std::int64_t> numbers;
  for (const Cell& cell : table.cells) {
    const auto value = Decimal::parse(text::normalised(cell.text));
    if (value && value->places() == 0) numbers[{cell.column, cell.row}] = value->digits();
  }
  return numbers;
}

/// Whether a number is one more than that above it or one less than that below, and no larger than
/// a table has rows: it counts them.
bool is_row_number(const std::map<Place, std::int64_t>& numbers, const Cell& cell, int rows) {
  const auto own = numbers.find({cell.column, cell.row});
  if (own == numbers.end() || own->second > rows) return false;
  const auto above = numbers.find({cell.column, cell.row - 1});
  const auto below = numbers.find({cell.column, cell.row + 1});
  return (above != numbers.end() && above->second + 1 == own->second) ||
         (below != numbers.end() && below->second == own->second + 1);
}

/// What each row prints beside its figures and its number.
std::map<int, std::string> words_by_row(const TableFigures& figures) {
  std::set<int> columns;
  for (const Fact* fact : figures.facts) columns.insert(*fact->column);
  const std::map<Place, std::int64_t> numbers = whole_numbers(*figures.table);
  std::map<int, std::string> words;
  for (const Cell& cell : figures.table->cells) {
    if (columns.count(cell.column) > 0 || is_row_number(numbers, cell, figures.table->rows))
      continue;
    for (int row = cell.row; row < cell.row + cell.row_span; ++row)
      words[row] += text::normalised(cell.text) + "|";
  }
  return words;
}

/// The leaves of one column and one wording, and how many rows above them have parts.
using Rows = std::map<std::pair<std::string, int>, std::vector<const Fact*>>;

Rows alike_rows(const TableFigures& figures) {
  const std::map<int, std::string> words = words_by_row(figures);
  std::map<int, int> wholes;  // of each row: how many rows with parts are above it
  int count = 0;
  for (const Fact* fact : figures.facts) {
    const bool is_whole = fact->line_kind == LineKind::kSubtotal;
    const auto [row, is_new] = wholes.insert({*fact->row, count});
    if (is_whole && is_new) ++count;
  }
  Rows rows;
  for (const Fact* fact : figures.facts) {
    if (fact->line_kind != LineKind::kLeaf) continue;
    const auto own = words.find(*fact->row);
    if (own == words.end()) continue;
    const std::string place = std::to_string(wholes[*fact->row]) + "|" + own->second;
    rows[{place, *fact->column}].push_back(fact);
  }
  return rows;
}

bool differ_in_value(const std::vector<const Fact*>& facts) {
  return std::any_of(facts.begin(), facts.end(),
                     [&](const Fact* fact) { return fact->value != facts.front()->value; });
}

}  // namespace

void check_repeated_rows(const TableFigures& figures, Ledger& ledger) {
  std::vector<const Fact*> repeated;
  std::set<std::string> names;
  for (const auto& [place, facts] : alike_rows(figures)) {
    if (!differ_in_value(facts)) continue;
    repeated.insert(repeated.end(), facts.begin(), facts.end());
    names.insert(place.first);
  }
  if (repeated.empty()) return;
  std::sort(repeated.begin(), repeated.end(), [](const Fact* a, const Fact* b) {
    return std::pair(*a->row, *a->column) < std::pair(*b->row, *b->column);
  });
  Said words =
      said(Sentence::kRowsRepeat, {{"table", title_of(*figures.table)},
                                   {"name", shortened(repeated.front()->subject, kLongestName)},
                                   {"count", std::to_string(names.size())}});
  ledger.note({Check::kRepeat, "rows"}, std::move(words), repeated);
}

}  // namespace mingxi::audit
