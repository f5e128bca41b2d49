// Which rows make up a row: those right under it in the tree of its panel; of a total, those before
// it back to the total before, with that total where there is one, or those after it. Of the sets
// of rows that a total can be the sum of, the one that closes in all columns is it.

#include "audit/tables/column_parts.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "audit/core/sums.h"

namespace mingxi::audit {
namespace {

using Rows = std::vector<std::size_t>;

class ColumnParts {
 public:
  explicit ColumnParts(const Panel& panel) : panel_(panel) {}

  std::vector<ColumnNode> nodes() const {
    std::vector<ColumnNode> nodes;
    for (std::size_t i = 0; i < panel_.rows.size(); ++i)
      if (!panel_.rows[i].parts.empty()) nodes.push_back(node_of(i));
    for (std::size_t at = 0; at < panel_.roots.size(); ++at)
      if (panel_.rows[panel_.roots[at]].is_total)
        if (auto node = node_of_total(at)) nodes.push_back(std::move(*node));
    return nodes;
  }

 private:
  const PanelRow& row(std::size_t i) const { return panel_.rows[i]; }

  ColumnNode node_of(std::size_t i) const {
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
  /// tells which rows are worth a look at all columns.
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
      const Fact* part = figure_in(panel_, rows[k], pivot->first);
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

  std::optional<ColumnNode> node_of_total(std::size_t at) const {
    const std::size_t whole = panel_.roots[at];
    const std::vector<Rows> sets = sets_of(at);
    if (sets.empty()) return std::nullopt;
    return ColumnNode{whole, closing_or(whole, sets, sets.front()), {Check::kSum, "total"}};
  }

  const Panel& panel_;
};

}  // namespace

std::vector<ColumnNode> nodes_of(const Panel& panel) { return ColumnParts(panel).nodes(); }

}  // namespace mingxi::audit
