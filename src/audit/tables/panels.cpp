// Rows are taken from the last to the first, so that a row meets the rows after it as trees already
// made. A row with a code is the whole of those after it that go on with its code, whatever they
// add up to; a numbered one of those numbered more deeply; any other of as many as add up to it in
// all columns, or of none.

#include "audit/tables/panels.h"

#include <algorithm>
#include <set>

#include "audit/core/sums.h"
#include "model/disjoint_sets.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kMaxParts = 400;  // of a row without code or number
constexpr int kSureNames = 4;           // rows of one name, to each of two: columns of one list
constexpr int kTimes = 64;              // columns of one printed column, distinguished by time

/// The figures of a column whose rows are of several years are columns of their own.
std::map<int, std::vector<const Fact*>> columns_of(const TableFigures& figures) {
  std::map<int, std::vector<TimeKey>> times;
  std::map<int, std::vector<const Fact*>> columns;
  for (const Fact* fact : figures.facts) {
    if (fact->measure != Measure::kLevel || fact->bound != Bound::kEqual) continue;
    std::vector<TimeKey>& seen = times[*fact->column];
    auto at = std::find(seen.begin(), seen.end(), time_of(*fact));
    if (at == seen.end()) at = seen.insert(seen.end(), time_of(*fact));
    columns[*fact->column * kTimes + static_cast<int>(at - seen.begin()) % kTimes].push_back(fact);
  }
  return columns;
}

/// Whether two columns have the same names in most rows where both have figures.
bool have_one_name(const std::vector<const Fact*>& a, const std::vector<const Fact*>& b) {
  std::map<int, const std::string*> names;
  for (const Fact* fact : a) names[*fact->row] = &fact->subject;
  int same = 0;
  int different = 0;
  for (const Fact* fact : b) {
    const auto other = names.find(*fact->row);
    if (other != names.end()) ++(*other->second == fact->subject ? same : different);
  }
  return same > 0 && same >= kSureNames * different;
}

PanelRow row_of(const Fact& fact, const patterns::TableRules& rules) {
  PanelRow row{.row = *fact.row, .name = text::normalised(fact.subject)};
  row.code = fact.code.value_or("");
  const text::NumberedItem item = text::numbered_item(row.name);
  row.depth = item.depth;
  row.is_subtotal = fact.line_kind == LineKind::kSubtotal;
  row.is_part = item.is_part || fact.line_kind == LineKind::kMemo;
  row.is_total = row.code.empty() && !row.is_part &&
                 (fact.line_kind == LineKind::kTotal ||
                  rules.components.of(item.name).value_or("") == "total");
  return row;
}

/// Whether a code goes on with another: 20805 with 208.
bool goes_on(const std::string& code, const std::string& with) {
  return !with.empty() && code.size() > with.size() && code.starts_with(with);
}

/// A row right under a total with all of its figures, such as the only unit of a list, is the total
/// once more.
void mark_repeated_totals(Panel& panel) {
  for (std::size_t i = 1; i < panel.rows.size(); ++i) {
    PanelRow& row = panel.rows[i];
    const PanelRow& before = panel.rows[i - 1];
    const bool can_be =
        before.is_total && row.code.empty() && row.depth == text::ItemDepth::kNone && !row.is_part;
    if (can_be && have_same_figures(before, row)) row.is_total = true;
  }
}

class Builder {
 public:
  explicit Builder(Panel& panel)
      : panel_(panel),
        has_subtotals_(std::any_of(panel.rows.begin(), panel.rows.end(),
                                   [](const PanelRow& row) { return row.is_subtotal; })) {}

  void build() {
    std::vector<std::size_t> roots;  // of the rows before, nearest last
    for (std::size_t i = panel_.rows.size(); i-- > 0;) {
      const std::size_t count = panel_.rows[i].is_total ? 0 : count_of_parts(i, roots);
      PanelRow& row = panel_.rows[i];
      for (std::size_t k = 0; k < count; ++k) {
        row.parts.push_back(roots.back());
        roots.pop_back();
      }
      roots.push_back(i);
    }
    panel_.roots.assign(roots.rbegin(), roots.rend());
  }

 private:
  const PanelRow& nth(const std::vector<std::size_t>& roots, std::size_t k) const {
    return panel_.rows[roots[roots.size() - 1 - k]];
  }

  /// How many of the nearest roots satisfy a condition, one after another.
  template <typename Condition>
  std::size_t run(const std::vector<std::size_t>& roots, const Condition& condition) const {
    std::size_t count = 0;
    while (count < roots.size() && !nth(roots, count).is_total && condition(nth(roots, count)))
      ++count;
    return count;
  }

  std::size_t count_of_parts(std::size_t i, const std::vector<std::size_t>& roots) const {
    const PanelRow& row = panel_.rows[i];
    const auto without_code = [](const PanelRow& other) { return other.code.empty(); };
    // A body over rows with codes, or one code over rows with those of another scheme.
    const auto any_closing = [&] {
      return row.is_subtotal ? closing(i, roots, run(roots, [](const PanelRow&) { return true; }))
                             : 0;
    };
    if (!row.code.empty()) {
      const std::size_t coded =
          run(roots, [&](const PanelRow& other) { return goes_on(other.code, row.code); });
      if (const std::size_t same = run_of_same_code(i, roots, coded); same > coded) return same;
      if (coded > 0) return coded;
      if (const std::size_t count = closing(i, roots, run(roots, without_code)); count > 0)
        return count;
      return any_closing();
    }
    if (row.depth == text::ItemDepth::kNone) {
      // Two rows alike are not one under the other.
      if (has_subtotals_ && !row.is_subtotal) return 0;
      const std::size_t count = closing(i, roots, run(roots, without_code));
      return count > 0 ? count : any_closing();
    }
    const std::size_t deeper = run(roots, [&](const PanelRow& other) {
      return other.code.empty() &&
             (other.depth > row.depth || other.depth == text::ItemDepth::kNone);
    });
    if (const std::size_t count = closing(i, roots, deeper); count > 0) return count;
    return run(roots, [&](const PanelRow& other) {
      return other.code.empty() && other.depth > row.depth;
    });
  }

  /// How many of the nearest roots add up to a row, where rows that repeat its code are among them:
  /// an item that bears the name of its group. 0 where they do not.
  std::size_t run_of_same_code(std::size_t i, const std::vector<std::size_t>& roots,
                               std::size_t from) const {
    const std::string& code = panel_.rows[i].code;
    std::vector<std::size_t> parts;
    for (std::size_t k = 0; k < roots.size(); ++k) {
      const PanelRow& other = nth(roots, k);
      if (other.is_total || (k >= from && other.code != code)) return 0;
      parts.push_back(roots[roots.size() - 1 - k]);
      if (k >= from && add_up(panel_, i, parts)) return parts.size();
    }
    return 0;
  }

  /// How many of the nearest roots add up to a row; 0 where none do.
  std::size_t closing(std::size_t i, const std::vector<std::size_t>& roots,
                      std::size_t most) const {
    const PanelRow& row = panel_.rows[i];
    const auto pivot = std::find_if(row.figures.begin(), row.figures.end(),
                                    [](const auto& each) { return !each.second->value.is_zero(); });
    if (pivot == row.figures.end()) return 0;
    std::vector<std::size_t> parts;
    Decimal sum;
    const Decimal wanted = size_of(pivot->second->value);
    for (std::size_t count = 1; count <= std::min(most, kMaxParts); ++count) {
      parts.push_back(roots[roots.size() - count]);
      const auto& figures = panel_.rows[parts.back()].figures;
      const auto part = figures.find(pivot->first);
      if (part == figures.end() || part->second->value.is_zero()) continue;
      const auto next = sum.plus(part->second->value);
      if (!next) return 0;
      sum = *next;
      // Near enough for a look at all columns; past it no more rows make it fit.
      const auto off = size_of(sum).minus(wanted);
      if (!off) return 0;
      if (*off == Decimal() || size_of(*off) < Decimal(1, 0)) {
        if (add_up(panel_, i, parts)) return count;
      } else if (!off->is_negative() && !part->second->value.is_negative()) {
        return 0;
      }
    }
    return 0;
  }

  Panel& panel_;
  bool has_subtotals_;  // the reader of the table separated wholes from parts
};

}  // namespace

bool have_same_figures(const PanelRow& a, const PanelRow& b) {
  if (a.figures.size() != b.figures.size()) return false;
  return std::all_of(a.figures.begin(), a.figures.end(), [&](const auto& each) {
    const auto other = b.figures.find(each.first);
    return other != b.figures.end() && other->second->value == each.second->value;
  });
}

std::vector<const Fact*> figures_in(const Panel& panel, const std::vector<std::size_t>& rows,
                                    int column) {
  std::vector<const Fact*> figures;
  for (const std::size_t row : rows) {
    const auto found = panel.rows[row].figures.find(column);
    if (found != panel.rows[row].figures.end()) figures.push_back(found->second);
  }
  return figures;
}

bool add_up(const Panel& panel, std::size_t whole, const std::vector<std::size_t>& parts) {
  bool says_something = false;
  for (const int column : panel.columns) {
    const std::vector<const Fact*> figures = figures_in(panel, parts, column);
    const bool has_parts = std::any_of(figures.begin(), figures.end(),
                                       [](const Fact* figure) { return !figure->value.is_zero(); });
    const auto found = panel.rows[whole].figures.find(column);
    const bool has_whole =
        found != panel.rows[whole].figures.end() && !found->second->value.is_zero();
    if (!has_whole && !has_parts) continue;
    if (has_whole != has_parts) return false;
    const auto comparison = compare_sum(*found->second, figures);
    if (!comparison || comparison->agreement == Agreement::kInconsistent) return false;
    says_something = true;
  }
  return says_something;
}

std::vector<Panel> panels_of(const TableFigures& figures, const patterns::TableRules& rules) {
  const auto columns = columns_of(figures);
  std::vector<int> numbers;
  for (const auto& [column, facts] : columns) numbers.push_back(column);
  DisjointSets sets(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (have_one_name(columns.at(numbers[k]), columns.at(numbers[i]))) sets.join(i, k);
  std::map<std::size_t, Panel> panels;
  for (std::size_t i = 0; i < numbers.size(); ++i)
    panels[sets.root(i)].columns.push_back(numbers[i]);
  std::vector<Panel> result;
  for (auto& [root, panel] : panels) {
    std::map<int, PanelRow> rows;
    for (const int column : panel.columns) {
      for (const Fact* fact : columns.at(column)) {
        const auto row = rows.try_emplace(*fact->row, row_of(*fact, rules)).first;
        row->second.figures.emplace(column, fact);
      }
    }
    for (auto& [number, row] : rows) panel.rows.push_back(std::move(row));
    mark_repeated_totals(panel);
    Builder(panel).build();
    result.push_back(std::move(panel));
  }
  return result;
}

}  // namespace mingxi::audit
