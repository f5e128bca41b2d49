#pragma once

#include <string_view>

namespace mingxi {

/// Each takes any bytes and must come back without a crash, a hang or another exception than Error.
/// The tests replay corpus/<name>; the preset `fuzz` builds a program of libFuzzer for each.

/// Bytes as a text file, through all stages and into JSON and back.
void fuzz_text(std::string_view bytes);

/// Bytes as rulings and glyphs of a page: eight bytes each.
void fuzz_tables(std::string_view bytes);

/// Bytes as a file of patterns: the first byte says which one, the rest is its text.
void fuzz_patterns(std::string_view bytes);

/// Bytes as the contents of a page of a PDF: our interpreter must read what Poppler's reads, or
/// leave the page to it.
void fuzz_page(std::string_view bytes);

}  // namespace mingxi
