// The component of an amount is what its header names beside the whole: a header cell over all
// amounts of one list and one time (预算数, 支出, 部门预算) names the whole and says nothing of
// one.

#include <algorithm>
#include <array>
#include <string_view>

#include "facts/tables/columns.h"
#include "text/item_numbering.h"

namespace mingxi::facts {
namespace {

using patterns::TableRules;

constexpr std::string_view kTotal = "total";
constexpr std::string_view kOther = "other";
constexpr std::string_view kThreePublic = "three_public";

/// What money was spent on, where columns are items: a fund beneath one comes after it.
constexpr std::array<std::string_view, 9> kItems = {
    "abroad",    "vehicles", "vehicle_purchase", "vehicle_operation",
    "reception", "meetings", "training",         kThreePublic,
    kTotal};

bool is_item(std::string_view component) {
  return std::find(kItems.begin(), kItems.end(), component) != kItems.end();
}

bool is_part_of_basic(std::string_view component) {
  return component == "basic_personnel" || component == "basic_public" || component == "project" ||
         component == "agency_operation";
}

/// The amounts of one list and one time.
using Group = std::vector<Column*>;

bool is_of_one_time(const Column& a, const Column& b, const Identity& identity) {
  Fact first, second;
  set_time(a.time, {}, identity, first);
  set_time(b.time, {}, identity, second);
  return first.measure == second.measure && first.period == second.period &&
         first.basis == second.basis;
}

std::vector<Group> groups_of(std::vector<Column>& columns, const Identity& identity) {
  std::vector<Group> groups;
  for (Column& column : columns) {
    if (column.role != ColumnRole::kAmount) continue;
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
      return group.front()->side == column.side && is_of_one_time(*group.front(), column, identity);
    });
    if (same == groups.end())
      groups.push_back({&column});
    else
      same->push_back(&column);
  }
  return groups;
}

class ComponentReader {
 public:
  ComponentReader(const TableView& view, const TableRules& rules, const Group& group)
      : view_(view), rules_(rules), group_(group) {
    for (const Column* column : group)
      for (const std::string& text : column->path)
        if (const auto component = rules.components.of(text))
          has_items_ = has_items_ || *component == "abroad" || *component == "reception";
  }

  void read(Column& column) const {
    std::vector<std::string> path;
    bool is_sum = false;
    bool is_in_other_group = false;
    for (std::size_t i = 0; i < column.cells.size(); ++i) {
      const int cell = column.cells[i];
      const std::string& text = column.path[i];
      const auto component = rules_.components.of(text);
      const bool is_part = text::numbered_item(text).is_part;
      const bool names_time = !component && !is_part && rules_.times.of(text);
      if (is_time_alone(text, rules_) || names_time) continue;
      const bool is_whole = component && *component == kTotal;
      const bool is_innermost = i + 1 == column.cells.size();
      if (is_innermost && is_whole) is_sum = true;
      const bool is_part_sum = is_whole && rules_.components.is("group_sum", text);
      // A fund beneath an item is not what is counted.
      const bool keeps_item =
          has_items_ && !column.item.empty() && component && !is_item(*component);
      if (!keeps_item && (!is_part_sum || column.item.empty())) column.item = view_.cell(cell).text;
      if (group_.size() == 1 && !(component && is_part_of_basic(*component))) continue;
      if (group_.size() > 1 && covers(group_, cell)) continue;
      std::string meaning = component.value_or(std::string(kOther));
      if (is_whole) meaning = meaning_of_whole(cell, text, is_innermost || names_item(path));
      if (meaning == kOther && !is_innermost) {
        is_in_other_group = component.has_value();
        continue;
      }
      if (!meaning.empty() && (path.empty() || path.back() != meaning)) path.push_back(meaning);
    }
    if (path.empty()) {
      const bool is_whole = is_sum && !is_in_other_group;
      path.emplace_back(group_.size() == 1 ? "amount" : is_whole ? kTotal : kOther);
    }
    if (column.item.empty() && !column.cells.empty())
      column.item = view_.cell(column.cells.back()).text;
    column.component = path.back();
    if (has_items_) {
      const auto item = std::find_if(path.rbegin(), path.rend(),
                                     [](const std::string& each) { return is_item(each); });
      if (item != path.rend()) column.component = *item;
    }
    column.components = std::move(path);
  }

 private:
  /// 小计 beneath an item is the item over all its funds, no wider whole.
  static bool names_item(const std::vector<std::string>& path) {
    return std::any_of(path.begin(), path.end(),
                       [](const std::string& meaning) { return is_item(meaning); });
  }

  static bool is_over(const Column& column, int header) {
    return std::find(column.cells.begin(), column.cells.end(), header) != column.cells.end();
  }

  static bool covers(const Group& group, int header) {
    return std::all_of(group.begin(), group.end(),
                       [header](const Column* column) { return is_over(*column, header); });
  }

  /// What a sum adds to the path: nothing within its group; the items where they are part of a
  /// wider sum; the whole over the funds it is divided into.
  std::string meaning_of_whole(int header, const std::string& text, bool is_within_group) const {
    const bool names_items = rules_.components.is("three_public", text);
    if (names_items && has_wider_sum(header)) return std::string(kThreePublic);
    if (!is_within_group && has_items_ && !names_items) return std::string(kTotal);
    return {};
  }

  bool has_wider_sum(int header) const {
    return std::any_of(group_.begin(), group_.end(), [&](const Column* column) {
      return !is_over(*column, header) && !column->path.empty() &&
             rules_.components.is("sum", column->path.back());
    });
  }

  const TableView& view_;
  const TableRules& rules_;
  const Group& group_;
  bool has_items_ = false;
};

}  // namespace

void read_components(const TableView& view, const Identity& identity, const TableRules& rules,
                     std::vector<Column>& columns) {
  for (const Group& group : groups_of(columns, identity)) {
    const ComponentReader reader(view, rules, group);
    for (Column* column : group) reader.read(*column);
  }
}

}  // namespace mingxi::facts
