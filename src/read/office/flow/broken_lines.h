#pragma once

#include <string_view>
#include <vector>

namespace mingxi::read {

/// A character on its line. White space moves the pen only.
struct SetCharacter {
  char32_t c = 0;
  int columns = 1;  ///< half widths
  bool is_printed = true;
};

using SetLine = std::vector<SetCharacter>;

/// The width of a line in half widths.
int columns_of(const SetLine& line);

/// A text broken into lines of at most so many half widths, the first of them shorter by an indent.
/// A number or a word stays on one line, closing marks with what is before them. Only what is wider
/// than a line is broken inside. Requires well-formed UTF-8.
std::vector<SetLine> broken_lines(std::string_view utf8, int columns, int indent = 0);

}  // namespace mingxi::read
