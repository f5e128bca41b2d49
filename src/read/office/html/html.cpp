// Inline content is gathered until a block begins or ends; a line break ends a paragraph too: pages
// made by editors part their paragraphs with it.

#include "read/office/html/html.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "read/office/flow/table_captions.h"
#include "read/office/html/article.h"
#include "read/office/html/html_table.h"
#include "text/characters.h"

namespace mingxi::read {
namespace {

constexpr int kMaxDepth = 200;
constexpr double kHeadingSize = 16;  // points

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_inline(std::string_view name) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"a",     "abbr", "b",      "bdi", "bdo", "big",   "cite", "code", "del",
       "em",    "font", "i",      "img", "ins", "label", "mark", "q",    "s",
       "small", "span", "strong", "sub", "sup", "tt",    "u"});
  return std::ranges::find(kNames, name) != kNames.end();
}

/// Without the blanks that are an indent.
std::string without_indent(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(text, at);
    if (c != 0x3000 && c != 0xA0 && c > U' ') return std::string(text.substr(begin));
  }
  return {};
}

class PageReader {
 public:
  void read(XmlNode element, Align align, double size, int depth) {
    for (XmlNode node = element.first_child(); node; node = node.next()) {
      if (node.is_text()) line_ += node.own_text();
      if (node.is_element() && !is_left_out(node)) read_element(node, align, size, depth);
    }
  }

  void end_paragraph(Align align, double size) {
    const std::string text = without_indent(collapsed(line_));
    line_.clear();
    if (text.empty()) return;
    ++paragraphs_;
    blocks_.push_back(FlowParagraph{.text = text,
                                    .align = align,
                                    .size = size,
                                    .place = "paragraph " + std::to_string(paragraphs_)});
  }

  std::vector<FlowBlock> taken() { return std::move(blocks_); }

 private:
  void read_element(XmlNode node, Align align, double size, int depth) {
    const std::string_view name = node.name();
    if (name == "br" || name == "hr") return end_paragraph(align, size);
    if (is_inline(name)) {
      if (depth < kMaxDepth) read(node, align, size, depth + 1);
      return;
    }
    end_paragraph(align, size);
    if (is_mostly_links(node)) return;
    if (name == "table" && is_data_table(node)) {
      ++tables_;
      for (FlowBlock& block :
           apart_from_captions(html_table(node, "table " + std::to_string(tables_))))
        blocks_.push_back(std::move(block));
      return;
    }
    const bool heads = is_heading(name);
    const Align own = alignment_of(node, heads ? Align::kCentre : align);
    const double own_size = heads ? kHeadingSize : size;
    if (depth < kMaxDepth) read(node, own, own_size, depth + 1);
    end_paragraph(own, own_size);
  }

  std::string line_;
  int paragraphs_ = 0;
  int tables_ = 0;
  std::vector<FlowBlock> blocks_;
};

/// The headings of a page, and the texts that its title names, before its article.
std::vector<std::string> titles_before(XmlNode body, XmlNode article, std::string_view title) {
  std::vector<std::string> titles;
  constexpr std::size_t kShortestTitle = 6;  // characters
  for (XmlNode node = body.first_child(); node && node != article;) {
    const bool is_skipped = is_left_out(node) || node.name() == "a";
    const std::string text =
        is_heading(node.name()) ? collapsed(node.text()) : collapsed(node.own_text());
    const bool is_named =
        title.find(text) != std::string_view::npos && text::is_longer_than(text, kShortestTitle);
    const bool heads = is_heading(node.name()) && !is_skipped;
    if (!text.empty() && (heads || is_named) && !is_skipped &&
        std::ranges::find(titles, text) == titles.end())
      titles.push_back(text);
    XmlNode next = is_skipped || heads ? XmlNode() : node.first_child();
    while (!next && node && node != body) {
      next = node.next();
      node = node.parent();
      if (node == body && !next) return titles;
    }
    node = next;
  }
  return titles;
}

XmlNode body_of(XmlNode root) {
  const XmlNode body = root.child("body");
  return body ? body : root;
}

}  // namespace

Flow read_html(std::string_view utf8) {
  const XmlTree tree = XmlTree::of_html(utf8);
  const XmlNode body = body_of(tree.root());
  Flow flow;
  flow.is_whole = tree.is_whole();
  flow.title = collapsed(tree.root().at("head/title").text());
  if (!body) return flow;
  const XmlNode article = article_of(body);
  if (article != body)
    for (const std::string& title : titles_before(body, article, flow.title))
      flow.blocks.push_back(
          FlowParagraph{.text = title, .align = Align::kCentre, .size = kHeadingSize});
  PageReader reader;
  reader.read(article, Align::kBody, kUsualSize, 0);
  reader.end_paragraph(Align::kBody, kUsualSize);
  for (FlowBlock& block : reader.taken()) flow.blocks.push_back(std::move(block));
  return flow;
}

}  // namespace mingxi::read
