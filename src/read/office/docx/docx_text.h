#pragma once

#include <string>
#include <vector>

#include "read/office/xml.h"

namespace mingxi::read {

/// The content of a paragraph.
struct DocxText {
  std::vector<std::string> parts = {""};    ///< its text; a new one after each page break
  std::vector<XmlNode> boxes = {};          ///< text boxes anchored in it: w:txbxContent
  std::vector<std::string> footnotes = {};  ///< ids
  XmlNode first_run = {};                   ///< the first that prints
  bool has_hidden = false;                  ///< hidden text, which is left out
};

/// tab: what is put for one.
DocxText docx_text(XmlNode paragraph, const std::string& tab);

/// Whether a tracked change took an element out.
bool is_deleted(XmlNode element);

}  // namespace mingxi::read
