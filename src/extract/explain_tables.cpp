// The trees are read once more as the facts were: they are not kept in an extraction.

#include <algorithm>
#include <set>

#include "extract/explain.h"
#include "extract/extract.h"
#include "facts/tables/columns.h"
#include "facts/tables/row_signs.h"
#include "facts/tables/row_tree.h"
#include "facts/tables/rows.h"
#include "layout/layout.h"
#include "model/table_view.h"
#include "output/document_json/names.h"

namespace mingxi::extract {
namespace {

std::string joined(const std::vector<std::string>& texts) {
  std::string result;
  for (const std::string& text : texts) result += (result.empty() ? "" : "/") + text;
  return result;
}

/// The rows of one list that are on the page.
void add_rows(const std::vector<facts::TableRow>& rows, const std::set<int>& on_page,
              std::vector<ExplainedPart>& to) {
  const facts::RowTree tree = facts::row_tree(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (on_page.count(rows[i].row) == 0) continue;
    const facts::RowTree::Node& node = tree.nodes[i];
    ExplainedPart part{.name = rows[i].subject,
                       .meaning = node.kind ? std::string(output::name_of(*node.kind)) : ""};
    for (int above = node.parent; above >= 0;
         above = tree.nodes[static_cast<std::size_t>(above)].parent)
      ++part.level;
    if (node.parent >= 0)
      part.signs = facts::signs_of(rows[static_cast<std::size_t>(node.parent)], rows[i]);
    if (node.has_parts && node.closes) part.signs.emplace_back("sum");
    to.push_back(std::move(part));
  }
}

}  // namespace

std::vector<ExplainedTable> explain_tables(const Document& document, int page,
                                           const patterns::Patterns& patterns) {
  const Layout layout = layout::lay_out(document, patterns.layout);
  const Extraction extraction = extract(document, layout, patterns);
  std::vector<ExplainedTable> result;
  for (std::size_t i = 0; i < extraction.tables.size(); ++i) {
    const Table& table = extraction.tables[i];
    std::set<int> on_page;
    for (const Cell& cell : table.cells)
      if (cell.page == page) on_page.insert(cell.row);
    if (on_page.empty()) continue;
    const TableView view(table, layout.tables[i], layout);
    const std::vector<facts::Column> columns =
        facts::columns_of(table, view, extraction.identity, patterns.tables);
    ExplainedTable explained{.name = table.id + " " + std::string(name_of(table.kind)) + " " +
                                     table.title};
    for (const facts::Column& column : columns)
      if (column.role == facts::ColumnRole::kAmount)
        explained.columns.push_back(
            {.name = joined(column.header), .meaning = joined(column.components)});
    const int sides = columns.empty() ? 0 : columns.back().side + 1;
    for (int side = 0; side < sides; ++side)
      add_rows(facts::rows_of(table, view, document, columns, side, patterns), on_page,
               explained.rows);
    result.push_back(std::move(explained));
  }
  return result;
}

}  // namespace mingxi::extract
