// Sums across the columns of a table. They follow the header: a column 合计 or 小计 is the sum of
// what is beside it under the same header cell, each group by its own sum or else by all its
// columns. A sum that fails in most rows is none.

#include <algorithm>
#include <map>
#include <string>

#include "audit/core/stages.h"
#include "audit/core/sums.h"
#include "audit/core/table_figures.h"
#include "audit/tables/table_names.h"
#include "audit/tables/unread.h"
#include "text/item_numbering.h"
#include "text/normalise.h"

namespace mingxi::audit {
namespace {

constexpr std::size_t kFewFailures = 2;
constexpr std::size_t kHeldPerFailure = 4;  // of a column that is the whole of one other

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
  explicit RowIdentities(const patterns::Patterns& patterns)
      : rules_(patterns.tables), words_(patterns.checks.words) {}

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
        is_three_public = words_.three_public.matches(name);
        continue;
      }
      if (text::numbered_item(name).is_part) is_partial = true;
      const auto component = rules_.components.of(name);
      if (component == "other") continue;  // counted in another column
      if (is_three_public && (component == "meetings" || component == "training")) continue;
      const std::vector<int> columns = visit(child);
      parts.insert(parts.end(), columns.begin(), columns.end());
    }
    if (sum < 0) return parts;
    if (!parts.empty()) identities_.push_back({sum, parts, is_partial});
    return {sum};
  }

  const patterns::TableRules& rules_;
  const patterns::CheckPatterns& words_;
  std::vector<RowIdentity> identities_;
};

/// The facts of one row and one list.
using RowKey = std::tuple<int, std::string>;

/// A sum of one row.
struct Trial {
  const Fact* whole;
  std::vector<const Fact*> parts;
  Comparison comparison;
  std::vector<const Fact*> left_out;  ///< figures of the row that are just what the sum lacks
  bool is_alone = false;              ///< the header has one part only
};

/// Sums that the same header makes, of one year or several.
struct Trials {
  std::vector<Trial> trials;
  std::size_t held = 0;
  std::size_t failed = 0;
};

/// Figures of the row that the sum left out and that make it hold: one, or all there are.
std::vector<const Fact*> left_out(const std::map<int, const Fact*>& row, const Fact& whole,
                                  const std::vector<const Fact*>& parts) {
  std::vector<const Fact*> others;
  for (const auto& [column, fact] : row) {
    const bool is_in = fact == &whole || std::find(parts.begin(), parts.end(), fact) != parts.end();
    if (!is_in && !fact->value.is_zero()) others.push_back(fact);
  }
  const auto make_it_hold = [&](const std::vector<const Fact*>& more) {
    std::vector<const Fact*> all = parts;
    all.insert(all.end(), more.begin(), more.end());
    const auto comparison = compare_sum(whole, all);
    return comparison && comparison->agreement != Agreement::kInconsistent;
  };
  for (const Fact* other : others)
    if (make_it_hold({other})) return {other};
  return !others.empty() && make_it_hold(others) ? others : std::vector<const Fact*>();
}

/// The sums of a table by what their header says: 合计 = 会议费 + 培训费, of last year and this.
std::map<std::string, Trials> trials_of(const TableFigures& figures, const UnreadPlaces& unread,
                                        const patterns::Patterns& patterns, Ledger& ledger) {
  std::map<TimeKey, std::vector<const Fact*>> times;
  for (const Fact* fact : figures.facts)
    if (fact->measure == Measure::kLevel) times[time_of(*fact)].push_back(fact);
  std::map<std::string, Trials> result;
  for (const auto& [time, facts] : times) {
    const bool items_are_columns = std::any_of(facts.begin(), facts.end(), [](const Fact* fact) {
      return fact->component == "reception";
    });
    std::map<RowKey, std::map<int, const Fact*>> rows;
    for (const Fact* fact : facts)
      rows[{*fact->row, items_are_columns ? "" : fact->subject}][*fact->column] = fact;
    const auto paths = paths_of(facts);
    for (const RowIdentity& identity : RowIdentities(patterns).of(paths)) {
      std::string name = std::to_string(identity.parts.size());
      for (const std::string& word : paths.at(identity.whole)) name += "/" + word;
      for (const auto& [key, row] : rows) {
        const auto whole = row.find(identity.whole);
        if (whole == row.end()) continue;
        const int number = std::get<0>(key);
        const auto is_unread = [&](int column) { return unread.contains({number, column}); };
        if (std::any_of(identity.parts.begin(), identity.parts.end(), is_unread)) {
          skip_unread({Check::kSum, "row"}, *figures.table, ledger);
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
        Trials& trials = result[name];
        if (fails) ++trials.failed;
        if (!fails && !whole->second->value.is_zero()) ++trials.held;
        trials.trials.push_back(
            {whole->second, parts, *comparison,
             fails ? left_out(row, *whole->second, parts) : std::vector<const Fact*>(),
             identity.parts.size() == 1});
      }
    }
  }
  return result;
}

}  // namespace

void check_rows(const TableFigures& figures, const UnreadPlaces& unread,
                const patterns::Patterns& patterns, Ledger& ledger) {
  for (const auto& [name, trials] : trials_of(figures, unread, patterns, ledger)) {
    // A column with one other beside it need not be the same, unless it is so in most rows.
    const bool is_alone = trials.trials.front().is_alone;
    const bool is_none = is_alone ? kHeldPerFailure * trials.failed > trials.held
                                  : trials.failed > kFewFailures && trials.failed > trials.held;
    if (is_none && !is_alone) {
      ledger.skip({Check::kSum, "row"},
                  said(Sentence::kMostRowsFail, {{"table", figures.table->id}}));
    }
    for (const Trial& trial : trials.trials) {
      const bool fails = trial.comparison.agreement == Agreement::kInconsistent;
      if (is_none && fails) continue;
      const CheckMade made = sum_check({Check::kSum, "row"}, *trial.whole, trial.parts,
                                       in_both(place_name(*figures.table, *trial.whole)));
      if (fails && !trial.left_out.empty()) {
        std::string header;
        for (const std::string& each : trial.left_out.front()->header) header = each;
        ledger.exonerate(made, said(Sentence::kSamePlaceInRow, {{"name", header}}));
        std::vector<const Fact*> all = trial.parts;
        all.insert(all.end(), trial.left_out.begin(), trial.left_out.end());
        ledger.record(sum_check({Check::kSum, "row"}, *trial.whole, all, made.about),
                      *compare_sum(*trial.whole, all));
      } else {
        ledger.record(made, trial.comparison);
      }
    }
  }
}

}  // namespace mingxi::audit
