#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mingxi::text {

/// The number of bytes of the longest well-formed beginning: the text's size if it is UTF-8
/// throughout (Unicode 15, table 3-7: no surrogates, nothing overlong, nothing above U+10FFFF).
std::size_t valid_utf8_prefix(std::string_view text);

/// A file name or path fit to be shown: bytes that are not UTF-8, control characters and characters
/// that turn the direction of writing, as \xNN. `预算\xFF.pdf` stays readable, and a line break in
/// a name cannot forge a line of output. Two names never become one: a \x in a name is \x5Cx.
std::string printable(std::string_view path);

}  // namespace mingxi::text
