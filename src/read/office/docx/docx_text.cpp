#include "read/office/docx/docx_text.h"

#include "text/characters.h"

namespace mingxi::read {
namespace {

bool is_on(XmlNode property) {
  if (!property) return false;
  const std::string value = property.attribute("val");
  return value != "0" && value != "false" && value != "off";
}

class TextReader {
 public:
  TextReader(DocxText& to, const std::string& tab) : to_(to), tab_(tab) {}

  // As deep as libxml2 lets a tree be.
  void read(XmlNode element) {
    for (const XmlNode child : elements_of(element)) {
      if (is_deleted(child)) continue;
      const std::string_view name = child.name();
      if (name == "r") {
        read_run(child);
      } else if (name == "AlternateContent") {
        read_alternative(child);
      } else if (name == "txbxContent") {
        to_.boxes.push_back(child);
      } else if (name != "pPr" && name != "rPr" && name != "sdtPr") {
        read(child);
      }
    }
  }

 private:
  /// The same drawing twice, for new and for old programs.
  void read_alternative(XmlNode element) {
    const XmlNode choice = element.child("Choice");
    read_run_content(choice ? choice : element.child("Fallback"));
  }

  void read_run(XmlNode run) {
    if (is_on(run.at("rPr/vanish"))) {
      to_.has_hidden |= !run.text().empty();
      return;
    }
    if (!to_.first_run && !run.child("t").text().empty()) to_.first_run = run;
    read_run_content(run);
  }

  void read_run_content(XmlNode run) {
    for (const XmlNode part : elements_of(run)) {
      const std::string_view name = part.name();
      if (name == "t") {
        to_.parts.back() += part.text();
      } else if (name == "tab" || name == "ptab") {
        to_.parts.back() += tab_;
      } else if (name == "br" || name == "cr") {
        read_break(part);
      } else if (name == "noBreakHyphen") {
        to_.parts.back() += '-';
      } else if (name == "footnoteReference") {
        to_.footnotes.push_back(part.attribute("id"));
      } else if (name == "AlternateContent") {
        read_alternative(part);
      } else if (name == "drawing" || name == "pict" || name == "object") {
        read(part);
      }
    }
  }

  void read_break(XmlNode part) {
    const std::string type = part.attribute("type");
    if (type == "page")
      to_.parts.emplace_back();
    else
      to_.parts.back() += '\n';
  }

  DocxText& to_;
  const std::string& tab_;
};

}  // namespace

bool is_deleted(XmlNode element) {
  const std::string_view name = element.name();
  return name == "del" || name == "moveFrom" || element.at("trPr/del") || element.at("rPr/del");
}

DocxText docx_text(XmlNode paragraph, const std::string& tab) {
  DocxText text;
  TextReader(text, tab).read(paragraph);
  return text;
}

}  // namespace mingxi::read
