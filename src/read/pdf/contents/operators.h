#pragma once

#include <string_view>

class GfxColorSpace;

namespace mingxi::read {

class PageContent;
struct Operand;

/// An operator of page contents that we read.
struct Operator {
  std::string_view name;
  /// What it takes, a letter an operand: n a number, w a whole one, s a string, N a name, a an
  /// array, p a property list. More operands than these may come before them.
  std::string_view signature;
  void (*run)(PageContent& page, const Operand* operands) = nullptr;
};

/// Null for an operator that we do not read.
const Operator* find_operator(std::string_view name);

/// The colour space that a page begins with.
const GfxColorSpace& plain_grey();

}  // namespace mingxi::read
