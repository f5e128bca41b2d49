#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct _xmlNode;

namespace mingxi::read {

/// A node of an XML or HTML tree: an element, or text. Names are local names, without the prefix of
/// their namespace. A node that is not there has no name, no children and no text.
class XmlNode {
 public:
  XmlNode() = default;
  explicit XmlNode(const _xmlNode* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  bool is_text() const;
  bool is_element() const;
  std::string_view name() const;      ///< of an element
  std::string_view own_text() const;  ///< of a text node

  /// "" if there is none.
  std::string attribute(std::string_view name) const;
  bool has_attribute(std::string_view name) const;

  XmlNode parent() const;
  XmlNode first_child() const;
  XmlNode next() const;

  /// The first child element of a name, and the one of a path: at("tblPr/tblGrid").
  XmlNode child(std::string_view name) const;
  XmlNode at(std::string_view path) const;

  /// All text beneath.
  std::string text() const;

  bool operator==(const XmlNode&) const = default;

 private:
  const _xmlNode* node_ = nullptr;
};

/// Child elements: for (XmlNode cell : elements_of(row)).
class ChildElements {
 public:
  class Iterator {
   public:
    explicit Iterator(XmlNode node) : node_(node) { skip(); }
    XmlNode operator*() const { return node_; }
    Iterator& operator++() {
      node_ = node_.next();
      skip();
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    void skip() {
      while (node_ && !node_.is_element()) node_ = node_.next();
    }
    XmlNode node_;
  };
  explicit ChildElements(XmlNode parent) : parent_(parent) {}
  Iterator begin() const { return Iterator(parent_.first_child()); }
  Iterator end() const { return Iterator(XmlNode()); }

 private:
  XmlNode parent_;
};
inline ChildElements elements_of(XmlNode parent) { return ChildElements(parent); }

/// A parsed file. No entity is expanded and nothing outside the text is ever read.
class XmlTree {
 public:
  /// where names the file in errors. Throws Error(kCorrupt) where the text is not well-formed, or
  /// has a document type of its own, which files of this kind never have.
  static XmlTree of_xml(std::string_view bytes, const std::string& where);

  /// Whatever it is, as a browser would take it. Requires well-formed UTF-8.
  static XmlTree of_html(std::string_view utf8);

  XmlNode root() const;
  /// False where HTML is nested too deeply, or too long, to be read to its end.
  bool is_whole() const { return is_whole_; }

 private:
  struct Freed {
    void operator()(void* document) const;
  };
  explicit XmlTree(void* document) : document_(document) {}
  std::unique_ptr<void, Freed> document_;
  bool is_whole_ = true;
};

/// Calls act with each element of a name, one after the other, without keeping the whole text in
/// memory; false from act ends it. Throws as XmlTree::of_xml does.
void for_each_element(std::string_view bytes, std::string_view name, const std::string& where,
                      const std::function<bool(XmlNode)>& act);

/// The version of libxml2 that is linked.
std::string xml_version();

}  // namespace mingxi::read
