// Row sums follow the header: a column 合计 or 小计 is the sum of what is beside it under the
// same header cell, each group by its own sum or else by all its columns. Class sums follow the
// codes. Where most sums of a table fail it is the table that was not understood: that is told, and
// no error is given.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "audit/core/stages.h"
#include "audit/core/sums.h"
#include "audit/core/table_figures.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

/// Checks of one kind in one table, before they are believed.
class Trials {
 public:
  void add(CheckMade made, const Comparison& comparison) {
    if (comparison.agreement == Agreement::kInconsistent) ++failed_;
    trials_.push_back({std::move(made), comparison});
  }

  /// Records all; but nothing where more than half fail.
  void conclude(const std::string& check, const Table& table, Ledger& ledger) const {
    if (failed_ > kFewFailures && 2 * failed_ > trials_.size()) {
      ledger.skip(check, table.id + "：多数行不满足，表的结构未能确定",
                  table.id + ": most rows fail, so the table was not understood");
      return;
    }
    for (const auto& [made, comparison] : trials_) ledger.record(made, comparison);
  }

 private:
  static constexpr std::size_t kFewFailures = 2;
  std::vector<std::pair<CheckMade, Comparison>> trials_;
  std::size_t failed_ = 0;
};

std::string place_name(const Table& table, const Fact& fact) {
  const std::string title = table.title.empty() ? table.kind : table.title;
  std::string header;
  for (const std::string& each : fact.header) header += (header.empty() ? "" : "/") + each;
  return "《" + title + "》" + fact.subject + (header.empty() ? "" : "（" + header + "）");
}

/// A node of the header over the amounts of one time.
struct HeaderNode {
  std::map<std::string, HeaderNode> groups;
  std::vector<std::string> order;  // names of groups in the order of their columns
  int column = -1;                 // of a leaf
};

bool is_sum_word(std::string_view text, const patterns::TableRules& rules) {
  return rules.components.of(text) == "total";
}

/// The header paths of a table, words that all columns of one time share left out.
std::map<int, std::vector<std::string>> paths_of(const std::vector<const Fact*>& facts) {
  std::map<int, std::vector<std::string>> paths;
  for (const Fact* fact : facts) {
    if (paths.contains(*fact->column)) continue;
    for (const std::string& each : fact->header)
      paths[*fact->column].push_back(text::normalised(each));
  }
  if (paths.size() < 2) return paths;
  const std::vector<std::string> first = paths.begin()->second;
  for (const std::string& word : first) {
    const bool is_shared = std::all_of(paths.begin(), paths.end(), [&](const auto& path) {
      return std::find(path.second.begin(), path.second.end(), word) != path.second.end();
    });
    if (!is_shared) continue;
    for (auto& [column, path] : paths) std::erase(path, word);
  }
  return paths;
}

/// The columns that add up to the sum column of a group.
struct RowIdentity {
  int whole = -1;
  std::vector<int> parts;
  bool is_partial = false;  // 其中: the parts need not be all
};

class RowIdentities {
 public:
  explicit RowIdentities(const patterns::TableRules& rules) : rules_(rules) {}

  std::vector<RowIdentity> of(const std::map<int, std::vector<std::string>>& paths) {
    HeaderNode root;
    for (const auto& [column, path] : paths) {
      HeaderNode* node = &root;
      for (const std::string& word : path) {
        if (!node->groups.contains(word)) node->order.push_back(word);
        node = &node->groups[word];
      }
      node->column = column;
    }
    visit(root);
    return std::move(identities_);
  }

 private:
  /// The columns that mean the whole node: its sum, or all of its parts.
  std::vector<int> visit(const HeaderNode& node) {
    if (node.groups.empty()) return {node.column};
    int sum = node.column;  // a group that is a column itself
    std::vector<int> parts;
    bool is_partial = false;
    bool is_three_public = false;
    for (const std::string& name : node.order) {
      const HeaderNode& child = node.groups.at(name);
      const bool is_leaf = child.groups.empty();
      if (is_leaf && sum < 0 && is_sum_word(name, rules_)) {
        sum = child.column;
        is_three_public = name.find("三公") != std::string::npos;
        continue;
      }
      if (name.starts_with("其中")) is_partial = true;
      const auto component = rules_.components.of(name);
      if (component == "other") continue;  // counted in another column
      if (is_three_public && (component == "meetings" || component == "training")) continue;
      const std::vector<int> columns = visit(child);
      parts.insert(parts.end(), columns.begin(), columns.end());
    }
    if (sum < 0) return parts;
    if (parts.size() > 1) identities_.push_back({sum, parts, is_partial});
    return {sum};
  }

  const patterns::TableRules& rules_;
  std::vector<RowIdentity> identities_;
};

/// The facts of one row and one list.
using RowKey = std::tuple<int, std::string>;

/// Rows and columns of the cells of one table that are printed and were not read.
using UnreadPlaces = std::set<std::pair<int, int>>;

UnreadPlaces unread_in(const Table& table, const std::vector<UnreadCell>& cells) {
  UnreadPlaces places;
  for (const UnreadCell& cell : cells)
    if (cell.table == table.id) places.emplace(cell.row, cell.column);
  return places;
}

/// Tells that a sum is not made because a figure of its row or column was not read.
void tell_unread(const std::string& check, const Table& table, Ledger& ledger) {
  ledger.skip(check, table.id + "：有数字未能读出", table.id + ": a figure of it was not read");
}

/// The figures of the columns that were read whole.
TableFigures whole_columns(const TableFigures& figures, const UnreadPlaces& unread) {
  TableFigures whole{.table = figures.table, .facts = {}};
  for (const Fact* fact : figures.facts) {
    const bool is_whole = std::none_of(unread.begin(), unread.end(), [fact](const auto& place) {
      return place.second == fact->column;
    });
    if (is_whole) whole.facts.push_back(fact);
  }
  return whole;
}

/// Whether a sum over a row fails only for want of a figure that another column prints: then the
/// header was read wrongly, and the print is right.
bool is_left_out(const std::map<int, const Fact*>& row, const Fact& whole,
                 std::vector<const Fact*> parts) {
  return std::any_of(row.begin(), row.end(), [&](const auto& place) {
    const Fact* other = place.second;
    if (other == &whole || std::find(parts.begin(), parts.end(), other) != parts.end())
      return false;
    parts.push_back(other);
    const auto comparison = compare_sum(whole, parts);
    parts.pop_back();
    return comparison && comparison->agreement != Agreement::kInconsistent;
  });
}

void check_rows(const TableFigures& figures, const UnreadPlaces& unread,
                const patterns::TableRules& rules, Ledger& ledger) {
  std::map<TimeKey, std::vector<const Fact*>> times;
  for (const Fact* fact : figures.facts)
    if (fact->measure == Measure::kLevel) times[time_of(*fact)].push_back(fact);
  Trials trials;
  for (const auto& [time, facts] : times) {
    const bool items_are_columns = std::any_of(facts.begin(), facts.end(), [](const Fact* fact) {
      return fact->component == "reception";
    });
    std::map<RowKey, std::map<int, const Fact*>> rows;
    for (const Fact* fact : facts)
      rows[{*fact->row, items_are_columns ? "" : fact->subject}][*fact->column] = fact;
    for (const RowIdentity& identity : RowIdentities(rules).of(paths_of(facts))) {
      for (const auto& [key, row] : rows) {
        const auto whole = row.find(identity.whole);
        if (whole == row.end()) continue;
        const int number = std::get<0>(key);
        const auto is_unread = [&](int column) { return unread.contains({number, column}); };
        if (std::any_of(identity.parts.begin(), identity.parts.end(), is_unread)) {
          tell_unread("sum/row", *figures.table, ledger);
          continue;
        }
        std::vector<const Fact*> parts;
        for (const int column : identity.parts)
          if (const auto part = row.find(column); part != row.end()) parts.push_back(part->second);
        // A row of one list has nothing in the columns of another.
        if (parts.empty()) continue;
        const auto comparison = compare_sum(*whole->second, parts);
        if (!comparison) continue;
        const bool fails = comparison->agreement == Agreement::kInconsistent;
        if (identity.is_partial && fails) continue;
        if (fails && is_left_out(row, *whole->second, parts)) {
          ledger.skip("sum/row", figures.table->id + "：差额正是另一列的数，列的关系未能确定",
                      figures.table->id +
                          ": the difference is the figure of another column, so the columns were "
                          "not understood");
          continue;
        }
        trials.add(
            sum_check("sum/row", *whole->second, parts, place_name(*figures.table, *whole->second)),
            *comparison);
      }
    }
  }
  trials.conclude("sum/row", *figures.table, ledger);
}

void try_sum(const std::string& check, const Table& table, const Fact& whole,
             const std::vector<const Fact*>& parts, Trials& trials) {
  if (const auto comparison = compare_sum(whole, parts))
    trials.add(sum_check(check, whole, parts, place_name(table, whole)), *comparison);
}

/// The codes of one column with their facts.
void check_classes_of_column(const TableFigures& figures, const std::vector<const Fact*>& facts,
                             Trials& trials, Ledger& ledger) {
  std::map<std::string_view, const Fact*> by_code;
  std::vector<const Fact*> totals;
  std::vector<const Fact*> coded;
  bool is_repeated = false;
  for (const Fact* fact : facts) {
    const std::string_view digits = digits_of(*fact);
    if (digits.empty()) {
      if (fact->line_kind == LineKind::kTotal) totals.push_back(fact);
      continue;
    }
    coded.push_back(fact);
    if (!by_code.emplace(digits, fact).second) is_repeated = true;
  }
  if (coded.empty()) return;
  std::vector<const Fact*> tops;
  if (is_repeated) {
    // Several lists of codes, or one code in several rows: only rows that are all alike add up.
    const bool all_leaves = std::all_of(coded.begin(), coded.end(), [](const Fact* fact) {
      return fact->line_kind == LineKind::kLeaf;
    });
    if (!all_leaves) {
      ledger.skip("sum/class", figures.table->id + "：同一科目编码出现多次",
                  figures.table->id + ": a code stands in it more than once");
      return;
    }
    tops = coded;
  } else {
    std::map<const Fact*, std::vector<const Fact*>> children;
    for (const auto& [digits, fact] : by_code) {
      const Fact* parent = nullptr;
      for (std::size_t size = digits.size() - 1; size >= 3 && parent == nullptr; --size) {
        const auto found = by_code.find(digits.substr(0, size));
        if (found != by_code.end()) parent = found->second;
      }
      if (parent == nullptr) {
        tops.push_back(fact);
      } else {
        children[parent].push_back(fact);
      }
    }
    for (const auto& [digits, fact] : by_code) {
      const auto parts = children.find(fact);
      if (parts == children.end()) continue;
      try_sum("sum/class", *figures.table, *fact, parts->second, trials);
    }
  }
  if (totals.size() == 1) try_sum("sum/total", *figures.table, *totals.front(), tops, trials);
}

void check_classes(const TableFigures& figures, Ledger& ledger) {
  std::map<int, std::vector<const Fact*>> columns;
  for (const Fact* fact : figures.facts)
    if (fact->measure == Measure::kLevel) columns[*fact->column].push_back(fact);
  Trials trials;
  for (const auto& [column, facts] : columns)
    check_classes_of_column(figures, facts, trials, ledger);
  trials.conclude("sum/class", *figures.table, ledger);
}

}  // namespace

void check_tables(const Audited& audited, Ledger& ledger) {
  for (const TableFigures& figures : audited.tables) {
    const UnreadPlaces unread = unread_in(*figures.table, audited.unread);
    check_rows(figures, unread, audited.patterns.tables, ledger);
    const TableFigures whole = whole_columns(figures, unread);
    if (!unread.empty()) tell_unread("sum/class", *figures.table, ledger);
    const std::string& kind = figures.table->kind;
    // Lists of purchases and income by unit have codes that are no tree.
    if (kind != "B10" && kind != "B11" && kind != "B12" && kind != "Z06" && kind != "other") {
      check_classes(whole, ledger);
      check_shift(whole, ledger);
    }
    check_lists(whole, audited.patterns.checks, ledger);
  }
}

}  // namespace mingxi::audit
