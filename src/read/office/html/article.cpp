#include "read/office/html/article.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "text/characters.h"

namespace mingxi::read {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kShortestSentence = 12;  // characters
constexpr double kMinShareOfLinks = 0.5;       // of the characters
constexpr std::size_t kFewLinks = 2;           // fewer make no menu
constexpr double kMaxShareInOneCell = 0.6;     // of a table's characters
constexpr std::size_t kMuchText = 300;         // characters

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

/// Calls act with each node under an element, in order; act says whether to go into it.
template <typename Act>
void walk(XmlNode top, const Act& act) {
  for (XmlNode node = top.first_child(); node;) {
    const bool goes_in = act(node);
    XmlNode next = goes_in ? node.first_child() : XmlNode();
    while (!next && node && node != top) {
      next = node.next();
      node = node.parent();
      if (node == top && !next) return;
    }
    node = next;
  }
}

std::size_t characters_in(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = text::next_code_point(utf8, at);
    count += c > U' ' && c != 0xA0 && c != 0x3000;
  }
  return count;
}

std::size_t characters_under(XmlNode element) {
  std::size_t count = 0;
  walk(element, [&](XmlNode node) {
    if (is_left_out(node)) return false;
    count += characters_in(node.own_text());
    return true;
  });
  return count;
}

/// The innermost element that holds two.
XmlNode common_of(XmlNode a, XmlNode b) {
  std::vector<XmlNode> above;
  for (XmlNode node = a; node; node = node.parent()) above.push_back(node);
  for (XmlNode node = b; node; node = node.parent())
    if (std::ranges::find(above, node) != above.end()) return node;
  return {};
}

}  // namespace

bool is_left_out(XmlNode element) {
  if (!element.is_element()) return false;
  if (is_one_of(element.name(),
                {"script", "style", "noscript", "template", "head", "nav", "form", "button",
                 "select", "textarea", "iframe", "object", "svg", "audio", "video", "map"}))
    // Some portals put the whole page into a form.
    return element.name() != "form" || characters_in(element.text()) < kMuchText;
  if (element.has_attribute("hidden")) return true;
  std::string style = element.attribute("style");
  std::erase_if(style, [](char c) { return c == ' '; });
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool is_data_table(XmlNode table) {
  std::size_t rows = 0, full_rows = 0, all = 0, largest = 0;
  bool is_nested = false;
  walk(table, [&](XmlNode node) {
    if (node.name() == "table") is_nested = true;
    if (is_nested || is_left_out(node)) return false;
    if (node.name() == "tr") {
      ++rows;
      std::size_t printed = 0;
      for (const XmlNode cell : elements_of(node)) {
        const std::size_t count = characters_under(cell);
        printed += count > 0;
        all += count;
        largest = std::max(largest, count);
      }
      full_rows += printed > 1;
    }
    return true;
  });
  if (is_nested || rows < 2 || full_rows == 0) return false;
  const bool is_one_text =
      static_cast<double>(largest) > kMaxShareInOneCell * static_cast<double>(all);
  return !(is_one_text && largest > kMuchText);
}

bool is_mostly_links(XmlNode element) {
  std::size_t all = 0, in_links = 0, links = 0;
  walk(element, [&](XmlNode node) {
    if (is_left_out(node)) return false;
    all += characters_in(node.own_text());
    if (node.name() != "a" || !node.has_attribute("href")) return true;
    const std::size_t count = characters_under(node);
    all += count;
    in_links += count;
    links += count > 0;
    return false;
  });
  return links > kFewLinks &&
         static_cast<double>(in_links) > kMinShareOfLinks * static_cast<double>(all);
}

XmlNode article_of(XmlNode body) {
  XmlNode article;
  const auto take = [&](XmlNode element) {
    article = article ? common_of(article, element) : element;
  };
  walk(body, [&](XmlNode node) {
    if (is_left_out(node) || node.name() == "a") return false;
    if (node.name() == "table" && is_data_table(node)) {
      if (!is_mostly_links(node)) take(node.parent());
      return false;
    }
    if (node.is_text() && text::is_longer_than(node.own_text(), kShortestSentence)) {
      const std::string_view text = node.own_text();
      const std::size_t end = text.find_last_not_of(" \t\r\n");
      if (end != std::string_view::npos && text::ends_a_sentence(text.substr(0, end + 1)))
        take(node.parent());
    }
    return true;
  });
  // The sentence alone is an article's paragraph.
  if (is_one_of(article.name(), {"p", "span", "font", "b", "strong", "em", "i", "u"}))
    while (article && article != body &&
           is_one_of(article.name(), {"p", "span", "font", "b", "strong", "em", "i", "u"}))
      article = article.parent();
  return article ? article : body;
}

}  // namespace mingxi::read
