// Entities are left as they are (no XML_PARSE_NOENT), external ones and document types are not
// loaded (no XML_PARSE_DTDLOAD, XML_PARSE_NONET); depth and size are bounded by libxml2 itself (no
// XML_PARSE_HUGE).

#include "read/office/xml.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>

#include <limits>
#include <new>
#include <utility>

#include "messages/reading_sentences.h"
#include "model/error.h"

namespace mingxi::read {

using messages::ReadingSentence;
using messages::said;

namespace {

constexpr int kXmlOptions =
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
constexpr int kHtmlOptions = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                             HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;

std::string_view view_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

Error not_well_formed(const std::string& where) {
  return {ErrorKind::kCorrupt, where, said(ReadingSentence::kXmlBroken)};
}

int checked_size(std::string_view bytes, const std::string& where) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    throw not_well_formed(where);
  return static_cast<int>(bytes.size());
}

const xmlAttr* attribute_of(const xmlNode* node, std::string_view name) {
  if (node == nullptr || node->type != XML_ELEMENT_NODE) return nullptr;
  for (const xmlAttr* attribute = node->properties; attribute != nullptr;
       attribute = attribute->next)
    if (view_of(attribute->name) == name) return attribute;
  return nullptr;
}

}  // namespace

bool XmlNode::is_text() const {
  return node_ != nullptr &&
         (node_->type == XML_TEXT_NODE || node_->type == XML_CDATA_SECTION_NODE);
}

bool XmlNode::is_element() const { return node_ != nullptr && node_->type == XML_ELEMENT_NODE; }

std::string_view XmlNode::name() const {
  return is_element() ? view_of(node_->name) : std::string_view();
}

std::string_view XmlNode::own_text() const {
  return is_text() ? view_of(node_->content) : std::string_view();
}

std::string XmlNode::attribute(std::string_view name) const {
  std::string value;
  const xmlAttr* attribute = attribute_of(node_, name);
  if (attribute == nullptr) return value;
  for (const xmlNode* part = attribute->children; part != nullptr; part = part->next)
    if (part->type == XML_TEXT_NODE) value += view_of(part->content);
  return value;
}

bool XmlNode::has_attribute(std::string_view name) const {
  return attribute_of(node_, name) != nullptr;
}

XmlNode XmlNode::parent() const { return XmlNode(node_ == nullptr ? nullptr : node_->parent); }

XmlNode XmlNode::first_child() const {
  // What an entity means is not looked at.
  const bool has_children =
      is_element() || (node_ != nullptr && node_->type == XML_HTML_DOCUMENT_NODE);
  return XmlNode(has_children ? node_->children : nullptr);
}

XmlNode XmlNode::next() const { return XmlNode(node_ == nullptr ? nullptr : node_->next); }

XmlNode XmlNode::child(std::string_view name) const {
  for (const XmlNode element : elements_of(*this))
    if (element.name() == name) return element;
  return {};
}

XmlNode XmlNode::at(std::string_view path) const {
  XmlNode node = *this;
  while (node && !path.empty()) {
    const std::string_view step = path.substr(0, path.find('/'));
    node = node.child(step);
    path.remove_prefix(std::min(path.size(), step.size() + 1));
  }
  return node;
}

std::string XmlNode::text() const {
  std::string result;
  // Depth first without recursion: a hostile tree may be as deep as it likes.
  for (XmlNode node = *this; node;) {
    result += node.own_text();
    XmlNode next = node.first_child();
    while (!next && node && node != *this) {
      next = node.next();
      node = node.parent();
    }
    if (!next) break;
    node = next;
  }
  return result;
}

XmlTree XmlTree::of_xml(std::string_view bytes, const std::string& where) {
  XmlTree tree(
      xmlReadMemory(bytes.data(), checked_size(bytes, where), nullptr, nullptr, kXmlOptions));
  const auto* document = static_cast<const xmlDoc*>(tree.document_.get());
  if (document == nullptr || document->intSubset != nullptr || !tree.root())
    throw not_well_formed(where);
  return tree;
}

XmlTree XmlTree::of_html(std::string_view utf8) {
  constexpr std::size_t kMax = std::size_t{64} << 20;
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(htmlNewParserCtxt(),
                                                                              &htmlFreeParserCtxt);
  if (parser == nullptr) throw std::bad_alloc();
  XmlTree tree(htmlCtxtReadMemory(parser.get(), utf8.data(),
                                  static_cast<int>(std::min(utf8.size(), kMax)), nullptr, "UTF-8",
                                  kHtmlOptions));
  // Set where the parser gave up: at a depth of 256.
  tree.is_whole_ = parser->disableSAX == 0 && utf8.size() <= kMax;
  return tree;
}

XmlNode XmlTree::root() const {
  if (document_ == nullptr) return {};
  return XmlNode(xmlDocGetRootElement(static_cast<const xmlDoc*>(document_.get())));
}

void XmlTree::Freed::operator()(void* document) const {
  xmlFreeDoc(static_cast<xmlDoc*>(document));
}

void for_each_element(std::string_view bytes, std::string_view name, const std::string& where,
                      const std::function<bool(XmlNode)>& act) {
  const std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)> reader(
      xmlReaderForMemory(bytes.data(), checked_size(bytes, where), nullptr, nullptr, kXmlOptions),
      &xmlFreeTextReader);
  if (reader == nullptr) throw not_well_formed(where);
  int state = xmlTextReaderRead(reader.get());
  while (state == 1) {
    const int type = xmlTextReaderNodeType(reader.get());
    if (type == XML_READER_TYPE_DOCUMENT_TYPE) throw not_well_formed(where);
    if (type == XML_READER_TYPE_ELEMENT &&
        view_of(xmlTextReaderConstLocalName(reader.get())) == name) {
      const xmlNode* node = xmlTextReaderExpand(reader.get());
      if (node == nullptr) throw not_well_formed(where);
      if (!act(XmlNode(node))) return;
      state = xmlTextReaderNext(reader.get());
    } else {
      state = xmlTextReaderRead(reader.get());
    }
  }
  if (state < 0) throw not_well_formed(where);
}

std::string xml_version() { return LIBXML_DOTTED_VERSION; }

}  // namespace mingxi::read
