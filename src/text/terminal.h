#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mingxi::text {

/// A text as it can be shown: bytes that are not UTF-8 and control characters as \xNN.
std::string shown(std::string_view text);

/// The columns a text takes in a terminal: two for each Chinese character.
std::size_t columns_of(std::string_view utf8);

/// The text with blanks after it up to a number of columns.
std::string padded(std::string_view utf8, std::size_t columns);

/// The text as lines of at most so many columns. A line breaks at a blank or beside a Chinese
/// character, but not between a number and its unit, and no line begins with a closing mark or ends
/// with an opening one. What has no such place breaks where the line is full.
std::vector<std::string> wrapped(std::string_view utf8, std::size_t columns);

}  // namespace mingxi::text
