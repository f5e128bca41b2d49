// Rows are added from the last to the first. What is below a row is then a list of trees; the row
// takes the first few of them as its parts, or none. A few best lists are kept at every step (a
// beam), shared as linked lists, so that a wrong choice far below can be left again when the rows
// above do not close with it.

#include "facts/tables/row_tree.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "facts/tables/row_signs.h"

namespace mingxi::facts {
namespace {

constexpr std::size_t kBeam = 12;
constexpr double kCloses = 2.5;
constexpr double kClosesAlone = 0.8;  // one part of the same amounts, and no sign for it
constexpr double kDoesNotClose = -3;
constexpr double kMemo = -0.3;
constexpr double kWhole = 4;
constexpr std::size_t kMaxParts = 400;
constexpr std::size_t kMaxSums = 4;  // ways in which one row is the sum of the next

/// A tree below a row, and those after it.
struct Link {
  int row = -1;
  int next = -1;   ///< the trees after it
  int parts = -1;  ///< the first of its parts
  std::size_t part_count = 0;
  std::size_t memo_count = 0;  ///< how many of the parts, from the first, are memos
  bool closes = false;
};

struct State {
  int first = -1;  ///< the first tree of the list
  double score = 0;
};

/// The part of a list between two sums.
class Segment {
 public:
  Segment(const std::vector<TableRow>& rows, std::size_t first, std::size_t last)
      : rows_(rows), first_(first), last_(last) {}

  /// above, below: the sums around it, if any.
  void read(const TableRow* above, const TableRow* below, RowTree& tree) {
    std::vector<State> states = {{}};
    for (std::size_t row = last_; row-- > first_;) {
      std::vector<State> next;
      for (const State& state : states) add_options(static_cast<int>(row), state, next);
      std::stable_sort(next.begin(), next.end(),
                       [](const State& a, const State& b) { return a.score > b.score; });
      if (next.size() > kBeam) next.resize(kBeam);
      states = std::move(next);
    }
    for (State& state : states)
      if (is_whole(above, state) || is_whole(below, state)) state.score += kWhole;
    const auto best =
        std::max_element(states.begin(), states.end(),
                         [](const State& a, const State& b) { return a.score < b.score; });
    write(best->first, -1, tree);
  }

 private:
  using Sums = std::vector<std::int64_t>;

  const TableRow& row_of(int link) const {
    return rows_[static_cast<std::size_t>(links_[static_cast<std::size_t>(link)].row)];
  }
  int next_of(int link) const { return links_[static_cast<std::size_t>(link)].next; }

  /// Amounts that are in a row are those of its parts; 1 more or less of the last place for each
  /// of several parts is rounding. Requires as many sums as amounts.
  enum class Fit { kNot, kRounded, kExact };
  Fit fit(const TableRow& whole, const Sums& sums, std::size_t parts) const {
    Fit found = Fit::kExact;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      const std::int64_t off = std::abs(whole.amounts[i].value_or(0) - sums[i]);
      if (off == 0) continue;
      if (parts < 2 || off > whole.step / 2 * static_cast<std::int64_t>(parts + 1))
        return Fit::kNot;
      found = Fit::kRounded;
    }
    return found;
  }

  static void add(const TableRow& row, Sums& sums) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += row.amounts[i].value_or(0);
  }

  bool is_beyond(const TableRow& whole, const Sums& sums) const {
    for (std::size_t i = 0; i < sums.size(); ++i) {
      const std::int64_t amount = whole.amounts[i].value_or(0);
      if (amount >= 0 && sums[i] > 2 * amount + 100 * whole.step && !has_negative_) return true;
    }
    return false;
  }

  void push(int row, const State& state, int parts, std::size_t count, std::size_t memos, int rest,
            bool closes, double score, std::vector<State>& to) {
    links_.push_back({row, rest, parts, count, memos, closes});
    to.push_back({static_cast<int>(links_.size()) - 1, state.score + score});
  }

  void add_options(int number, const State& state, std::vector<State>& to) {
    const TableRow& row = rows_[static_cast<std::size_t>(number)];
    for (const auto& amount : row.amounts) has_negative_ = has_negative_ || (amount && *amount < 0);
    push_with_memos(number, row, state, state.first, 0, to);
    // 其中 below a row need not be all of it: it may be a memo, and other parts may follow.
    int link = state.first;
    double cost = 0;
    for (std::size_t memos = 1; link >= 0 && memos <= 2; ++memos) {
      const TableRow& part = row_of(link);
      if (memos == 1 ? !part.is_part : sign_of(row, part) < kWeak) break;
      cost += kMemo;
      link = next_of(link);
      State skipped = state;
      skipped.score += cost + (part.is_blank() ? 0.1 : 0);
      push_with_memos(number, row, skipped, link, memos, to);
    }
  }

  /// The ways to take parts from the list that begins with `from`, after some memos.
  void push_with_memos(int number, const TableRow& row, const State& state, int from,
                       std::size_t memos, std::vector<State>& to) {
    Sums sums(row.amounts.size());
    double signs = 0;
    bool follows_signs = true;
    bool has_amounts = false;
    std::size_t found = 0;
    std::size_t count = 0;
    int link = from;
    const auto push_at = [&](double score, bool closes) {
      const double left = link >= 0 ? std::max(sign_of(row, row_of(link)), 0.0) : 0;
      push(number, state, state.first, count + memos, memos, link, closes, score - left, to);
    };
    const bool is_forced = link >= 0 && sign_of(row, row_of(link)) >= kForced;
    if (!is_forced) push_at(0, false);
    while (link >= 0 && count < kMaxParts) {
      const TableRow& part = row_of(link);
      const double sign = sign_of(row, part);
      if (sign <= -kForced || (is_forced && sign < kForced)) break;
      // A code forces where a row belongs; that more rows are forced makes a tree no likelier.
      signs += std::min(sign, kStrong) / static_cast<double>(1 + count);
      add(part, sums);
      has_amounts = has_amounts || !part.is_blank();
      ++count;
      link = next_of(link);
      const bool goes_on = link >= 0 && sign_of(row, row_of(link)) > 0;
      if (sign <= 0) follows_signs = false;
      if (is_forced && link >= 0 && sign_of(row, row_of(link)) >= kForced) continue;
      const Fit fits = row.is_blank() || !has_amounts ? Fit::kNot : fit(row, sums, count);
      if (fits != Fit::kNot && found < kMaxSums) {
        ++found;
        const bool is_sure = count > 1 || signs > 0;
        double score = is_sure
                           ? kCloses + 0.5 * static_cast<double>(std::min<std::size_t>(count, 4))
                           : kClosesAlone;
        if (fits == Fit::kRounded) score -= 1;
        push_at(std::max(signs, -kStrong) + score, true);
      } else if ((follows_signs && !goes_on) || is_forced) {
        const bool is_open = row.is_blank() && !has_amounts;
        push_at(signs + (is_open || is_forced ? 0 : kDoesNotClose), is_open);
      }
      if (is_forced) break;
      if (!follows_signs && (row.is_blank() || is_beyond(row, sums))) break;
    }
  }

  bool is_whole(const TableRow* whole, const State& state) const {
    if (whole == nullptr || whole->is_blank()) return false;
    Sums sums(whole->amounts.size());
    std::size_t count = 0;
    for (int link = state.first; link >= 0; link = next_of(link), ++count) add(row_of(link), sums);
    return fit(*whole, sums, count) != Fit::kNot;
  }

  void write(int link, int parent, RowTree& tree, std::size_t count = SIZE_MAX,
             std::size_t memos = 0) const {
    for (std::size_t i = 0; link >= 0 && i < count; ++i, link = next_of(link)) {
      const Link& at = links_[static_cast<std::size_t>(link)];
      RowTree::Node& node = tree.nodes[static_cast<std::size_t>(at.row)];
      node.parent = parent;
      node.is_memo = i < memos;
      node.closes = at.closes;
      node.has_parts = at.part_count > at.memo_count;
      write(at.parts, at.row, tree, at.part_count, at.memo_count);
    }
  }

  const std::vector<TableRow>& rows_;
  std::size_t first_, last_;
  std::vector<Link> links_;
  bool has_negative_ = false;
};

/// Whether the sum above or below a list is that of all its rows, each with an amount: then none of
/// them is part of another, whatever they add up to by chance.
bool is_flat(const std::vector<TableRow>& rows, std::size_t first, std::size_t last,
             const TableRow* above, const TableRow* below) {
  std::vector<std::int64_t> sums(rows[first].amounts.size());
  for (std::size_t i = first; i < last; ++i) {
    if (rows[i].is_blank()) return false;
    for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += rows[i].amounts[k].value_or(0);
  }
  const auto is_sum = [&sums](const TableRow* whole) {
    if (whole == nullptr || whole->is_blank()) return false;
    for (std::size_t k = 0; k < sums.size(); ++k)
      if (whole->amounts[k].value_or(0) != sums[k]) return false;
    return true;
  };
  return last - first > 1 && (is_sum(above) || is_sum(below));
}

/// A row is the whole of a list where everything else is part of it and no sum is in it.
bool is_whole_of_list(const std::vector<TableRow>& rows, const RowTree& tree, std::size_t row) {
  const TableRow& first = rows[row];
  if (row != 0 || !first.codes.empty() || first.depth != text::ItemDepth::kNone) return false;
  for (std::size_t i = 1; i < rows.size(); ++i)
    if (rows[i].is_total || tree.nodes[i].parent < 0) return false;
  return true;
}

void set_kinds(const std::vector<TableRow>& rows, RowTree& tree) {
  std::vector<bool> has_printed_parts(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const RowTree::Node& node = tree.nodes[i];
    if (node.parent < 0 || node.is_memo) continue;
    const bool is_printed = !rows[i].codes.empty() || !rows[i].is_part ||
                            std::any_of(rows[i].amounts.begin(), rows[i].amounts.end(),
                                        [](const auto& amount) { return amount.has_value(); });
    if (is_printed) has_printed_parts[static_cast<std::size_t>(node.parent)] = true;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    RowTree::Node& node = tree.nodes[i];
    if (rows[i].is_total)
      node.kind = LineKind::kTotal;
    else if (node.is_memo)
      node.kind = LineKind::kMemo;
    else if (is_whole_of_list(rows, tree, i))
      node.kind = LineKind::kTotal;
    else
      node.kind = has_printed_parts[i] ? LineKind::kSubtotal : LineKind::kLeaf;
  }
}

}  // namespace

RowTree row_tree(const std::vector<TableRow>& rows) {
  RowTree tree;
  tree.nodes.resize(rows.size());
  const TableRow* above = nullptr;
  for (std::size_t i = 0; i < rows.size();) {
    if (rows[i].is_total) {
      above = &rows[i++];
      continue;
    }
    std::size_t last = i;
    while (last < rows.size() && !rows[last].is_total) ++last;
    const TableRow* below = last < rows.size() ? &rows[last] : nullptr;
    if (!is_flat(rows, i, last, above, below)) Segment(rows, i, last).read(above, below, tree);
    i = last;
  }
  set_kinds(rows, tree);
  return tree;
}

}  // namespace mingxi::facts
