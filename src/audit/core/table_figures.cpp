#include "audit/core/table_figures.h"

#include "audit/core/amount.h"
#include "text/item_numbering.h"
#include "text/normalise.h"

namespace mingxi::audit {

std::vector<TableFigures> figures_by_table(const Extraction& extraction) {
  std::map<std::string_view, std::size_t> places;
  std::vector<TableFigures> tables;
  for (const Table& table : extraction.tables) {
    places[table.id] = tables.size();
    tables.push_back({&table, {}});
  }
  for (const Fact& fact : extraction.facts)
    if (fact.table) tables[places.at(*fact.table)].facts.push_back(&fact);
  std::erase_if(tables, [](const TableFigures& figures) { return figures.facts.empty(); });
  return tables;
}

std::string bare_name(std::string_view subject) {
  const std::string name = text::normalised(subject);
  return std::string(text::numbered_item(name).name);
}

}  // namespace mingxi::audit
