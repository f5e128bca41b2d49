// Indicators of performance: what they aim at is a number with a unit, in the cell itself, in a
// column of units or in brackets after the name. Where most have one, those without are reported.

#include <optional>
#include <string>
#include <vector>

#include "audit/core/places.h"
#include "audit/core/stages.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kMinWithUnit = 4;  // with a unit, to each without
constexpr std::size_t kMaxNamed = 3;
constexpr int kLongestName = 30;  // characters

struct Indicator {
  std::string group;  ///< 数量指标
  std::string name;
  std::string value;  ///< with its unit
  Evidence place;
};

/// The columns of a table of indicators; -1: there is none.
struct Columns {
  int header = -1;  ///< row
  int group = -1;
  int name = -1;
  int value = -1;
  int unit = -1;
};

Columns columns_of(const Table& table, const patterns::CheckPatterns& words) {
  Columns columns;
  for (const Cell& cell : table.cells) {
    const std::string text = text::normalised(cell.text);
    if (columns.value < 0 && words.indicator_value.matches(text)) {
      columns.value = cell.column;
      columns.header = cell.row;
    }
    if (columns.name < 0 && words.indicator_name.matches(text)) columns.name = cell.column;
    if (columns.unit < 0 && words.indicator_unit.matches(text)) columns.unit = cell.column;
    if (columns.group < 0 && words.indicator_group.matches(text)) columns.group = cell.column;
  }
  return columns;
}

class Indicators {
 public:
  Indicators(const Audited& audited, Ledger& ledger)
      : words_(audited.patterns.checks.words), ledger_(ledger) {
    for (const Table& table : audited.extraction.tables) read(table);
  }

  void check() {
    std::vector<Evidence> bare;
    std::vector<Evidence> cut_short;
    for (const Indicator& indicator : indicators_) {
      if (words_.bare_value.matches(indicator.value) &&
          !words_.unit_in_name.matches(indicator.name))
        bare.push_back(indicator.place);
      if (words_.value_cut_short.matches(indicator.value)) cut_short.push_back(indicator.place);
      if (words_.quantity.matches(indicator.group) && words_.counted.matches(indicator.name) &&
          words_.percent_of_value.matches(indicator.value))
        report(Check::kUnit, Severity::kWarning,
               said(Sentence::kCountInPercent, {{"name", shortened(indicator.name, kLongestName)},
                                                {"value", indicator.value}}),
               {indicator.place});
    }
    if (!bare.empty() && kMinWithUnit * bare.size() <= indicators_.size())
      report(Check::kUnitMissing, Severity::kInfo,
             said(Sentence::kIndicatorsWithoutUnit, {{"places", quoted_all(bare)}}), bare);
    if (!cut_short.empty())
      report(Check::kUnit, Severity::kInfo,
             said(Sentence::kIndicatorUnitCutShort, {{"places", quoted_all(cut_short)}}),
             cut_short);
  }

 private:
  void read(const Table& table) {
    const Columns columns = columns_of(table, words_);
    if (columns.name < 0 || columns.value < 0) return;
    std::vector<Indicator> rows(static_cast<std::size_t>(table.rows));
    for (const Cell& cell : table.cells) {
      if (cell.row <= columns.header) continue;
      const std::string text = text::normalised(cell.text);
      for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
        Indicator& indicator = rows[static_cast<std::size_t>(row)];
        if (cell.column == columns.group) indicator.group = text;
        if (cell.column == columns.name) indicator.name = text;
        if (cell.column == columns.unit) indicator.value += text;
        if (cell.column != columns.value) continue;
        indicator.value = text + indicator.value;
        indicator.place = {.page = cell.page, .quote = cell.text, .boxes = {{cell.page, cell.box}}};
      }
    }
    for (Indicator& indicator : rows)
      if (!indicator.name.empty() && !indicator.value.empty() && indicator.place.page > 0)
        indicators_.push_back(std::move(indicator));
  }

  static Said quoted_all(const std::vector<Evidence>& places) {
    return quoted(places, kMaxNamed, kLongestName);
  }

  void report(Check check, Severity severity, Said words, const std::vector<Evidence>& places) {
    ledger_.report(finding_of(check, severity, FindingState::kNoted, std::move(words)), places);
  }

  const patterns::CheckPatterns& words_;
  Ledger& ledger_;
  std::vector<Indicator> indicators_;
};

}  // namespace

void check_indicators(const Audited& audited, Ledger& ledger) {
  Indicators(audited, ledger).check();
}

}  // namespace mingxi::audit
