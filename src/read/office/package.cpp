#include "read/office/package.h"

#include "messages/reading_sentences.h"
#include "model/error.h"

namespace mingxi::read {

using messages::ReadingSentence;
using messages::said;

namespace {

/// A target as the name of a part: seen from the folder of the part that names it.
std::string part_of(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const std::size_t slash = folder.substr(0, folder.size() - (folder.empty() ? 0 : 1)).rfind('/');
    folder = slash == std::string_view::npos ? std::string_view() : folder.substr(0, slash + 1);
  }
  return std::string(folder) + std::string(target);
}

}  // namespace

std::optional<XmlTree> Package::tree_of(std::string_view part) {
  const std::optional<std::string> bytes = zip_.read(part);
  if (!bytes) return std::nullopt;
  return XmlTree::of_xml(*bytes, where_);
}

XmlTree Package::needed_tree(std::string_view part) {
  std::optional<XmlTree> tree = tree_of(part);
  if (!tree)
    throw Error(ErrorKind::kCorrupt, where_, said(ReadingSentence::kPartMissing, {{"part", part}}));
  return std::move(*tree);
}

std::map<std::string, std::string> Package::relations_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  const std::string_view folder =
      slash == std::string_view::npos ? std::string_view() : part.substr(0, slash + 1);
  const std::string_view name = part.substr(folder.size());
  std::map<std::string, std::string> result;
  const std::optional<XmlTree> tree =
      tree_of(std::string(folder) + "_rels/" + std::string(name) + ".rels");
  if (!tree) return result;
  for (const XmlNode relation : elements_of(tree->root()))
    if (relation.attribute("TargetMode") != "External")
      result[relation.attribute("Id")] = part_of(folder, relation.attribute("Target"));
  return result;
}

}  // namespace mingxi::read
