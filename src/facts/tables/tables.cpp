#include "facts/tables/tables.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>

#include "model/table_view.h"
#include "facts/tables/table_rows.h"
#include "text/numerals.h"

namespace mingxi::facts {
namespace {

constexpr int kCodeColumns = 2;  // from the left

int nearest(const std::vector<double>& lines, double at) {
  const auto found = std::min_element(lines.begin(), lines.end(), [at](double a, double b) {
    return std::abs(a - at) < std::abs(b - at);
  });
  return static_cast<int>(found - lines.begin());
}

/// The lines between the cells of the first row, and of those beside them further down: indices of
/// column lines, ascending.
std::vector<std::size_t> header_edges(const Grid& grid) {
  int depth = 1;
  for (const GridCell& cell : grid.cells)
    if (cell.row == 0) depth = std::max(depth, cell.row_span);
  std::set<std::size_t> edges;
  for (const GridCell& cell : grid.cells) {
    if (cell.row >= depth) continue;
    edges.insert(static_cast<std::size_t>(cell.column));
    edges.insert(static_cast<std::size_t>(cell.column + cell.column_span));
  }
  return {edges.begin(), edges.end()};
}

std::string first_row_text(const Grid& grid) {
  std::string text;
  for (const GridCell& cell : grid.cells)
    if (cell.row == 0 && !cell.text.empty()) text += cell.text.utf8() + "|";
  return text;
}

/// The column lines of a part of a table where the first part has them: the same header shows which
/// line is which, whatever the widths. Its own where the headers differ, or no line is far off.
std::vector<double> placed_lines(const Grid& grid, const Grid& first) {
  const std::vector<double>& own = grid.column_lines;
  const bool is_near = std::all_of(own.begin(), own.end(), [&first](double line) {
    const double known =
        first.column_lines[static_cast<std::size_t>(nearest(first.column_lines, line))];
    return std::abs(known - line) <= kSameColumn;
  });
  if (is_near || first_row_text(grid) != first_row_text(first)) return own;
  if (own.size() == first.column_lines.size()) return first.column_lines;
  const std::vector<std::size_t> edges = header_edges(grid);
  const std::vector<std::size_t> first_edges = header_edges(first);
  if (edges.size() != first_edges.size()) return own;
  std::vector<double> lines(own.size());
  for (std::size_t i = 0, edge = 0; i < own.size(); ++i) {
    // What divides no header is a line of the frame, or of one row: it keeps to the edge before.
    while (edge + 1 < edges.size() && edges[edge + 1] <= i) ++edge;
    lines[i] = first.column_lines[first_edges[edge]];
  }
  return lines;
}

/// The column lines of all parts, those at one place once. Two lines of one part stay two, however
/// near: cells of a narrow column would share their place with others.
std::vector<double> column_lines(const GridSequence& sequence, const Layout& layout) {
  std::vector<double> lines = layout.grids[sequence.grids.front()].column_lines;
  for (const std::size_t grid : sequence.grids) {
    std::vector<double> added;
    int taken = -1;
    const Grid& first = layout.grids[sequence.grids.front()];
    for (const double line : placed_lines(layout.grids[grid], first)) {
      const int known = nearest(lines, line);
      const double distance = std::abs(lines[static_cast<std::size_t>(known)] - line);
      if (known == taken || distance > kSameColumn) added.push_back(line);
      taken = known;
    }
    lines.insert(lines.end(), added.begin(), added.end());
    std::sort(lines.begin(), lines.end());
  }
  return lines;
}

/// Whether the row of a page begins with what is left of a row of the page before: its first cell
/// is blank, and no figure is in it.
bool goes_on(const Grid& before, const Grid& grid) {
  if (grid.is_open_above || before.is_open_below) return true;
  bool has_text = false;
  for (const GridCell& cell : grid.cells) {
    if (cell.row > 0) break;
    if (cell.column == 0 && !cell.text.empty()) return false;
    if (text::amount_of(cell.text.utf8())) return false;
    has_text = has_text || !cell.text.empty();
  }
  return has_text;
}

/// Fills pages, rows, columns and cells; gives the first row of each part.
std::vector<int> add_cells(const Document& document, const Layout& layout,
                           const GridSequence& sequence, Table& table) {
  const std::vector<double> lines = column_lines(sequence, layout);
  table.columns = static_cast<int>(lines.size()) - 1;
  std::vector<int> first_rows;
  const Grid* before = nullptr;
  for (const std::size_t number : sequence.grids) {
    const Grid& grid = layout.grids[number];
    const bool continues = before != nullptr && goes_on(*before, grid);
    const std::vector<double> placed = placed_lines(grid, layout.grids[sequence.grids.front()]);
    first_rows.push_back(table.rows);
    table.pages.push_back(grid.page);
    for (const GridCell& cell : grid.cells) {
      const auto left = static_cast<std::size_t>(cell.column);
      const auto right = left + static_cast<std::size_t>(cell.column_span);
      // A column that is too narrow to be one keeps a place of its own.
      const int column = std::min(nearest(lines, placed[left]), table.columns - 1);
      const int last = std::max(nearest(lines, placed[right]), column + 1);
      table.cells.push_back({.row = table.rows + cell.row,
                             .column = column,
                             .row_span = cell.row_span,
                             .column_span = last - column,
                             .page = grid.page,
                             .text = printed(document, cell.text.glyphs(0, cell.text.size())),
                             .box = cell.box,
                             .continues = continues && cell.row == 0});
    }
    table.rows += grid.rows();
    before = &grid;
  }
  return first_rows;
}

/// The title that a line prints, without its number; nothing if it is none.
std::optional<std::string> title_in(const TracedText& line, const Document& document,
                                    const patterns::TableRules& rules) {
  const std::string_view text = line.utf8();
  if (text.empty() || !rules.notes.is("title", text)) return std::nullopt;
  std::size_t first = 0;
  while (const auto prefix = rules.notes.find("title_prefix", text.substr(first))) {
    if (prefix->first() != 0 || first + prefix->last() >= text.size()) break;
    first += prefix->last();
  }
  return printed(document, line.glyphs(first, text.size()));
}

/// What is printed around the first part of a table that can name it, nearest first.
std::vector<TracedText> lines_around(const Grid& grid) {
  std::vector<TracedText> lines;
  const int columns = grid.columns();
  for (const GridCell& cell : grid.cells) {
    const bool is_row_of_its_own = columns > 1 && cell.column_span == columns;
    if (cell.row > 1) break;
    if (is_row_of_its_own) lines.push_back(cell.text);
  }
  for (auto line = grid.above.rbegin(); line != grid.above.rend(); ++line)
    lines.push_back(line->text);
  for (const Line& line : grid.heads) lines.push_back(line.text);
  return lines;
}

/// Two lines over the table as one, for titles set in two lines.
std::vector<TracedText> pairs_of_lines(const Grid& grid, const patterns::TableRules& rules) {
  const auto can_be_half = [&rules](const Line& line) {
    const std::string& text = line.text.utf8();
    return !rules.notes.is("mark", text) && !rules.notes.is("unit", text);
  };
  std::vector<TracedText> pairs;
  for (std::size_t i = grid.above.size(); i-- > 1;) {
    if (!can_be_half(grid.above[i - 1]) || !can_be_half(grid.above[i])) continue;
    pairs.push_back(grid.above[i - 1].text);
    pairs.back().append(grid.above[i].text);
  }
  return pairs;
}

std::string money_unit(std::string_view text, const patterns::TableRules& rules) {
  const auto match = rules.notes.find("unit", text);
  if (!match) return {};
  const std::string_view unit = rules.notes.group("unit", *match, "unit");
  return std::string(unit.empty() ? rules.notes.group("unit", *match, "bracketed") : unit);
}

void read_unit(const Layout& layout, const GridSequence& sequence, const TableView& view,
               const patterns::TableRules& rules, Table& table) {
  const auto take = [&](std::string_view text) {
    if (table.unit.empty()) table.unit = money_unit(text, rules);
  };
  for (const std::size_t number : sequence.grids) {
    const Grid& grid = layout.grids[number];
    for (const TracedText& line : lines_around(grid)) take(line.utf8());
    if (!grid.below.empty()) take(grid.below.front().text.utf8());
    if (!table.unit.empty()) break;
  }
  for (const int row : table.header_rows)
    for (const int index : view.cells_from(row)) take(view.traced(index).utf8());
  table.unit_from = table.unit.empty() ? UnitFrom::kNone : UnitFrom::kTable;
}

void read_prepared_by(const Grid& grid, const Document& document, const patterns::TableRules& rules,
                      Table& table) {
  for (const TracedText& line : lines_around(grid)) {
    const auto match = rules.notes.find("prepared_by", line.utf8());
    if (!match) continue;
    const std::string_view name = rules.notes.group("prepared_by", *match, "name");
    const auto first = static_cast<std::size_t>(name.data() - line.utf8().data());
    table.prepared_by = printed(document, line.glyphs(first, first + name.size()));
    return;
  }
}

void read_kind(const Grid& grid, const Document& document, const TableView& view,
               const patterns::TableRules& rules, Table& table) {
  std::optional<TableKind> kind;
  std::vector<TracedText> lines = lines_around(grid);
  for (TracedText& pair : pairs_of_lines(grid, rules)) lines.push_back(std::move(pair));
  for (const TracedText& line : lines) {
    const auto title = title_in(line, document, rules);
    if (!title) continue;
    std::string text = line.utf8();
    if (const auto remark = rules.notes.find("without", text))
      text.erase(remark->first(), remark->last() - remark->first());
    const auto named = rules.kind_of_title(text);
    if (table.title.empty() || (named && !kind)) {
      table.title = *title;
      kind = named;
    }
    if (kind) break;
  }
  if (!kind && table.title.empty()) {
    std::string header;
    for (const int row : table.header_rows)
      for (const int index : view.cells_from(row)) header += view.traced(index).utf8() + "|";
    kind = rules.kind_of_header(header);
  }
  table.kind = kind.value_or(TableKind::kOther);
}

/// 2080505 and 301, which are no figures of an otherwise empty table.
bool is_code(std::string_view text) {
  const bool has_length = text.size() == 3 || text.size() == 5 || text.size() == 7;
  return has_length &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Digits, or what may be digits, with hardly a word: 88.65元, ####, glyphs without Unicode.
bool is_unread_number(std::string_view text) {
  constexpr std::string_view kUnknown = "\xEF\xBF\xBD";  // U+FFFD
  const bool is_marked = text.find_first_of("0123456789#") != std::string_view::npos ||
                         text.find(kUnknown) != std::string_view::npos;
  const auto words = std::count_if(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0xE3 && static_cast<unsigned char>(c) <= 0xE9;
  });
  constexpr std::ptrdiff_t kMaxWords = 2;
  return is_marked && words <= kMaxWords && !is_code(text);
}

TableState state_of(const Grid& last, const TableView& view, const patterns::TableRules& rules,
                    const Table& table) {
  bool has_zero = false;
  bool is_declared = false;
  for (int row = 0; row < view.rows(); ++row) {
    if (std::binary_search(table.header_rows.begin(), table.header_rows.end(), row)) continue;
    for (const int index : view.cells_from(row)) {
      const std::string& text = view.traced(index).utf8();
      if (rules.notes.is("empty", text)) is_declared = true;
      if (view.cell(index).column < kCodeColumns && is_code(text)) continue;
      const auto amount = text::amount_of(text);
      if (amount && !amount->is_zero()) return TableState::kData;
      has_zero = has_zero || amount;
      if (is_unread_number(text)) return TableState::kData;
    }
  }
  for (const Line& line : last.below)
    if (rules.notes.is("empty", line.text.utf8())) is_declared = true;
  if (is_declared) return TableState::kEmptyDeclared;
  return has_zero ? TableState::kData : TableState::kEmptyUndeclared;
}

}  // namespace

std::vector<Table> recognise_tables(const Document& document, const Layout& layout,
                                    const patterns::TableRules& rules) {
  std::vector<Table> tables;
  for (const GridSequence& sequence : layout.tables) {
    Table table;
    table.id = "t" + std::to_string(tables.size() + 1);
    table.joins = sequence.joins;
    const std::vector<int> first_rows = add_cells(document, layout, sequence, table);
    const TableView view(table, sequence, layout);
    table.header_rows = header_rows(view, first_rows, rules);
    const Grid& first = layout.grids[sequence.grids.front()];
    read_kind(first, document, view, rules, table);
    read_unit(layout, sequence, view, rules, table);
    read_prepared_by(first, document, rules, table);
    table.state = state_of(layout.grids[sequence.grids.back()], view, rules, table);
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace mingxi::facts
