#pragma once

#include <map>
#include <optional>
#include <string>

#include "read/office/flow/flow.h"
#include "read/office/xml.h"

namespace mingxi::read {

/// What the properties of a paragraph say; nothing where they do not.
struct DocxProperties {
  std::optional<double> size = {};  ///< points
  std::optional<Align> align = {};
  std::optional<std::string> list = {};  ///< id of its numbering; "0": none
  std::optional<int> level = {};         ///< in it, from 0
  std::optional<double> indent = {};     ///< of its first line, points
  std::optional<bool> breaks_page = {};
  bool has_dots = false;  ///< dots fill its tabs, as those of a line of contents

  /// These, and where they say nothing what others say.
  DocxProperties over(const DocxProperties& others) const;
};

/// The properties that a w:pPr, and a w:rPr beside it, hold.
DocxProperties docx_properties(XmlNode paragraph_properties, XmlNode run_properties);

/// The styles of a document, each with what it is based on.
class DocxStyles {
 public:
  explicit DocxStyles(XmlNode styles);

  /// Of a style, of paragraphs without one for "".
  DocxProperties of(const std::string& style) const;

 private:
  struct Style {
    std::string based_on;
    DocxProperties properties;
  };
  std::map<std::string, Style> styles_;
  std::string usual_;
  DocxProperties defaults_;
};

}  // namespace mingxi::read
