// Everything printed goes through append_escaped; the page's own policy forbids scripts and loading
// besides.
#include "output/tables/tables_html.h"

#include <string_view>

#include "messages/sentences.h"
#include "output/write/markup.h"
#include "output/tables/placed_cells.h"
#include "output/tables/table_captions.h"

namespace mingxi::output {
namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="generator" content="mingxi">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { margin: 2em auto; max-width: 80em; padding: 0 1em; color: #222; background: #fff;
  font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; line-height: 1.5; }
h1 { font-size: 1.5em; }
h2 { font-size: 1.2em; margin: 2.5em 0 0.2em; }
p { margin: 0.2em 0 0.6em; color: #555; overflow-wrap: anywhere; }
div { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.9em; }
th, td { border: 1px solid #bbb; padding: 0.2em 0.6em; vertical-align: middle; }
th { background: #f0f2f5; }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
@media print { h2 { break-after: avoid; } tr { break-inside: avoid; } div { overflow: visible; } }
</style>
)";

/// <name>text</name>, escaped.
void append_element(std::string& to, std::string_view name, std::string_view text) {
  ((to += '<') += name) += '>';
  append_escaped(to, text);
  ((to += "</") += name) += '>';
}

void append_span(std::string& to, std::string_view name, int span) {
  if (span > 1) (((to += ' ') += name) += "=\"") += std::to_string(span) + "\"";
}

void append_cell(std::string& to, const Cell& cell, const PlacedCells& cells) {
  const bool header = cells.is_header(cell.row);
  to += header ? "<th" : "<td";
  append_span(to, "rowspan", cell.row_span);
  append_span(to, "colspan", cell.column_span);
  if (cells.number(cell)) to += " class=\"n\"";
  to += '>';
  append_escaped(to, cell.text);
  to += header ? "</th>" : "</td>";
}

void append_row(std::string& to, int row, int columns, const PlacedCells& cells) {
  to += "<tr>";
  for (int column = 0; column < columns; ++column) {
    const Cell* cell = cells.at(row, column);
    if (cell == nullptr) {
      to += "<td></td>";
    } else if (cell->row == row && cell->column == column) {
      append_cell(to, *cell, cells);
    }
  }
  to += "</tr>\n";
}

void append_table(std::string& to, const Table& table, std::size_t number,
                  const patterns::HeaderPatterns& headers) {
  to += "<section id=\"table-" + std::to_string(number) + "\">\n";
  append_element(to, "h2", std::to_string(number) + " " + heading_of(table));
  to += '\n';
  append_element(to, "p", note_of(table));
  to += "\n<div><table>\n";
  const PlacedCells cells(table, headers);
  for (int row = 0; row < table.rows; ++row) append_row(to, row, table.columns, cells);
  to += "</table></div>\n</section>\n";
}

void append_contents(std::string& to, const std::vector<Table>& tables) {
  to += "<nav><div><table>\n<tr>";
  for (const messages::Sentence head : kContentsColumns)
    append_element(to, "th", messages::said(head).chinese);
  to += "</tr>\n";
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const Table& table = tables[i];
    const std::string number = std::to_string(i + 1);
    ((to += "<tr><td class=\"n\">") += number) += "</td><td><a href=\"#table-";
    (to += number) += "\">";
    append_escaped(to, heading_of(table));
    to += "</a></td>";
    append_element(to, "td", mingxi::name_of(table.kind));
    append_element(to, "td", table.unit);
    append_element(to, "td", pages_of(table));
    for (const int count : {table.rows, table.columns}) {
      to += "<td class=\"n\">";
      (to += std::to_string(count)) += "</td>";
    }
    append_element(to, "td", state_of(table));
    to += "</tr>\n";
  }
  to += "</table></div></nav>\n";
}

}  // namespace

std::string tables_html(const Extraction& extraction, const patterns::HeaderPatterns& headers) {
  std::string to(kHead);
  append_element(to, "title", heading_of(extraction));
  to += "\n</head>\n<body>\n";
  append_element(to, "h1", heading_of(extraction));
  to += '\n';
  append_element(to, "p", source_note_of(extraction));
  to += '\n';
  append_contents(to, extraction.tables);
  for (std::size_t i = 0; i < extraction.tables.size(); ++i) {
    append_table(to, extraction.tables[i], i + 1, headers);
  }
  to += "</body>\n</html>\n";
  return to;
}

}  // namespace mingxi::output
