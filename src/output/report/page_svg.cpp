#include "output/report/page_svg.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

#include "messages/sentences.h"
#include "output/write/json_text.h"
#include "output/write/markup.h"
#include "output/write/own_file.h"
#include "model/traced_text.h"

namespace mingxi::output {
namespace {

constexpr double kInset = 0.6;      // points: cells side by side do not hide one another
constexpr double kLabelHeight = 9;  // points
constexpr double kThinnest = 0.3;   // points: thinner rulings would vanish
constexpr std::string_view kColours[] = {"#1f6feb", "#bf5b04", "#2d7d46", "#8b3fb8", "#b3243b"};

constexpr std::string_view kStyle =
    "<style>.g{fill:#c4c4c4;font-family:sans-serif}.u{fill:#f0b8b8;font-family:sans-serif}"
    ".b{fill:#e4e4e4}.r{fill:#555}.l{stroke-width:.4;stroke-dasharray:2 2;fill:none}"
    ".c{fill-opacity:.07;stroke-width:.7}.h{fill-opacity:.22;stroke-width:.7}"
    ".t{font:8px sans-serif;paint-order:stroke;stroke:#fff;stroke-width:2}</style>\n";

void attribute(std::string& to, std::string_view name, double points) {
  to += ' ';
  to += name;
  to += "=\"";
  append_points(to, points);
  to += '"';
}

void box_attributes(std::string& to, const Box& box) {
  attribute(to, "x", box.left);
  attribute(to, "y", box.top);
  attribute(to, "width", std::max(box.width(), kThinnest));
  attribute(to, "height", std::max(box.height(), kThinnest));
}

void append_glyph(std::string& to, const Glyph& glyph) {
  if (glyph.code_point <= U' ' || glyph.code_point == 0xA0 || glyph.code_point == 0x3000) return;
  if (glyph.visibility == Visibility::kDoubled) return;
  if (glyph.direction != Direction::kRight) {
    to += "<rect class=\"b\"";
    box_attributes(to, glyph.box);
    to += "/>\n";
    return;
  }
  to += glyph.visibility == Visibility::kVisible ? "<text class=\"g\"" : "<text class=\"u\"";
  attribute(to, "x", glyph.box.left);
  attribute(to, "y", glyph.baseline);
  attribute(to, "font-size", glyph.font_size);
  std::string character;
  append_utf8(character, glyph.code_point);
  to += '>';
  append_escaped(to, character);
  to += "</text>\n";
}

void append_line(std::string& to, double x0, double y0, double x1, double y1) {
  to += "<line class=\"l\"";
  attribute(to, "x1", x0);
  attribute(to, "y1", y0);
  attribute(to, "x2", x1);
  attribute(to, "y2", y1);
  to += "/>\n";
}

void append_grid(std::string& to, const Grid& grid) {
  to += "<g stroke=\"#e11\">\n";
  for (const double x : grid.column_lines) append_line(to, x, grid.box.top, x, grid.box.bottom);
  for (const double y : grid.row_lines) append_line(to, grid.box.left, y, grid.box.right, y);
  to += "</g>\n";
}

std::string label_of(const Table& table) {
  std::string label = table.id + " " + std::string(mingxi::name_of(table.kind));
  if (!table.title.empty()) label += " " + table.title;
  if (!table.unit.empty())
    label += messages::said(messages::Sentence::kInBrackets, {{"text", table.unit}}).chinese;
  return label + " " + std::to_string(table.rows) + " x " + std::to_string(table.columns);
}

void append_cell(std::string& to, const Cell& cell, const Table& table) {
  const auto& headers = table.header_rows;
  const bool is_header = std::find(headers.begin(), headers.end(), cell.row) != headers.end();
  to += is_header ? "<rect class=\"h\"" : "<rect class=\"c\"";
  box_attributes(to, {cell.box.left + kInset, cell.box.top + kInset, cell.box.right - kInset,
                      cell.box.bottom - kInset});
  to += "><title>" + std::to_string(cell.row) + "," + std::to_string(cell.column) + " ";
  append_escaped(to, cell.text);
  to += "</title></rect>\n";
}

void append_table(std::string& to, const Table& table, int page, std::string_view colour) {
  std::optional<Box> box;
  std::string cells;
  for (const Cell& cell : table.cells) {
    if (cell.page != page) continue;
    box = box ? united(*box, cell.box) : cell.box;
    append_cell(cells, cell, table);
  }
  if (!box) return;
  to += "<g fill=\"" + std::string(colour) + "\" stroke=\"" + std::string(colour) + "\">\n" + cells;
  to += "<text class=\"t\"";
  attribute(to, "x", box->left);
  attribute(to, "y", std::max(box->top - 2, kLabelHeight));
  to += '>';
  append_escaped(to, label_of(table));
  to += "</text>\n</g>\n";
}

}  // namespace

std::string page_svg(const Page& page, const std::vector<Grid>& grids,
                     const std::vector<Table>& tables) {
  std::string svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + std::string(kDrawingMark) +
                    "\n"
                    "<svg xmlns=\"http://www.w3.org/2000/svg\"";
  attribute(svg, "width", page.width);
  attribute(svg, "height", page.height);
  svg += " viewBox=\"0 0 ";
  append_points(svg, page.width);
  svg += ' ';
  append_points(svg, page.height);
  svg += "\">\n";
  svg += kStyle;
  svg += "<rect fill=\"#fff\"";
  box_attributes(svg, {0, 0, page.width, page.height});
  svg += "/>\n";
  for (const Glyph& glyph : page.glyphs) append_glyph(svg, glyph);
  for (const Ruling& ruling : page.rulings) {
    svg += "<rect class=\"r\"";
    box_attributes(svg, ruling.box);
    svg += "/>\n";
  }
  for (const Grid& grid : grids) append_grid(svg, grid);
  for (std::size_t i = 0; i < tables.size(); ++i)
    append_table(svg, tables[i], page.number, kColours[i % std::size(kColours)]);
  return svg + "</svg>\n";
}

}  // namespace mingxi::output
