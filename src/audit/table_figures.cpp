#include "audit/table_figures.h"

#include "audit/amount.h"
#include "text/normalise.h"

namespace mingxi {

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
  const std::string name = normalised(subject);
  std::string_view rest = name;
  for (const std::string_view mark : {"其中:", "其中：", "其中"})
    if (rest.starts_with(mark)) rest.remove_prefix(mark.size());
  std::size_t at = rest.starts_with("(") ? 1 : 0;
  const std::size_t first = at;
  const auto numeral = [&](std::size_t i) -> std::size_t {
    if (i < rest.size() && rest[i] >= '0' && rest[i] <= '9') return 1;
    for (const std::string_view each : {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"})
      if (rest.substr(i).starts_with(each)) return each.size();
    return 0;
  };
  while (const std::size_t size = numeral(at)) at += size;
  if (at > first) {
    for (const std::string_view end : {"、", ".", ")"})
      if (rest.substr(at).starts_with(end)) return std::string(rest.substr(at + end.size()));
  }
  return std::string(rest);
}

std::string sum_formula(const Fact& whole, const std::vector<const Fact*>& parts) {
  std::string formula = whole.value.text() + " =";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Decimal& value = parts[i]->value;
    if (i > 0) formula += value.is_negative() ? " -" : " +";
    formula += " " + (i > 0 && value.is_negative() ? value.negated() : value).text();
  }
  return formula;
}

}  // namespace mingxi
