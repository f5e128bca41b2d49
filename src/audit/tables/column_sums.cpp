// Sums down the columns of a table. A row is checked against the rows that make it up, in every
// column. Where they do not, the sum fails only with a second sign: codes, numbering, another
// column in which it holds, a small difference, or what they come to is printed elsewhere.

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "audit/core/stages.h"
#include "audit/between/named_figures.h"
#include "audit/core/sums.h"
#include "audit/tables/column_parts.h"
#include "audit/tables/panels.h"
#include "audit/tables/table_names.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kFewFailures = 2;
constexpr std::size_t kMinParts = 2;
constexpr std::size_t kMinPrinted = 2;  // places that print what the parts come to
constexpr std::size_t kLongestRun = 6;  // rows left out together
using Rows = std::vector<std::size_t>;

class ColumnSums {
 public:
  ColumnSums(const std::vector<Fact>& facts, const Table& table, const std::vector<Panel>& all,
             const Panel& panel, Ledger& ledger)
      : facts_(facts), table_(table), all_(all), panel_(panel), ledger_(ledger) {}

  void check() {
    const std::vector<ColumnNode> nodes = nodes_of(panel_);
    std::size_t failed = 0;
    for (const ColumnNode& node : nodes)
      if (fails(node)) ++failed;
    const bool is_understood = failed <= kFewFailures || 2 * failed <= nodes.size();
    if (!is_understood) {
      ledger_.skip(Check::kSum, said(Sentence::kMostRowsFail, {{"table", table_.id}}));
    }
    for (const ColumnNode& node : nodes)
      if (is_understood || !fails(node)) record(node);
  }

 private:
  const PanelRow& row(std::size_t i) const { return panel_.rows[i]; }

  bool fails(const ColumnNode& node) const {
    return std::any_of(panel_.columns.begin(), panel_.columns.end(), [&](int column) {
      const auto comparison = compared(node, column);
      return comparison && comparison->agreement == Agreement::kInconsistent;
    });
  }

  std::optional<Comparison> compared(const ColumnNode& node, int column) const {
    const auto whole = row(node.whole).figures.find(column);
    if (whole == row(node.whole).figures.end()) return std::nullopt;
    const std::vector<const Fact*> parts = figures_in(panel_, node.parts, column);
    return parts.empty() ? std::nullopt : compare_sum(*whole->second, parts);
  }

  /// Whether rows have codes of one length, each once.
  bool are_coded_alike(const Rows& rows) const {
    std::set<std::string_view> codes;
    for (const std::size_t each : rows) {
      const std::string& code = row(each).code;
      if (code.empty() || code.size() != row(rows.front()).code.size()) return false;
      codes.insert(code);
    }
    return codes.size() == rows.size();
  }

  bool are_leaves(const Rows& rows) const {
    return std::all_of(rows.begin(), rows.end(),
                       [this](std::size_t each) { return row(each).parts.empty(); });
  }

  bool are_numbered_alike(const Rows& rows) const {
    const auto depth = row(rows.front()).depth;
    return rows.size() >= kMinParts && depth != text::ItemDepth::kNone &&
           std::all_of(rows.begin(), rows.end(),
                       [&](std::size_t each) { return row(each).depth == depth; });
  }

  /// The sign, besides the order of the rows, that a sum is one.
  std::optional<Support> support_of(const ColumnNode& node, int column,
                                    const Comparison& failed) const {
    if (comes_to_what_is_printed(node, column)) return Support::kFirm;
    if (lacks_rows(node)) return std::nullopt;
    const bool is_class = !row(node.whole).code.empty();
    const bool are_coded = std::all_of(node.parts.begin(), node.parts.end(),
                                       [&](auto each) { return !row(each).code.empty(); });
    if (is_class && are_coded) return Support::kFirm;
    const bool has_total = row(node.parts.front()).is_total;
    if (!has_total && (are_coded_alike(node.parts) || are_numbered_alike(node.parts)))
      return Support::kFirm;
    const auto tenfold = size_of(failed.difference).times(Decimal(10, 0));
    const bool is_near = tenfold && !(size_of(failed.expected) < *tenfold);
    if (!is_near) return std::nullopt;
    if (has_total) return Support::kFirm;
    if (node.parts.size() < kMinParts || !are_leaves(node.parts)) return std::nullopt;
    return holds_somewhere(node) ? Support::kFirm : Support::kWeak;
  }

  /// Whether other places of the document print, twice at least, what the parts of a total come to,
  /// and none what is printed here.
  bool comes_to_what_is_printed(const ColumnNode& node, int column) const {
    const Fact& whole = *row(node.whole).figures.at(column);
    const std::vector<const Fact*> parts = figures_in(panel_, node.parts, column);
    if (!row(node.whole).is_total || parts.size() < kMinParts) return false;
    std::size_t printed = 0;
    for (const Fact& fact : facts_) {
      const bool is_elsewhere = audit::is_amount(fact) && fact.table != table_.id &&
                                fact.period == whole.period && !fact.value.is_zero();
      if (!is_elsewhere) continue;
      if (is_near(fact, whole)) return false;
      const auto comparison = compare_sum(fact, parts);
      if (comparison && comparison->agreement == Agreement::kExact) ++printed;
    }
    return printed >= kMinPrinted;
  }

  bool holds_somewhere(const ColumnNode& node) const {
    return std::any_of(panel_.columns.begin(), panel_.columns.end(), [&](int column) {
      const auto other = compared(node, column);
      return other && other->agreement != Agreement::kInconsistent &&
             !row(node.whole).figures.at(column)->value.is_zero();
    });
  }

  /// Whether a sum fails in every column, each by another amount: not a mistake, a row that was not
  /// read or is not there.
  bool lacks_rows(const ColumnNode& node) const {
    std::vector<Decimal> sizes;
    std::size_t failed = 0;
    for (const int column : panel_.columns) {
      const auto comparison = compared(node, column);
      if (!comparison || row(node.whole).figures.at(column)->value.is_zero()) continue;
      if (comparison->agreement != Agreement::kInconsistent) return false;
      ++failed;
      if (std::find(sizes.begin(), sizes.end(), size_of(comparison->difference)) == sizes.end())
        sizes.push_back(size_of(comparison->difference));
    }
    return failed > 1 && sizes.size() > 1;
  }

  bool is_under(std::size_t i, const Rows& rows) const {
    return std::any_of(rows.begin(), rows.end(),
                       [&](std::size_t each) { return each == i || is_under(i, row(each).parts); });
  }

  std::size_t last_under(std::size_t i) const {
    return row(i).parts.empty() ? i : last_under(row(i).parts.back());
  }

  /// Figures of the table that the sum left out and that are just what it lacks: one row, or rows
  /// after one another behind its parts, or a row of the list beside it.
  std::vector<const Fact*> left_out(const ColumnNode& node, int column,
                                    const Comparison& comparison) const {
    if (comparison.difference.is_negative()) return {};
    const Decimal& lacking = comparison.difference;
    for (std::size_t i = 0; i < panel_.rows.size(); ++i) {
      const Fact* fact = figure_in(panel_, i, column);
      if (fact != nullptr && can_be_left_out(node, i) && is_amount(*fact, lacking)) return {fact};
    }
    std::vector<const Fact*> run;
    Decimal sum;
    for (std::size_t i = last_under(node.parts.back()) + 1; i < panel_.rows.size(); ++i) {
      const Fact* fact = figure_in(panel_, i, column);
      if (run.size() == kLongestRun || !can_be_left_out(node, i)) break;
      const auto amount = fact != nullptr ? amount_of(*fact) : std::nullopt;
      const auto next = amount ? sum.plus(amount->value) : std::nullopt;
      if (!next) continue;
      sum = *next;
      run.push_back(fact);
      if (sum == lacking) return run;
    }
    if (!row(node.whole).is_total) return {};
    const Fact& whole = *figure_in(panel_, node.whole, column);
    for (const Panel& panel : all_) {
      if (&panel == &panel_) continue;
      for (const std::size_t root : panel.roots)
        for (const auto& [other, fact] : panel.rows[root].figures)
          if (fact->header == whole.header && is_amount(*fact, lacking)) return {fact};
    }
    return {};
  }

  static bool is_amount(const Fact& fact, const Decimal& value) {
    const auto amount = amount_of(fact);
    return amount && !amount->value.is_zero() && amount->value == value;
  }

  /// Not a row that is counted already, nor one of another class.
  bool can_be_left_out(const ColumnNode& node, std::size_t i) const {
    if (i == node.whole || row(i).is_total || is_under(i, node.parts)) return false;
    const std::string& code = row(node.whole).code;
    return code.empty() || row(i).code.empty() || row(i).code.starts_with(code);
  }

  void record(const ColumnNode& node) {
    for (const int column : panel_.columns) {
      const auto comparison = compared(node, column);
      if (!comparison) continue;
      const Fact& whole = *row(node.whole).figures.at(column);
      CheckMade made = sum_check(node.check, whole, figures_in(panel_, node.parts, column),
                                 in_both(place_name(table_, whole)));
      made.may_be_withheld = true;
      if (comparison->agreement != Agreement::kInconsistent) {
        ledger_.record(made, *comparison);
        continue;
      }
      const std::vector<const Fact*> missed = left_out(node, column, *comparison);
      if (!missed.empty()) {
        ledger_.exonerate(made,
                          said(Sentence::kSamePlaceInTable, {{"name", missed.front()->subject}}));
        std::vector<const Fact*> all = figures_in(panel_, node.parts, column);
        all.insert(all.end(), missed.begin(), missed.end());
        if (const auto held = compare_sum(whole, all))
          ledger_.record(sum_check(node.check, whole, all, made.about), *held);
        continue;
      }
      const auto support = support_of(node, column, *comparison);
      if (!support) {
        ledger_.exonerate(made, said(Sentence::kPerhapsNotAllParts));
        continue;
      }
      made.support = *support;
      ledger_.record(made, *comparison);
    }
  }

  const std::vector<Fact>& facts_;  ///< of the document
  const Table& table_;
  const std::vector<Panel>& all_;
  const Panel& panel_;
  Ledger& ledger_;
};

}  // namespace

void check_columns(const Audited& audited, const TableFigures& figures, Ledger& ledger) {
  const std::vector<Panel> panels = panels_of(figures, audited.patterns.tables);
  for (const Panel& panel : panels) {
    // A column that one name heads, such as 公务接待费 with units as rows, has no tree of names.
    const bool has_names = std::any_of(panel.rows.begin(), panel.rows.end(), [&](const auto& row) {
      return row.name != panel.rows.front().name;
    });
    if (has_names)
      ColumnSums(audited.extraction.facts, *figures.table, panels, panel, ledger).check();
  }
}

}  // namespace mingxi::audit
