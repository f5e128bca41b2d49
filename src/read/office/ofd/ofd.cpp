// OFD.xml names the documents of a file, each its pages, each page its content and the templates
// beneath it or over it. Locations are seen from the folder of the part that names them.

#include "read/office/ofd/ofd.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "messages/reading_sentences.h"
#include "model/error.h"
#include "read/office/ofd/ofd_page.h"
#include "read/office/package.h"

namespace mingxi::read {

using messages::ReadingSentence;
using messages::said;

namespace {

constexpr std::size_t kMaxPages = 5000;
constexpr double kA4Width = 595.28;
constexpr double kA4Height = 841.89;

/// A location as the name of a part.
std::string part_of(const std::string& from, const std::string& location) {
  if (location.starts_with('/')) return location.substr(1);
  const std::size_t slash = from.rfind('/');
  return (slash == std::string::npos ? "" : from.substr(0, slash + 1)) + location;
}

Box paper_of(XmlNode area) {
  const Box box = ofd_box(area.child("PhysicalBox").text());
  return box.width() > 0 && box.height() > 0 ? box : Box{};
}

class DocumentReader {
 public:
  DocumentReader(Package& package, std::string root, Document& to)
      : package_(package), root_(std::move(root)), tree_(package.needed_tree(root_)), to_(to) {
    const XmlNode common = tree_.root().child("CommonData");
    paper_ = paper_of(common.child("PageArea"));
    if (paper_ == Box{}) paper_ = {0, 0, kA4Width, kA4Height};
    for (const XmlNode element : elements_of(common))
      if (element.name() == "TemplatePage")
        templates_[element.attribute("ID")] = part_of(root_, element.attribute("BaseLoc"));
  }

  void read() {
    for (const XmlNode page : elements_of(tree_.root().child("Pages"))) {
      if (page.name() != "Page" || to_.pages.size() >= kMaxPages) continue;
      read_page(part_of(root_, page.attribute("BaseLoc")));
    }
  }

 private:
  void read_page(const std::string& part) {
    const std::optional<XmlTree> tree = package_.tree_of(part);
    const GlyphId first =
        to_.pages.empty()
            ? 0
            : to_.pages.back().first_glyph + static_cast<GlyphId>(to_.pages.back().glyphs.size());
    Page& page = to_.pages.emplace_back();
    page.number = static_cast<int>(to_.pages.size());
    page.first_glyph = first;
    Box paper = tree ? paper_of(tree->root().child("Area")) : Box{};
    if (paper == Box{}) paper = paper_;
    page.width = paper.width();
    page.height = paper.height();
    if (!tree) {
      to_.messages.push_back({.page = page.number,
                              .text = "the page cannot be read",
                              .complaint = Complaint::kError,
                              .pages = {page.number}});
      return;
    }
    for (const XmlNode element : elements_of(tree->root()))
      if (element.name() == "Template" && element.attribute("ZOrder") != "Foreground")
        add_template(element, paper, page);
    add_ofd_content(tree->root().child("Content"), paper, package_.where(), page);
    for (const XmlNode element : elements_of(tree->root()))
      if (element.name() == "Template" && element.attribute("ZOrder") == "Foreground")
        add_template(element, paper, page);
    page.text_source = page.glyphs.empty() ? TextSource::kNone : TextSource::kEmbedded;
  }

  void add_template(XmlNode reference, const Box& paper, Page& page) {
    const auto found = templates_.find(reference.attribute("TemplateID"));
    if (found == templates_.end()) return;
    if (const std::optional<XmlTree> tree = package_.tree_of(found->second))
      add_ofd_content(tree->root().child("Content"), paper, package_.where(), page);
  }

  Package& package_;
  std::string root_;
  XmlTree tree_;
  Document& to_;
  Box paper_;
  std::map<std::string, std::string> templates_;
};

}  // namespace

Document read_ofd(std::string_view bytes, const std::string& where) {
  Package package(bytes, where);
  const XmlTree main = package.needed_tree("OFD.xml");
  Document document;
  for (const XmlNode body : elements_of(main.root())) {
    if (body.name() != "DocBody") continue;
    const std::string root = part_of("", body.child("DocRoot").text());
    if (root.empty()) continue;
    DocumentReader(package, root, document).read();
    if (document.title.empty()) document.title = body.at("DocInfo/Title").text();
  }
  if (document.pages.empty())
    throw Error(ErrorKind::kCorrupt, where, said(ReadingSentence::kOfdWithoutPages));
  return document;
}

}  // namespace mingxi::read
