#include "output/dataset/workbook/facts_by_phase.h"

#include <algorithm>
#include <utility>

#include "output/dataset/dataset_schema.h"

namespace mingxi::output {
namespace {

std::size_t column_of_facts(std::string_view name) {
  const std::span<const Column> columns = schema_of(kFactRows).columns;
  return static_cast<std::size_t>(std::ranges::find(columns, name, &Column::name) -
                                  columns.begin());
}

}  // namespace

FactsByPhase::FactsByPhase()
    : measure_(column_of_facts("measure")),
      basis_(column_of_facts("basis")),
      amount_(column_of_facts("amount_yuan")) {
  std::ranges::transform(FactByPhase::kNames, columns_.begin(), column_of_facts);
}

void FactsByPhase::add(const Row& fact) {
  const auto phase = std::ranges::find(FactByPhase::kPhases, fact[basis_]);
  if (fact[measure_] != "level" || fact.is_missing(amount_) || phase == FactByPhase::kPhases.end())
    return;
  FactByPhase line;
  for (std::size_t i = 0; i < columns_.size(); ++i) line.names[i] = fact[columns_[i]];
  const auto at = static_cast<std::size_t>(phase - FactByPhase::kPhases.begin());
  const std::string amount(fact[amount_]);
  const auto [known, is_new] = last_line_.emplace(line.names, lines_.size());
  if (!is_new) {
    std::string& place = lines_[known->second].yuan[at];
    if (place == amount) return;  // printed again
    if (place.empty()) {
      place = amount;
      return;
    }
    known->second = lines_.size();
  }
  line.yuan[at] = amount;
  lines_.push_back(std::move(line));
}

std::vector<FactByPhase> FactsByPhase::take() {
  last_line_.clear();
  return std::exchange(lines_, {});
}

}  // namespace mingxi::output
