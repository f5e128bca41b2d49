// Classes that the prose lists against a column of a table: where all it lists are rows of the
// column, and with a few rows more they come to its total, those rows were left out.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "audit/between/named_figures.h"
#include "audit/core/stages.h"
#include "audit/core/sums.h"
#include "audit/core/table_figures.h"
#include "text/punctuation.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kClassDigits = 3;
constexpr std::size_t kMinListed = 3;
constexpr std::size_t kMaxLeftOut = 4;

bool is_class(const Fact& fact) { return digits_of(fact).size() == kClassDigits; }

/// A column of a table by class, and what it comes to.
struct Column {
  std::map<std::string, const Fact*> classes;
  const Fact* total = nullptr;
  bool is_plain = true;  ///< each class once
};

std::vector<Column> columns_of(const Audited& audited) {
  std::vector<Column> result;
  for (const TableFigures& figures : audited.tables) {
    std::map<int, Column> columns;
    for (const Fact* fact : figures.facts) {
      if (!is_amount(*fact)) continue;
      Column& column = columns[*fact->column];
      if (is_class(*fact))
        column.is_plain = column.classes.emplace(*fact->code, fact).second && column.is_plain;
      else if (fact->line_kind == LineKind::kTotal && column.total == nullptr)
        column.total = fact;
    }
    for (auto& [index, column] : columns)
      if (column.total != nullptr && column.is_plain && column.classes.size() > kMinListed)
        result.push_back(std::move(column));
  }
  return result;
}

class LeftOutClasses {
 public:
  LeftOutClasses(const Audited& audited, Ledger& ledger)
      : audited_(audited), columns_(columns_of(audited)), ledger_(ledger) {}

  void check() {
    std::map<std::size_t, Facts> lists;       // by the paragraph in which they end
    std::map<std::size_t, std::size_t> ends;  // of their last figures, in bytes
    for (std::size_t i = 0; i < audited_.places.size(); ++i) {
      const Fact& fact = audited_.extraction.facts[i];
      if (!is_amount(fact) || !is_class(fact) ||
          fact.period != audited_.extraction.identity.fiscal_year)
        continue;
      const std::size_t paragraph = audited_.places[i].paragraph;
      if (!lists.contains(paragraph) && paragraph > 0 && goes_on_after(paragraph - 1))
        if (auto before = lists.extract(paragraph - 1)) {
          before.key() = paragraph;
          lists.insert(std::move(before));
        }
      lists[paragraph].push_back(&fact);
      ends[paragraph] = audited_.places[i].last;
    }
    for (const auto& [paragraph, listed] : lists)
      if (listed.size() >= kMinListed && !is_open(paragraph, ends[paragraph]))
        check_list(listed, paragraph);
  }

 private:
  const std::string& text_of(std::size_t paragraph) const {
    return audited_.layout.paragraphs[paragraph].text.utf8();
  }

  bool goes_on_after(std::size_t paragraph) const {
    return !text_of(paragraph).ends_with(text::kSentenceEnds.front());
  }

  /// Whether a list ends in 等: it does not have to name all.
  bool is_open(std::size_t paragraph, std::size_t end) const {
    return audited_.patterns.checks.lists.open.matches(
        std::string_view(text_of(paragraph)).substr(end));
  }

  /// The rows of a column that a list leaves out; empty where it is no list of the column.
  Facts left_out_of(const Column& column, const Facts& listed) const {
    Facts all = listed;
    Facts missing;
    std::map<std::string, const Fact*> open = column.classes;
    for (const Fact* each : listed) {
      const auto row = open.find(*each->code);
      if (row == open.end() || !is_near(*each, *row->second)) return {};
      open.erase(row);
    }
    for (const auto& [code, row] : open)
      if (!row->value.is_zero()) missing.push_back(row);
    all.insert(all.end(), missing.begin(), missing.end());
    const auto comparison = compare_sum(*column.total, all);
    const bool is_whole = comparison && comparison->agreement != Agreement::kInconsistent;
    return is_whole ? missing : Facts();
  }

  bool is_named(const Fact& row, std::size_t paragraph) const {
    return text_of(paragraph).find(bare_name(row.subject)) != std::string::npos;
  }

  void check_list(const Facts& listed, std::size_t paragraph) {
    const Column* best = nullptr;
    Facts missing;
    for (const Column& column : columns_) {
      const auto whole = compare_sum(*column.total, listed);
      if (whole && whole->agreement != Agreement::kInconsistent) return;  // all are listed
      Facts rows = left_out_of(column, listed);
      if (rows.empty() || rows.size() > kMaxLeftOut || rows.size() >= listed.size()) continue;
      if (best != nullptr && missing.size() <= rows.size()) continue;
      best = &column;
      missing = std::move(rows);
    }
    const bool is_left_out =
        best != nullptr && std::none_of(missing.begin(), missing.end(),
                                        [&](const Fact* row) { return is_named(*row, paragraph); });
    if (is_left_out) report(*best->total, missing, *listed.front());
  }

  void report(const Fact& total, Facts missing, const Fact& first) {
    std::vector<std::string> names;
    for (const Fact* row : missing) names.push_back(bare_name(row->subject) + with_unit(*row));
    Said words = said(Sentence::kClassesLeftOut,
                      {{"names", messages::listed(names)}, {"total", with_unit(total)}});
    missing.insert(missing.begin(), &first);
    ledger_.report(finding_of(Check::kItemMissing, Severity::kWarning, FindingState::kMissing,
                              std::move(words)),
                   missing);
  }

  const Audited& audited_;
  std::vector<Column> columns_;
  Ledger& ledger_;
};

}  // namespace

void check_left_out_classes(const Audited& audited, Ledger& ledger) {
  LeftOutClasses(audited, ledger).check();
}

}  // namespace mingxi::audit
