#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "read/office/xml.h"
#include "read/office/zip.h"

namespace mingxi::read {

/// A file of the Office Open XML kind: parts in a ZIP file, and relations between them.
class Package {
 public:
  /// Requires that the bytes outlive it. Throws Error.
  Package(std::string_view bytes, const std::string& where) : zip_(bytes, where), where_(where) {}

  const std::string& where() const { return where_; }
  std::optional<std::string> bytes_of(std::string_view part) { return zip_.read(part); }

  /// Nothing if there is no such part. Throws Error(kCorrupt).
  std::optional<XmlTree> tree_of(std::string_view part);

  /// The same for a part without which the file is none. Throws Error(kCorrupt).
  XmlTree needed_tree(std::string_view part);

  /// The parts that one names by ids: "rId1" → "xl/worksheets/sheet1.xml". What is outside the file
  /// is not among them.
  std::map<std::string, std::string> relations_of(std::string_view part);

 private:
  Zip zip_;
  std::string where_;
};

}  // namespace mingxi::read
