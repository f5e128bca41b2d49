#pragma once

#include <array>
#include <map>
#include <string>

#include "read/office/xml.h"

namespace mingxi::read {

/// The numbers that a document counts its paragraphs by: 一、 （一） 1. as they are printed.
class DocxNumbering {
 public:
  explicit DocxNumbering(XmlNode numbering);

  /// The number of the next paragraph of a list at a level; "" for a bullet, or where there is no
  /// such list.
  std::string next(const std::string& list, int level);

 private:
  static constexpr std::size_t kLevels = 9;
  struct Level {
    int start = 1;
    std::string format = "decimal";
    std::string text;  // "（%1）"
  };
  struct List {
    std::array<Level, kLevels> levels;
    std::string counter;  // lists of one definition count on together
  };
  std::map<std::string, List> lists_;
  std::map<std::string, std::array<int, kLevels>> counts_;
};

}  // namespace mingxi::read
