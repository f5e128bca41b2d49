#pragma once

#include <cstddef>
#include <string_view>

#include "facts/prose/measured_number.h"

namespace mingxi::facts {

/// Behind the number at `at`, whether or not it can be read: digits with their points and
/// separators, or numeral words.
std::size_t end_of_number(std::string_view text, std::size_t at);

/// Where a number that says no quantity ends: dates, spans of years, ordinals, document and
/// heading numbers, codes, telephone numbers, 三分之一. 0 if the number is none of these. Before
/// `floor` all has been read.
std::size_t end_of_name(std::string_view text, const MeasuredNumber& number, std::size_t floor,
                        const patterns::Units& units);

/// Bytes of a glyph without Unicode that a text ends in, which may be a digit; 0 if it does not. At
/// its beginning one of a symbol font is a bullet.
std::size_t unknown_end(std::string_view text);

}  // namespace mingxi::facts
