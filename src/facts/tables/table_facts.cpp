#include "facts/tables/table_facts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>

#include "facts/prose/statement_draft.h"
#include "facts/tables/bodies.h"
#include "facts/tables/cell_values.h"
#include "facts/tables/columns.h"
#include "facts/tables/named_codes.h"
#include "facts/tables/row_tree.h"
#include "facts/tables/rows.h"
#include "facts/tables/units.h"
#include "model/table_view.h"
#include "text/characters.h"

namespace mingxi::facts {
namespace {

constexpr const char* kRule = "tables/cell";

bool has_items_in_columns(const std::vector<Column>& columns) {
  return std::any_of(columns.begin(), columns.end(), [](const Column& column) {
    return column.component == "reception" || column.component == "abroad";
  });
}

LineKind kind_of_item(const std::string& component) {
  if (component == "total") return LineKind::kTotal;
  if (component == "vehicles" || component == "three_public") return LineKind::kSubtotal;
  return LineKind::kLeaf;
}

/// The rows of one list with their tree.
struct List {
  std::vector<TableRow> rows;
  RowTree tree;
  std::vector<std::optional<std::string>> named_codes;
  std::vector<std::string> bodies;
};

/// The facts of one table.
class TableReader {
 public:
  TableReader(const Document& document, const Table& table, const TableView& view,
              const std::vector<Column>& columns, const Identity& identity,
              const std::set<std::string>& publishers, const patterns::Patterns& patterns)
      : document_(document),
        table_(table),
        view_(view),
        columns_(columns),
        identity_(identity),
        items_are_columns_(has_items_in_columns(columns)) {
    const int sides = columns.back().side + 1;
    for (int side = 0; side < sides; ++side) {
      List list;
      list.rows = rows_of(table, view, document, columns, side, patterns);
      list.tree = row_tree(list.rows);
      const bool has_codes = std::any_of(list.rows.begin(), list.rows.end(),
                                         [](const TableRow& row) { return !row.codes.empty(); });
      list.named_codes = has_codes || sides > 1
                             ? std::vector<std::optional<std::string>>(list.rows.size())
                             : named_codes(list.rows, list.tree, patterns.classification);
      list.bodies = bodies_of(list.rows, list.tree, columns, publishers);
      lists_.push_back(std::move(list));
    }
    row_at_.resize(lists_.size(), std::vector<int>(static_cast<std::size_t>(table.rows), -1));
    for (std::size_t side = 0; side < lists_.size(); ++side)
      for (std::size_t i = 0; i < lists_[side].rows.size(); ++i)
        row_at_[side][static_cast<std::size_t>(lists_[side].rows[i].row)] = static_cast<int>(i);
  }

  std::optional<Fact> fact_at(int row, int number) const {
    const Column& column = columns_[static_cast<std::size_t>(number)];
    const int index = view_.index_at(row, number);
    if (index < 0 || view_.cell(index).row != row) return std::nullopt;
    if (!is_first_amount_of(view_.cell(index), number)) return std::nullopt;
    const auto value = value_of(view_.traced(index).utf8());
    if (!value) return std::nullopt;
    Fact fact{.origin = Origin::kTable,
              .components = column.components,
              .component = column.component,
              .header = column.header,
              .value = value->value,
              .decimals = value->value.places(),
              .value_state = value->state,
              .table = table_.id,
              .row = row,
              .column = number,
              .rule = kRule};
    if (!set_meaning(fact, column)) return std::nullopt;
    set_unit(fact, column, *value);
    const TracedText& text = view_.traced(index);
    const auto glyph_ids = text.glyphs(0, text.size());
    fact.evidence = {.page = view_.cell(index).page,
                     .quote = view_.cell(index).text,
                     .boxes = boxes_of(document_, glyph_ids)};
    take_source(fact, document_, glyph_ids);
    return fact;
  }

 private:
  /// A cell over several columns of amounts is a figure of the first.
  bool is_first_amount_of(const Cell& cell, int number) const {
    for (int column = cell.column; column < number; ++column)
      if (columns_[static_cast<std::size_t>(column)].role == ColumnRole::kAmount) return false;
    return true;
  }

  /// Subject, codes, body, kind and time; whether the figure is of anything.
  bool set_meaning(Fact& fact, const Column& column) const {
    const auto side = static_cast<std::size_t>(column.side);
    const List& list = lists_[side];
    const int at = row_at_[side][static_cast<std::size_t>(*fact.row)];
    static const TimeWords kNoTime;
    if (at < 0) {
      set_time(column.time, kNoTime, identity_, fact);
      return set_item(fact, column, LineKind::kTotal);
    }
    const auto i = static_cast<std::size_t>(at);
    const TableRow& row = list.rows[i];
    set_time(column.time, row.time, identity_, fact);
    for (const RowCode& code : row.codes) fact.codes.push_back(code.text());
    if (!list.bodies[i].empty()) fact.body = list.bodies[i];
    const bool is_of_item =
        items_are_columns_ && row.codes.empty() &&
        (row.name.empty() || row.is_total || row.names_body_alone || row.has_time);
    fact.line_kind = list.tree.nodes[i].kind;
    if (row.is_vehicles && fact.line_kind == LineKind::kLeaf) fact.line_kind = LineKind::kSubtotal;
    if (is_of_item || row.name.empty()) {
      // One row alone, or rows of years: the kind is that of the item.
      const bool has_kind = items_are_columns_ && !row.has_time && fact.line_kind &&
                            *fact.line_kind != LineKind::kLeaf && list.rows.size() > 1;
      if (row.name.empty() && !row.has_time && !items_are_columns_ && names_rows(column.side))
        return false;
      return set_item(fact, column, has_kind ? *fact.line_kind : LineKind::kTotal, has_kind);
    }
    fact.subject = row.subject;
    fact.subject_from = SubjectFrom::kRow;
    if (list.named_codes[i]) fact.codes.push_back(*list.named_codes[i]);
    fact.code = code_of(fact.codes);
    return true;
  }

  bool set_item(Fact& fact, const Column& column, LineKind kind, bool is_of_row = false) const {
    fact.subject = column.item;
    fact.subject_from = SubjectFrom::kColumn;
    fact.line_kind = items_are_columns_ && !is_of_row ? kind_of_item(column.component) : kind;
    return !fact.subject.empty();
  }

  bool names_rows(int side) const {
    return std::any_of(columns_.begin(), columns_.end(), [side](const Column& column) {
      return column.side == side &&
             (column.role == ColumnRole::kName || column.role == ColumnRole::kBody);
    });
  }

  /// The code that the table is about: that of the department's scheme before the others.
  static std::optional<std::string> code_of(const std::vector<std::string>& codes) {
    for (const std::string_view scheme : {"economic:", "functional:", "government:"})
      for (const std::string& code : codes)
        if (code.starts_with(scheme)) return code;
    return std::nullopt;
  }

  void set_unit(Fact& fact, const Column& column, const CellValue& value) const {
    fact.unit = column.unit.empty() ? table_.unit : column.unit;
    if (value.is_rate || (fact.measure != Measure::kLevel && fact.measure != Measure::kChange))
      fact.unit = "%";
    if (!fact.unit.empty() && fact.unit != "%") set_money(std::string(fact.unit), fact);
  }

  const Document& document_;
  const Table& table_;
  const TableView& view_;
  const std::vector<Column>& columns_;
  const Identity& identity_;
  bool items_are_columns_;
  std::vector<List> lists_;
  std::vector<std::vector<int>> row_at_;  ///< of each list: the number of its row in a row
};

bool is_unit_of_money(const std::string& unit) { return !unit.empty() && unit != "%"; }

/// Whether the figures of a table are amounts of a budget. Lists of other things and forms of
/// performance are not, but for columns that name money.
bool holds_amounts(const Table& table, const std::vector<Column>& columns) {
  if (is_of_money(table.kind)) return true;
  return std::any_of(columns.begin(), columns.end(), [](const Column& column) {
    return column.role == ColumnRole::kAmount &&
           (column.component != "other" || is_unit_of_money(column.unit));
  });
}

/// Whether a header cell is over columns of numbers alone.
bool is_over_numbers(const Cell& header, const std::vector<Column>& columns) {
  const auto first = columns.begin() + header.column;
  return std::all_of(first, first + header.column_span,
                     [](const Column& column) { return column.role == ColumnRole::kAmount; });
}

/// Whether a column is one of amounts; in lists that are no statutory table only the header says.
bool is_money(const Table& table, const TableView& view, const std::vector<Column>& columns,
              const Column& column, const patterns::TableRules& rules) {
  if (column.role != ColumnRole::kAmount) return false;
  if (is_of_money(table.kind)) return true;
  if (!column.unit.empty() || (column.component != "other" && column.component != "amount"))
    return true;
  for (std::size_t i = 0; i < column.cells.size(); ++i)
    if (is_over_numbers(view.cell(column.cells[i]), columns) &&
        rules.columns.is("money", column.path[i]))
      return true;
  return false;
}

/// A form can change on the way down what a column holds (指标值 under 其他资金): which columns
/// have, nearest above, a heading of something that is no money.
class HeadingsOnTheWay {
 public:
  explicit HeadingsOnTheWay(std::size_t columns) : names_no_money_(columns) {}

  /// Requires that rows are given in order, those of the header too.
  void pass(const TableView& view, int row, const patterns::TableRules& rules) {
    for (std::size_t i = 0; i < names_no_money_.size(); ++i) {
      const std::string_view text = view.text_at(row, static_cast<int>(i));
      if (text.size() > kLongest || !text::contains_han(text)) continue;
      const auto label = rules.columns.of(text);
      names_no_money_[i] = label == "text" || label == "count";
    }
  }

  bool names_money(int column) const { return !names_no_money_[static_cast<std::size_t>(column)]; }

 private:
  static constexpr std::size_t kLongest = 36;  // bytes: a dozen characters

  std::vector<bool> names_no_money_;
};

/// Where text is struck out, page by page.
using StruckText = std::map<int, std::vector<Box>>;

StruckText struck_text(const Document& document) {
  StruckText struck;
  for (const Page& page : document.pages)
    for (const Glyph& glyph : page.glyphs)
      if (glyph.visibility == Visibility::kStruck) struck[page.number].push_back(glyph.box);
  return struck;
}

bool holds_struck_text(const Cell& cell, const StruckText& struck) {
  const auto page = struck.find(cell.page);
  return page != struck.end() &&
         std::any_of(page->second.begin(), page->second.end(), [&cell](const Box& box) {
           return holds(cell.box, box.middle_x(), box.middle_y());
         });
}

/// Whether a cell is printed and says something else than that there is nothing: 88.65*, ####, what
/// is struck out.
bool is_unread(const TableView& view, int row, int column, const StruckText& struck,
               const patterns::TableRules& rules) {
  const int index = view.index_at(row, column);
  if (index < 0 || view.cell(index).row != row || view.cell(index).column != column) return false;
  if (holds_struck_text(view.cell(index), struck)) return true;
  const std::string& text = view.traced(index).utf8();
  return !text.empty() && !is_dash(text) && !rules.notes.is("empty", text) &&
         text.find_first_of("0123456789#") != std::string::npos;
}

/// Whether a note under a table says that its 预算数 is the budget of the whole year.
bool notes_adjusted_budget(const Layout& layout, const GridSequence& sequence,
                           const patterns::TableRules& rules) {
  return std::any_of(sequence.grids.begin(), sequence.grids.end(), [&](std::size_t grid) {
    const std::vector<Line>& lines = layout.grids[grid].below;
    return std::any_of(lines.begin(), lines.end(), [&rules](const Line& line) {
      return rules.notes.is("adjusted_budget", line.text.utf8());
    });
  });
}

/// Takes the budget in the facts of a table for the adjusted one, if no column says so itself.
void adjust_budget(std::span<Fact> facts) {
  if (std::any_of(facts.begin(), facts.end(),
                  [](const Fact& fact) { return fact.basis == Basis::kAdjusted; }))
    return;
  for (Fact& fact : facts) {
    if (fact.basis == Basis::kBudget) fact.basis = Basis::kAdjusted;
    if (fact.relative_to == Base(Basis::kBudget)) fact.relative_to = Basis::kAdjusted;
  }
}

}  // namespace

TableFacts link_tables(const Document& document, const Layout& layout,
                       const std::vector<Table>& tables, const Identity& identity,
                       const patterns::Patterns& patterns) {
  TableFacts result;
  const StruckText struck = struck_text(document);
  std::set<std::string> publishers;
  if (identity.publisher) publishers.insert(*identity.publisher);
  for (const Table& table : tables)
    if (!table.prepared_by.empty()) publishers.insert(table.prepared_by);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const Table& table = tables[i];
    const TableView view(table, layout.tables[i], layout);
    const std::vector<Column> columns = columns_of(table, view, identity, patterns.tables);
    if (columns.empty() || !holds_amounts(table, columns)) continue;
    const TableReader reader(document, table, view, columns, identity, publishers, patterns);
    const std::size_t first = result.facts.size();
    HeadingsOnTheWay headings(columns.size());
    for (int row = 0; row < table.rows; ++row) {
      if (!is_of_money(table.kind)) headings.pass(view, row, patterns.tables);
      if (is_header_row(table, row)) continue;
      for (int column = 0; column < table.columns; ++column) {
        if (!headings.names_money(column) ||
            !is_money(table, view, columns, columns[static_cast<std::size_t>(column)],
                      patterns.tables))
          continue;
        if (auto fact = reader.fact_at(row, column))
          result.facts.push_back(std::move(*fact));
        else if (is_unread(view, row, column, struck, patterns.tables))
          result.unread.push_back({table.id, row, column});
      }
    }
    if (identity.kind == DocumentKind::kFinalAccount &&
        notes_adjusted_budget(layout, layout.tables[i], patterns.tables))
      adjust_budget(std::span(result.facts).subspan(first));
  }
  return result;
}

}  // namespace mingxi::facts
