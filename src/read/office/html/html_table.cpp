// Cells are placed as HTML says: each takes the first free place of its row, and its spans keep
// places of later rows.

#include "read/office/html/html_table.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>
#include <vector>

#include "read/office/html/article.h"
#include "read/office/places.h"

namespace mingxi::read {
namespace {

constexpr int kMaxSpan = 1000;  // as HTML bounds colspan
constexpr int kMaxColumns = 1000;
constexpr int kMaxDepth = 100;

int span_of(XmlNode cell, std::string_view name) {
  const std::string value = cell.attribute(name);
  int span = 1;
  std::from_chars(value.data(), value.data() + value.size(), span);
  return std::clamp(span, 1, kMaxSpan);
}

void append_text(XmlNode element, std::string& text, int depth) {
  for (XmlNode node = element.first_child(); node; node = node.next()) {
    if (node.is_text()) text += node.own_text();
    if (!node.is_element() || is_left_out(node)) continue;
    if (node.name() == "br") {
      text += '\x01';
      continue;
    }
    const bool is_block = node.name() == "p" || node.name() == "div" || node.name() == "li";
    if (is_block && !text.empty()) text += '\x01';
    if (depth < kMaxDepth) append_text(node, text, depth + 1);
  }
}

/// The lines of a cell, each collapsed.
std::string cell_text(XmlNode cell) {
  std::string raw;
  append_text(cell, raw, 0);
  std::string result;
  for (std::size_t at = 0; at <= raw.size();) {
    const std::size_t end = std::min(raw.find('\x01', at), raw.size());
    const std::string line = collapsed(std::string_view(raw).substr(at, end - at));
    if (!line.empty()) result += (result.empty() ? "" : "\n") + line;
    at = end + 1;
  }
  return result;
}

void gather_rows(XmlNode element, std::vector<XmlNode>& rows, int depth) {
  for (const XmlNode child : elements_of(element)) {
    if (is_left_out(child)) continue;
    if (child.name() == "tr")
      rows.push_back(child);
    else if (depth < kMaxDepth)
      gather_rows(child, rows, depth + 1);
  }
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.,-+%") == std::string_view::npos;
}

/// Where the rows of a span end, so that places can be taken.
class Places {
 public:
  /// Up to which row, this one not counted, each column is taken.
  int first_free(int row, int column) {
    while (column < static_cast<int>(until_.size()) && until_[index(column)] > row) ++column;
    return column;
  }
  int free_width(int row, int column, int most) {
    int width = 1;
    while (width < most && first_free(row, column + width) == column + width) ++width;
    return width;
  }
  void take(int row, int column, int rows, int columns) {
    until_.resize(std::max(until_.size(), index(column + columns)), 0);
    for (int c = column; c < column + columns; ++c) until_[index(c)] = row + rows;
  }

 private:
  static std::size_t index(int i) { return static_cast<std::size_t>(i); }
  std::vector<int> until_;
};

}  // namespace

std::string collapsed(std::string_view text) {
  std::string result;
  bool has_blank = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v') {
      has_blank = !result.empty();
      continue;
    }
    if (has_blank) result += ' ';
    has_blank = false;
    result += c;
  }
  return result;
}

Align alignment_of(XmlNode element, Align otherwise) {
  std::string style = element.attribute("style");
  std::erase_if(style, [](char c) { return c == ' '; });
  std::string align = element.attribute("align");
  if (const std::size_t at = style.find("text-align:"); at != std::string::npos)
    align = style.substr(at + 11, style.find(';', at) - at - 11);
  if (element.name() == "center" || align == "center") return Align::kCentre;
  if (align == "right") return Align::kRight;
  return otherwise;
}

FlowTable html_table(XmlNode table, const std::string& name) {
  std::vector<XmlNode> rows;
  gather_rows(table, rows, 0);
  FlowTable result;
  Places places;
  for (int r = 0; r < static_cast<int>(rows.size()); ++r) {
    int column = 0;
    for (const XmlNode element : elements_of(rows[static_cast<std::size_t>(r)])) {
      if (element.name() != "td" && element.name() != "th") continue;
      column = places.first_free(r, column);
      if (column >= kMaxColumns) break;
      FlowCell cell{.row = r, .column = column, .text = cell_text(element)};
      const int most = std::min(span_of(element, "colspan"), kMaxColumns - column);
      cell.column_span = places.free_width(r, column, most);
      cell.row_span = std::min(span_of(element, "rowspan"), static_cast<int>(rows.size()) - r);
      cell.align = alignment_of(element, element.name() == "th" ? Align::kCentre
                                         : is_number(cell.text) ? Align::kRight
                                                                : Align::kLeft);
      cell.place = name + "!" + cell_name(r, column);
      places.take(r, column, cell.row_span, cell.column_span);
      column += cell.column_span;
      result.cells.push_back(std::move(cell));
    }
  }
  return result;
}

}  // namespace mingxi::read
