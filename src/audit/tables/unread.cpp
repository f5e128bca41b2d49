#include "audit/tables/unread.h"

#include <algorithm>

namespace mingxi::audit {

UnreadPlaces unread_in(const Table& table, const std::vector<UnreadCell>& cells) {
  UnreadPlaces places;
  for (const UnreadCell& cell : cells)
    if (cell.table == table.id) places.emplace(cell.row, cell.column);
  return places;
}

TableFigures whole_columns(const TableFigures& figures, const UnreadPlaces& unread) {
  TableFigures whole{.table = figures.table, .facts = {}};
  for (const Fact* fact : figures.facts) {
    const bool is_whole = std::none_of(unread.begin(), unread.end(), [fact](const auto& place) {
      return place.second == fact->column;
    });
    if (is_whole) whole.facts.push_back(fact);
  }
  return whole;
}

void skip_unread(const CheckName& check, const Table& table, Ledger& ledger) {
  ledger.skip(check, said(Sentence::kFigureNotRead, {{"table", table.id}}));
}

}  // namespace mingxi::audit
