#include "facts/tables/bodies.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace mingxi::facts {
namespace {

/// Which rows of a list name a unit among items.
class BodyRows {
 public:
  BodyRows(const std::vector<TableRow>& rows, const RowTree& tree, bool is_said_by_header)
      : rows_(rows), tree_(tree), is_body_(rows.size()), children_(rows.size() + 1) {
    for (std::size_t i = 0; i < rows.size(); ++i) children_[parent_of(i)].push_back(i);
    const std::set<std::size_t> repeated = rows_with_parts_of_others();
    for (std::size_t i = 0; i < rows.size(); ++i)
      is_body_[i] = can_be_body(i) && rows[i].may_be_body &&
                    (is_said_by_header || rows[i].is_group_row || repeated.count(i) > 0);
    // What is beside units and has parts as they do is one, and so is the whole of them.
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (!is_body_[i] && can_be_body(i) && is_beside_bodies(i)) is_body_[i] = true;
    for (std::size_t i = rows.size(); i-- > 0;)
      if (!is_body_[i] && can_be_body(i) && rows[i].may_be_body && has_bodies_alone(i))
        is_body_[i] = true;
  }

  bool is_body(std::size_t row) const { return is_body_[row]; }

 private:
  std::size_t parent_of(std::size_t row) const {
    const int parent = tree_.nodes[row].parent;
    return parent < 0 ? rows_.size() : static_cast<std::size_t>(parent);
  }

  bool can_be_body(std::size_t row) const {
    const TableRow& each = rows_[row];
    return !each.is_total && each.depth == text::ItemDepth::kNone && each.codes.empty() &&
           !each.is_class && !each.name.empty() && tree_.nodes[row].has_parts;
  }

  /// The rows that have parts named as those of another such row: 工资福利支出 of each unit.
  std::set<std::size_t> rows_with_parts_of_others() const {
    std::map<std::string, std::set<std::size_t>> wholes;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const std::size_t parent = parent_of(i);
      if (parent < rows_.size() && can_be_body(parent) && rows_[parent].may_be_body)
        wholes[rows_[i].name].insert(parent);
    }
    std::set<std::size_t> found;
    for (const auto& [name, parents] : wholes)
      if (parents.size() > 1) found.insert(parents.begin(), parents.end());
    return found;
  }

  bool is_beside_bodies(std::size_t row) const {
    std::size_t bodies = 0;
    std::size_t wholes = 0;
    for (const std::size_t other : children_[parent_of(row)]) {
      if (!can_be_body(other)) continue;
      ++wholes;
      if (is_body_[other]) ++bodies;
    }
    return bodies * 2 > wholes;
  }

  bool has_bodies_alone(std::size_t row) const {
    const std::vector<std::size_t>& parts = children_[row];
    return !parts.empty() && std::all_of(parts.begin(), parts.end(),
                                         [this](std::size_t part) { return is_body_[part]; });
  }

  const std::vector<TableRow>& rows_;
  const RowTree& tree_;
  std::vector<bool> is_body_;
  std::vector<std::vector<std::size_t>> children_;  ///< of each row; last: of none
};

/// Whether a row names no unit and is the whole of rows that do.
std::vector<bool> wholes_of_bodies(const std::vector<std::string>& own, const RowTree& tree) {
  std::vector<bool> wholes(own.size());
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (own[i].empty()) continue;
    for (int above = tree.nodes[i].parent; above >= 0;
         above = tree.nodes[static_cast<std::size_t>(above)].parent)
      if (own[static_cast<std::size_t>(above)].empty())
        wholes[static_cast<std::size_t>(above)] = true;
  }
  return wholes;
}

}  // namespace

std::vector<std::string> bodies_of(const std::vector<TableRow>& rows, const RowTree& tree,
                                   const std::vector<Column>& columns,
                                   const std::set<std::string>& publishers) {
  const bool may_name = std::any_of(columns.begin(), columns.end(), [](const Column& column) {
    return column.role == ColumnRole::kName && column.may_name_bodies;
  });
  const BodyRows named(rows, tree, may_name);
  std::vector<std::string> own(rows.size());
  std::set<std::pair<std::string, std::string>> units;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    own[i] = rows[i].body;
    if (own[i].empty() && named.is_body(i)) own[i] = rows[i].subject;
    if (!own[i].empty()) units.insert({own[i], rows[i].body_number});
  }
  std::vector<std::string> bodies(rows.size());
  if (units.size() == 1 && publishers.count(units.begin()->first) > 0) return bodies;
  const std::vector<bool> is_whole = wholes_of_bodies(own, tree);
  std::string current;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!own[i].empty())
      current = own[i];
    else if (rows[i].is_total || is_whole[i])
      current.clear();
    bodies[i] = current;
  }
  return bodies;
}

}  // namespace mingxi::facts
