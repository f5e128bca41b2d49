// Sums down the columns of a table. A row is checked against the rows right under it in the tree of
// its panel; a total against the rows around it: those before it back to the total before, with
// that total where there is one, or those after it. Of the sets of rows that a total can be the sum
// of, the one that closes in all columns is it. Where none does, the sum fails only with a second
// sign: codes, numbering, another column in which it holds, or a small difference.

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "audit/core/stages.h"
#include "audit/core/sums.h"
#include "audit/tables/panels.h"
#include "audit/tables/table_names.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kFewFailures = 2;
constexpr std::size_t kMinParts = 2;
constexpr std::size_t kLongestRun = 6;  // rows left out together
using Rows = std::vector<std::size_t>;

/// A row and the rows that make it up.
struct Node {
  std::size_t whole = 0;
  Rows parts;
  CheckName check;
};

class ColumnSums {
 public:
  ColumnSums(const TableFigures& figures, const std::vector<Panel>& all, const Panel& panel,
             Ledger& ledger)
      : table_(*figures.table), all_(all), panel_(panel), ledger_(ledger) {}

  void check() {
    std::vector<Node> nodes;
    for (std::size_t i = 0; i < panel_.rows.size(); ++i)
      if (!panel_.rows[i].parts.empty()) nodes.push_back(node_of(i));
    for (std::size_t at = 0; at < panel_.roots.size(); ++at)
      if (panel_.rows[panel_.roots[at]].is_total)
        if (auto node = node_of_total(at)) nodes.push_back(std::move(*node));
    std::size_t failed = 0;
    for (const Node& node : nodes)
      if (fails(node)) ++failed;
    const bool is_understood = failed <= kFewFailures || 2 * failed <= nodes.size();
    if (!is_understood) {
      ledger_.skip(Check::kSum, said(Sentence::kMostRowsFail, {{"table", table_.id}}));
    }
    for (const Node& node : nodes)
      if (is_understood || !fails(node)) record(node);
  }

 private:
  const PanelRow& row(std::size_t i) const { return panel_.rows[i]; }

  Node node_of(std::size_t i) const {
    const Rows& parts = row(i).parts;
    return {i, closing_or(i, {parts, nested(parts), spread(parts)}, parts), {Check::kSum, "class"}};
  }

  /// The first of some sets of rows that adds up to a row; otherwise the last resort.
  Rows closing_or(std::size_t whole, const std::vector<Rows>& sets, const Rows& otherwise) const {
    for (const Rows& set : sets)
      if (!set.empty() && add_up(panel_, whole, set)) return set;
    return otherwise;
  }

  /// Rows with those left out that the rows before them are already the whole of: names that go
  /// from the general to the particular without codes.
  Rows nested(const Rows& rows) const {
    Rows result;
    for (std::size_t i = rows.size(); i-- > 0;) {
      result.resize(result.size() - count_of_parts(rows[i], result));
      result.push_back(rows[i]);
    }
    return {result.rbegin(), result.rend()};
  }

  /// How many of the last rows add up to a row; 0 where none do. One column, added up row by row,
  /// shows which rows are worth a look at all columns.
  std::size_t count_of_parts(std::size_t whole, const Rows& rows) const {
    const auto& figures = row(whole).figures;
    const auto pivot = std::find_if(figures.begin(), figures.end(),
                                    [](const auto& each) { return !each.second->value.is_zero(); });
    if (pivot == figures.end()) return 0;
    GrowingSum sum(*pivot->second);
    bool agrees = false;
    Rows taken;
    for (std::size_t k = rows.size(); k-- > 0;) {
      taken.push_back(rows[k]);
      const Fact* part = figure(panel_, rows[k], pivot->first);
      if (part != nullptr) agrees = sum.agrees_with(*part);
      if (agrees && add_up(panel_, whole, taken)) return taken.size();
    }
    return 0;
  }

  /// Rows with the only part of a row put beside it: two alike, not one under the other.
  Rows spread(const Rows& rows) const {
    Rows result;
    for (const std::size_t each : rows) {
      result.push_back(each);
      if (!row(each).code.empty() || row(each).parts.size() != 1) continue;
      const Rows more = spread(row(each).parts);
      result.insert(result.end(), more.begin(), more.end());
    }
    return result;
  }

  /// Rows with all that is under them: a list whose rows only seemed to be sums.
  Rows flat(const Rows& rows) const {
    Rows result;
    for (const std::size_t each : rows) {
      result.push_back(each);
      const Rows more = flat(row(each).parts);
      result.insert(result.end(), more.begin(), more.end());
    }
    return result;
  }

  template <typename Condition>
  Rows those(const Rows& rows, const Condition& condition) const {
    Rows result;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(result),
                 [&](std::size_t each) { return condition(row(each)); });
    return result;
  }

  /// The rows numbered least deeply; all where none is numbered.
  Rows outermost(const Rows& rows) const {
    auto depth = text::ItemDepth::kNone;
    for (const std::size_t each : rows)
      if (row(each).depth != text::ItemDepth::kNone &&
          (depth == text::ItemDepth::kNone || row(each).depth < depth))
        depth = row(each).depth;
    return those(rows, [&](const PanelRow& each) { return each.depth == depth; });
  }

  bool is_repeated(std::size_t a, std::size_t b) const { return have_same_figures(row(a), row(b)); }

  /// What a total can be the sum of, likeliest first.
  std::vector<Rows> sets_of(std::size_t at) const {
    const Rows& roots = panel_.roots;
    Rows before, after, all;
    std::optional<std::size_t> previous;
    for (std::size_t k = 0; k < roots.size(); ++k) {
      if (k != at && !row(roots[k]).is_total) all.push_back(roots[k]);
      if (k >= at) continue;
      if (row(roots[k]).is_total && !is_repeated(roots[k], roots[at])) {
        previous = roots[k];
        before.clear();
      } else if (!row(roots[k]).is_total) {
        before.push_back(roots[k]);
      }
    }
    for (std::size_t k = at + 1; k < roots.size(); ++k) {
      if (!row(roots[k]).is_total)
        after.push_back(roots[k]);
      else if (!is_repeated(roots[k], roots[at]))
        break;
    }
    std::vector<Rows> sets;
    const auto add = [&sets](Rows set) {
      if (!set.empty() && std::find(sets.begin(), sets.end(), set) == sets.end())
        sets.push_back(std::move(set));
    };
    if (previous) {
      // 收入总计 is 本年收入合计 and what is named beside it; numbered rows are under those.
      const auto with = [&](Rows rows) {
        rows.insert(rows.begin(), *previous);
        return rows;
      };
      if (add_up(panel_, roots[at], {*previous})) add({*previous});
      add(with(those(before, [](const PanelRow& each) {
        return each.depth == text::ItemDepth::kNone && !each.is_part;
      })));
      add(with(before));
    }
    // 一、本年支出 over the classes it is made up of, which are numbered like it.
    if (!before.empty() && add_up(panel_, roots[at], {before.front()})) add({before.front()});
    for (const Rows& rows : {before, after, all}) {
      add(outermost(rows));
      add(rows);
      add(nested(rows));
      add(spread(rows));
      add(flat(rows));
      // The bodies of a list of projects, and the projects.
      for (const bool is_subtotal : {true, false})
        add(those(flat(rows),
                  [&](const PanelRow& each) { return each.is_subtotal == is_subtotal; }));
    }
    return sets;
  }

  std::optional<Node> node_of_total(std::size_t at) const {
    const std::size_t whole = panel_.roots[at];
    const std::vector<Rows> sets = sets_of(at);
    if (sets.empty()) return std::nullopt;
    return Node{whole, closing_or(whole, sets, sets.front()), {Check::kSum, "total"}};
  }

  bool fails(const Node& node) const {
    return std::any_of(panel_.columns.begin(), panel_.columns.end(), [&](int column) {
      const auto comparison = compared(node, column);
      return comparison && comparison->agreement == Agreement::kInconsistent;
    });
  }

  std::optional<Comparison> compared(const Node& node, int column) const {
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
  std::optional<Support> support_of(const Node& node, const Comparison& failed) const {
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

  bool holds_somewhere(const Node& node) const {
    return std::any_of(panel_.columns.begin(), panel_.columns.end(), [&](int column) {
      const auto other = compared(node, column);
      return other && other->agreement != Agreement::kInconsistent &&
             !row(node.whole).figures.at(column)->value.is_zero();
    });
  }

  /// Whether a sum fails in every column, each by another amount: not a mistake, a row that was not
  /// read or is not there.
  bool lacks_rows(const Node& node) const {
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
  /// one after another, following its parts, or a row of the list beside it.
  std::vector<const Fact*> left_out(const Node& node, int column,
                                    const Comparison& comparison) const {
    if (comparison.difference.is_negative()) return {};
    const Decimal& lacking = comparison.difference;
    for (std::size_t i = 0; i < panel_.rows.size(); ++i) {
      const Fact* fact = figure(panel_, i, column);
      if (fact != nullptr && can_be_left_out(node, i) && is_amount(*fact, lacking)) return {fact};
    }
    std::vector<const Fact*> run;
    Decimal sum;
    for (std::size_t i = last_under(node.parts.back()) + 1; i < panel_.rows.size(); ++i) {
      const Fact* fact = figure(panel_, i, column);
      if (run.size() == kLongestRun || !can_be_left_out(node, i)) break;
      const auto amount = fact != nullptr ? amount_of(*fact) : std::nullopt;
      const auto next = amount ? sum.plus(amount->value) : std::nullopt;
      if (!next) continue;
      sum = *next;
      run.push_back(fact);
      if (sum == lacking) return run;
    }
    if (!row(node.whole).is_total) return {};
    const Fact& whole = *figure(panel_, node.whole, column);
    for (const Panel& panel : all_) {
      if (&panel == &panel_) continue;
      for (const std::size_t root : panel.roots)
        for (const auto& [other, fact] : panel.rows[root].figures)
          if (fact->header == whole.header && is_amount(*fact, lacking)) return {fact};
    }
    return {};
  }

  static const Fact* figure(const Panel& panel, std::size_t i, int column) {
    const auto found = panel.rows[i].figures.find(column);
    return found == panel.rows[i].figures.end() ? nullptr : found->second;
  }

  static bool is_amount(const Fact& fact, const Decimal& value) {
    const auto amount = amount_of(fact);
    return amount && !amount->value.is_zero() && amount->value == value;
  }

  /// Not a row that is counted already, nor one of another class.
  bool can_be_left_out(const Node& node, std::size_t i) const {
    if (i == node.whole || row(i).is_total || is_under(i, node.parts)) return false;
    const std::string& code = row(node.whole).code;
    return code.empty() || row(i).code.empty() || row(i).code.starts_with(code);
  }

  void record(const Node& node) {
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
      const auto support = support_of(node, *comparison);
      if (!support) {
        ledger_.exonerate(made, said(Sentence::kPerhapsNotAllParts));
        continue;
      }
      made.support = *support;
      ledger_.record(made, *comparison);
    }
  }

  const Table& table_;
  const std::vector<Panel>& all_;
  const Panel& panel_;
  Ledger& ledger_;
};

}  // namespace

void check_columns(const TableFigures& figures, const patterns::TableRules& rules, Ledger& ledger) {
  const std::vector<Panel> panels = panels_of(figures, rules);
  for (const Panel& panel : panels) {
    // A column that one name heads, such as 公务接待费 with units as rows, has no tree of names.
    const bool has_names = std::any_of(panel.rows.begin(), panel.rows.end(), [&](const auto& row) {
      return row.name != panel.rows.front().name;
    });
    if (has_names) ColumnSums(figures, panels, panel, ledger).check();
  }
}

}  // namespace mingxi::audit
