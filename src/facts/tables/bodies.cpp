#include "facts/tables/bodies.h"

#include <algorithm>
#include <set>
#include <utility>

namespace mingxi::facts {
namespace {

/// The name printed in the column of names is that of a unit: the header says that units are there,
/// it is named like one, and what follows adds up to it.
bool is_body_among_names(const TableRow& row, const RowTree::Node& node, bool may_name_bodies,
                         bool is_group_row) {
  if (row.is_total || row.depth != text::ItemDepth::kNone || !row.may_be_body) return false;
  return row.codes.empty() && !row.is_class && node.has_parts && (may_name_bodies || is_group_row);
}

}  // namespace

std::vector<std::string> bodies_of(const std::vector<TableRow>& rows, const RowTree& tree,
                                   const std::vector<Column>& columns,
                                   const std::set<std::string>& publishers) {
  const bool may_name = std::any_of(columns.begin(), columns.end(), [](const Column& column) {
    return column.role == ColumnRole::kName && column.may_name_bodies;
  });
  std::vector<std::string> bodies(rows.size());
  std::set<std::pair<std::string, std::string>> units;
  std::string current;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const TableRow& row = rows[i];
    std::string own = row.body;
    if (own.empty() && is_body_among_names(row, tree.nodes[i], may_name, row.is_group_row))
      own = row.subject;
    if (!own.empty()) {
      current = own;
      units.insert({own, row.body_number});
    } else if (row.is_total) {
      current.clear();
    }
    bodies[i] = current;
  }
  if (units.size() == 1 && publishers.count(units.begin()->first) > 0)
    bodies.assign(rows.size(), {});
  return bodies;
}

}  // namespace mingxi::facts
