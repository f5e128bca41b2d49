// The body is gone through once: paragraphs and tables become blocks. A table in a cell makes the
// outer one a means of setting things side by side, which flows.

#include "read/office/docx/docx.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "model/traced_text.h"
#include "read/office/docx/docx_numbering.h"
#include "read/office/docx/docx_styles.h"
#include "read/office/docx/docx_text.h"
#include "read/office/flow/table_captions.h"
#include "read/office/package.h"
#include "read/office/places.h"
#include "text/characters.h"

namespace mingxi::read {
namespace {

constexpr std::string_view kMain = "word/document.xml";
constexpr int kMaxColumns = 1000;
constexpr double kUsualDocxSize = 10;  // points, where no style says one

/// The document's parts that its text needs.
struct Parts {
  XmlTree main;
  std::optional<XmlTree> styles, numbering, footnotes;
};

XmlNode root_of(const std::optional<XmlTree>& tree) { return tree ? tree->root() : XmlNode(); }

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.,-+%") == std::string_view::npos;
}

int span_of(XmlNode property) {
  const std::string value = property.attribute("val");
  int span = 1;
  std::from_chars(value.data(), value.data() + value.size(), span);
  return std::clamp(span, 1, kMaxColumns);
}

/// What can be elements of w:body or of a cell, content controls and insertions opened.
template <typename Act>
void for_each_block(XmlNode parent, const Act& act) {
  for (const XmlNode child : elements_of(parent)) {
    if (is_deleted(child)) continue;
    if (child.name() == "sdt") {
      for_each_block(child.child("sdtContent"), act);
    } else if (child.name() == "ins" || child.name() == "customXml" || child.name() == "moveTo") {
      for_each_block(child, act);
    } else {
      act(child);
    }
  }
}

bool has_nested_table(XmlNode table) {
  bool found = false;
  for_each_block(table, [&](XmlNode row) {
    for_each_block(row, [&](XmlNode cell) {
      for_each_block(cell, [&](XmlNode block) { found |= block.name() == "tbl"; });
    });
  });
  return found;
}

/// Whether a cell says that no line is drawn at any side of it.
bool is_without_lines(XmlNode cell) {
  const XmlNode borders = cell.at("tcPr/tcBorders");
  int without = 0;
  for (const XmlNode border : elements_of(borders)) {
    const std::string value = border.attribute("val");
    if (value != "nil" && value != "none") return false;
    ++without;
  }
  return without >= 3;  // the fourth is often left to the next cell
}

class BodyReader {
 public:
  explicit BodyReader(const Parts& parts)
      : styles_(root_of(parts.styles)), numbering_(root_of(parts.numbering)) {
    for (const XmlNode note : elements_of(root_of(parts.footnotes)))
      if (!note.has_attribute("type")) notes_[note.attribute("id")] = note;
  }

  Flow read(XmlNode body) {
    read_blocks(body);
    for (const std::string& id : std::exchange(footnotes_, {})) read_footnote(id);
    return std::move(flow_);
  }

 private:
  void read_blocks(XmlNode parent) {
    for_each_block(parent, [&](XmlNode block) {
      if (block.name() == "p")
        read_paragraph(block);
      else if (block.name() == "tbl")
        read_table(block);
    });
  }

  DocxProperties properties_of(XmlNode paragraph) const {
    const XmlNode own = paragraph.child("pPr");
    return docx_properties(own, {}).over(styles_.of(own.child("pStyle").attribute("val")));
  }

  /// The text of a paragraph with its number before it.
  DocxText text_of(XmlNode paragraph, const DocxProperties& properties) {
    constexpr char32_t kDots = 0x2026;
    std::string tab = "  ";
    if (properties.has_dots) {
      tab.clear();
      for (int i = 0; i < 6; ++i) append_utf8(tab, kDots);
    }
    DocxText text = docx_text(paragraph, tab);
    if (text.has_hidden) flow_.hidden.push_back("paragraph " + std::to_string(paragraphs_ + 1));
    const bool is_listed = properties.list && *properties.list != "0";
    const bool is_blank = std::ranges::all_of(text.parts, &std::string::empty);
    if (is_listed && !is_blank)
      text.parts.front().insert(0, numbering_.next(*properties.list, properties.level.value_or(0)));
    return text;
  }

  void read_paragraph(XmlNode paragraph) {
    const DocxProperties properties = properties_of(paragraph);
    if (properties.breaks_page.value_or(false)) flow_.blocks.emplace_back(FlowPageBreak{});
    const DocxText text = text_of(paragraph, properties);
    const DocxProperties run = docx_properties({}, text.first_run.child("rPr"));
    const double size = run.size.value_or(properties.size.value_or(kUsualDocxSize));
    for (std::size_t i = 0; i < text.parts.size(); ++i) {
      if (i > 0) flow_.blocks.emplace_back(FlowPageBreak{});
      add_paragraph(text.parts[i], properties.align.value_or(Align::kBody), size);
    }
    footnotes_.insert(footnotes_.end(), text.footnotes.begin(), text.footnotes.end());
    for (const XmlNode box : text.boxes) read_blocks(box);
    if (const XmlNode section = paragraph.at("pPr/sectPr"))
      if (section.child("type").attribute("val") != "continuous")
        flow_.blocks.emplace_back(FlowPageBreak{});
  }

  void add_paragraph(std::string_view text, Align align, double size) {
    // Blanks before a text are its indent.
    while (!text.empty()) {
      std::size_t at = 0;
      const char32_t c = text::next_code_point(text, at);
      if (c > U' ' && c != 0xA0 && c != 0x3000) break;
      text.remove_prefix(at);
    }
    if (text.empty()) return;
    flow_.blocks.push_back(FlowParagraph{.text = std::string(text),
                                         .align = align,
                                         .size = size,
                                         .place = "paragraph " + std::to_string(++paragraphs_)});
  }

  void read_footnote(const std::string& id) {
    if (const auto note = notes_.find(id); note != notes_.end()) read_blocks(note->second);
  }

  void read_table(XmlNode table) {
    FlowTable flow;
    if (!has_nested_table(table)) flow = table_of(table);
    const bool has_columns = std::ranges::any_of(
        flow.cells, [](const FlowCell& cell) { return cell.column > 0 && !cell.text.empty(); });
    if (!has_columns) {
      for_each_block(table, [&](XmlNode row) {
        for_each_block(row, [&](XmlNode cell) { read_blocks(cell); });
      });
      return;
    }
    for (FlowBlock& block : apart_from_captions(std::move(flow)))
      flow_.blocks.push_back(std::move(block));
  }

  FlowTable table_of(XmlNode table) {
    const std::string name = "table " + std::to_string(++tables_);
    FlowTable flow;
    std::map<int, std::size_t> open;  // by column: the cell that a merged one below goes on with
    int row_number = 0;
    for_each_block(table, [&](XmlNode row) {
      if (row.name() != "tr") return;
      if (row.at("trPr/hidden")) {
        flow_.hidden.push_back(name + ", row " + std::to_string(row_number + 1));
        return;
      }
      int column = row.at("trPr/gridBefore") ? span_of(row.at("trPr/gridBefore")) : 0;
      for_each_block(row, [&](XmlNode cell) {
        if (cell.name() != "tc" || column >= kMaxColumns) return;
        const int span = std::min(span_of(cell.at("tcPr/gridSpan")), kMaxColumns - column);
        const XmlNode merge = cell.at("tcPr/vMerge");
        const auto above = open.find(column);
        if (merge && merge.attribute("val") != "restart" && above != open.end() &&
            flow.cells[above->second].row + flow.cells[above->second].row_span == row_number) {
          ++flow.cells[above->second].row_span;
        } else {
          open.erase(column);
          if (merge) open[column] = flow.cells.size();
          flow.cells.push_back(cell_of(cell, row_number, column, span, name));
        }
        column += span;
      });
      ++row_number;
    });
    return flow;
  }

  FlowCell cell_of(XmlNode cell, int row, int column, int span, const std::string& table) {
    FlowCell result{.row = row, .column = column, .column_span = span};
    std::optional<Align> align;
    for_each_block(cell, [&](XmlNode block) {
      if (block.name() != "p") return;
      const DocxProperties properties = properties_of(block);
      std::string text;
      for (const std::string& part : text_of(block, properties).parts) text += part;
      if (text.empty()) return;
      if (!align && properties.align) align = properties.align;
      if (result.text.empty() && properties.indent && properties.align != Align::kCentre) {
        const int characters = static_cast<int>(*properties.indent / kUsualSize + 0.5);
        for (int i = 0; i < std::min(characters, 10); ++i) append_utf8(result.text, 0x3000);
      } else if (!result.text.empty()) {
        result.text += '\n';
      }
      result.text += text;
    });
    result.align = align.value_or(Align::kBody);
    if (result.align == Align::kBody)
      result.align = is_number(result.text) ? Align::kRight : Align::kLeft;
    result.is_ruled = !is_without_lines(cell);
    result.place = table + "!" + cell_name(row, column);
    return result;
  }

  DocxStyles styles_;
  DocxNumbering numbering_;
  std::map<std::string, XmlNode> notes_;
  std::vector<std::string> footnotes_;  // of the paragraphs read, in order
  Flow flow_;
  int paragraphs_ = 0;
  int tables_ = 0;
};

}  // namespace

Flow read_docx(std::string_view bytes, const std::string& where) {
  Package package(bytes, where);
  const Parts parts{package.needed_tree(kMain), package.tree_of("word/styles.xml"),
                    package.tree_of("word/numbering.xml"), package.tree_of("word/footnotes.xml")};
  Flow flow = BodyReader(parts).read(parts.main.root().child("body"));
  if (const std::optional<XmlTree> properties = package.tree_of("docProps/core.xml"))
    flow.title = properties->root().child("title").text();
  return flow;
}

}  // namespace mingxi::read
