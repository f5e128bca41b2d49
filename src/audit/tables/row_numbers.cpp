// Row numbers (行次) run on down each column that the header calls so, and from one such column to
// the next. A number that is out of its order while those around it are not is a mistake.

#include <map>
#include <vector>

#include "audit/core/stages.h"
#include "audit/tables/table_names.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kMinNumbers = 4;

struct RowNumber {
  const Cell* cell;
  std::int64_t value;
};

/// The numbers under each header cell, column by column, from the top.
std::vector<RowNumber> numbers_of(const Table& table, const patterns::Pattern& header) {
  std::map<int, int> columns;  // and the row of their header
  for (const Cell& cell : table.cells)
    if (header.matches(text::normalised(cell.text))) columns[cell.column] = cell.row;
  std::map<std::pair<int, int>, RowNumber> numbers;
  for (const Cell& cell : table.cells) {
    const auto column = columns.find(cell.column);
    if (column == columns.end() || cell.row < column->second) continue;
    const auto value = Decimal::parse(text::normalised(cell.text));
    if (value && value->places() == 0)
      numbers.insert({{cell.column, cell.row}, {&cell, value->digits()}});
  }
  std::vector<RowNumber> result;
  for (const auto& [place, number] : numbers) result.push_back(number);
  return result;
}

Evidence place_of(const Cell& cell) {
  return {.page = cell.page, .quote = cell.text, .boxes = {{cell.page, cell.box}}};
}

}  // namespace

void check_row_numbers(const Audited& audited, Ledger& ledger) {
  for (const Table& table : audited.extraction.tables) {
    const std::vector<RowNumber> numbers =
        numbers_of(table, audited.patterns.checks.words.row_number);
    if (numbers.size() < kMinNumbers) continue;
    for (std::size_t i = 1; i + 1 < numbers.size(); ++i) {
      const std::int64_t before = numbers[i - 1].value;
      const std::int64_t after = numbers[i + 1].value;
      if (after != before + 2 || numbers[i].value == before + 1) continue;
      const std::string printed = std::to_string(numbers[i].value);
      Said words = said(Sentence::kRowNumber, {{"table", title_of(table)},
                                               {"before", std::to_string(before)},
                                               {"printed", printed},
                                               {"after", std::to_string(after)}});
      ledger.report({.check = Check::kWording,
                     .severity = Severity::kInfo,
                     .state = FindingState::kNoted,
                     .message = std::move(words.chinese),
                     .message_en = std::move(words.english)},
                    std::vector{place_of(*numbers[i].cell)});
    }
  }
}

}  // namespace mingxi::audit
